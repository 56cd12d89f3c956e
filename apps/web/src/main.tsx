import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openWindow, Providers } from './app/providers.tsx';
import { accessEnded } from './lib/query.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const opened = openWindow((url, init) => fetch(url, init));
createRoot(root, {
  // A refused read is shown as a page of its own; only faults belong in the console.
  onCaughtError: (error) => (accessEnded(error) ? undefined : reportError(error)),
}).render(
  <StrictMode>
    <Providers opened={opened} />
  </StrictMode>,
);

// Once the screen is there: old drafts go, and the pages for failures come in while there is a network.
setTimeout(() => {
  void import('./lib/drafts.ts').then(({ drafts }) => drafts.sweep());
  void import('./app/failure-page.tsx');
}, 3000);
