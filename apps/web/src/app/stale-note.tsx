import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useFormat } from '../lib/format.ts';
import { listenForLoss, lostSince } from '../lib/live/lost.ts';
import { isPassing } from '../lib/query.ts';
import { VersionNote } from './version-note.tsx';

/** When the oldest of what is on the screen was read, in milliseconds, if it could not be read again; null while all is well. */
function staleSince(client: QueryClient): number | null {
  const stale = client
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ state }) => state.status === 'error' && state.data !== undefined })
    .filter(({ state }) => isPassing(state.error));
  return stale.length === 0 ? null : Math.min(...stale.map(({ state }) => state.dataUpdatedAt));
}

const short = 5_000;

/** Since when nothing was heard of what others do; a short while is no news. */
function useLongLost(): number | null {
  const since = useSyncExternalStore(listenForLoss, lostSince);
  const [long, setLong] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(() => setLong(since), short);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && long === since ? since : null;
}

/** What was read stays on the screen while the server is out of reach; this says how old it is. */
export function StaleNote() {
  const client = useQueryClient();
  const format = useFormat();
  const unread = useSyncExternalStore(
    (changed) => client.getQueryCache().subscribe(changed),
    () => staleSince(client),
  );
  const lost = useLongLost();
  const since = unread ?? lost;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-14 z-30 flex flex-col items-center gap-2 md:bottom-2"
    >
      <VersionNote />
      {since === null ? null : (
        <p className="rounded-md border border-warn bg-raised px-3 py-1.5 text-sm text-warn shadow-float">
          Parley cannot be reached. This is how things stood at {format.time(new Date(since))}; it will update by itself.
        </p>
      )}
    </div>
  );
}
