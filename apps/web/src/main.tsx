import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openWindow, Providers } from './app/providers.tsx';
import { accessEnded } from './lib/query.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root, {
  // A refused read is shown as a page of its own; only faults belong in the console.
  onCaughtError: (error) => (accessEnded(error) ? undefined : reportError(error)),
});
const show = (window: ReactNode) => page.render(<StrictMode>{window}</StrictMode>);

if (location.pathname.startsWith('/sample'))
  void import('./app/sample.tsx').then(({ SampleWindow, openSample }) => show(<SampleWindow opened={openSample(new Date())} />));
else show(<Providers opened={openWindow((url, init) => fetch(url, init))} />);

setTimeout(() => import('./app/later.ts'), 3000);
