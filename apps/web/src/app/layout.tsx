import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { usePerson } from '../lib/person.ts';
import { listenForExpiry } from '../lib/query.ts';
import { useShortcutListener, useShortcuts } from '../lib/shortcuts.ts';
import { Navigation } from './navigation.tsx';

const ShortcutSheet = lazy(() =>
  import('../components/overlay/shortcut-sheet.tsx').then((file) => ({ default: file.ShortcutSheet })),
);
const SearchDialog = lazy(() => import('../features/search/search-dialog.tsx').then((file) => ({ default: file.SearchDialog })));
const StaleNote = lazy(() => import('./stale-note.tsx').then((file) => ({ default: file.StaleNote })));
const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((file) => ({ default: file.SignInAgain })));

/** The room of a signed-in person: the four places, and the page. */
export function Layout({ children }: { children: ReactNode }) {
  const [listing, setListing] = useState(false);
  const [searching, setSearching] = useState(false);
  const [expired, setExpired] = useState(false);
  const expire = useCallback(() => setExpired(true), []);
  useEffect(() => listenForExpiry(expire), [expire]);
  useEffect(followFocus, []);
  const main = useFocusOnArrival();
  useStream(expired, expire);
  useShortcutListener();
  usePlaceShortcuts(
    () => setListing(true),
    () => setSearching(true),
  );
  return (
    <div className="md:flex">
      <a
        href="#content"
        className="sr-only z-40 rounded-md bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Navigation onShortcuts={() => setListing(true)} />
      <main ref={main} id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none max-md:pb-20">
        {children}
      </main>
      <Suspense fallback={null}>
        <StaleNote />
      </Suspense>
      <Suspense fallback={null}>
        {listing ? <ShortcutSheet onClose={() => setListing(false)} /> : null}
        {searching ? <SearchDialog onClose={() => setSearching(false)} /> : null}
        {expired ? <SignInAgain onDone={() => setExpired(false)} /> : null}
      </Suspense>
    </div>
  );
}

/** Comes in beside the first page, which has nothing yet that could go from under the focus. */
function followFocus(): () => void {
  const following = import('../lib/keep-focus.ts').then(({ keepFocus }) => keepFocus());
  return () => void following.then((stop) => stop());
}

/** A new page begins at its content, for the keyboard and for a screen reader; a room has taken the focus to its heading. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const last = useRef(path);
  useEffect(() => {
    const arrived = document.activeElement?.getAttribute('data-arrived') === path;
    if (last.current !== path && !arrived) main.current?.focus({ preventScroll: true });
    last.current = path;
  }, [path]);
  return main;
}

/** Follows what others do, and I elsewhere, for as long as the session lasts; it comes in beside the first page. */
function useStream(expired: boolean, onEnded: () => void): void {
  const client = useQueryClient();
  const { id } = usePerson();
  useEffect(() => {
    if (expired || !('EventSource' in globalThis)) return undefined;
    const following = import('../lib/live/follow.ts').then(({ follow }) => follow(client, id, onEnded));
    return () => void following.then((stop) => stop());
  }, [client, id, expired, onEnded]);
}

function usePlaceShortcuts(showList: () => void, search: () => void): void {
  const navigate = useNavigate();
  useShortcuts([
    { keys: 'g t', label: 'Go to Today', act: () => void navigate({ to: '/' }) },
    { keys: 'g o', label: 'Go to Opportunities', act: () => void navigate({ to: '/opportunities' }) },
    { keys: 'g c', label: 'Go to Council', act: () => void navigate({ to: '/council' }) },
    { keys: 'g m', label: 'Go to Me', act: () => void navigate({ to: '/me' }) },
    { keys: '/', label: 'Search', act: search },
    { keys: '?', label: 'Show these shortcuts', act: showList },
  ]);
}
