import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UndoProvider } from '../src/components/feedback/undo-bar.tsx';
import { ThemeSwitch } from '../src/components/theme-switch.tsx';
import { PersonContext } from '../src/lib/person.ts';
import { chosenParts } from './chosen-parts.tsx';
import { floatingParts } from './floating-parts.tsx';
import { PartSection } from './part.tsx';
import { shownParts } from './shown-parts.tsx';
import { toldParts } from './told-parts.tsx';
import { typedParts } from './typed-parts.tsx';

const ana = { id: '', name: 'Ana', email: '', locale: 'en-GB', zone: 'Europe/Vienna', currency: 'EUR' };

/** Every component of `src/components` in each of its states: only where `npm run dev` serves, at /gallery/. */
function Gallery() {
  return (
    <main className="mx-auto flex max-w-wide flex-col gap-8 px-4 py-6 sm:px-8">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-2xl">Components</h1>
        <ThemeSwitch />
      </header>
      {[...shownParts, ...toldParts, ...typedParts, ...chosenParts, ...floatingParts].map((part) => (
        <PartSection key={part.of} {...part} />
      ))}
    </main>
  );
}

function App() {
  return (
    <PersonContext value={ana}>
      <UndoProvider>
        <Gallery />
      </UndoProvider>
    </PersonContext>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('gallery/index.html has no #root');
// a link needs a router, and here none of them leads anywhere
const router = createRouter({ routeTree: createRootRoute({ component: App }), history: createMemoryHistory() });
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
