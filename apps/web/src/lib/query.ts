import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from './failure.ts';

type Listener = () => void;
const onExpired = new Set<Listener>();

/** Called when a call finds the session gone; what is on the screen stays. Returns how to stop listening. */
export function listenForExpiry(listener: Listener): () => void {
  onExpired.add(listener);
  return () => onExpired.delete(listener);
}

const patience = 1_500;
const pause = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds));

const gone = new Set(['NOT_FOUND', 'FORBIDDEN']);

/** Whether a failed read means that this content is not (any more) the viewer's to see. */
export function accessEnded(error: unknown): boolean {
  return gone.has(failureOf(error).code);
}

/** Whether a failure passes by itself: the line, and a server that says "not now". */
export function isPassing(error: unknown): boolean {
  return ['OFFLINE', 'SERVICE_UNAVAILABLE'].includes(failureOf(error).code);
}

/** What passes by itself is asked for twice more. */
export function retryPassing(count: number, error: unknown): boolean {
  return count < 2 && isPassing(error);
}

/** One client a window. A refused refetch drops what was held before the screen is drawn again. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (failureOf(error).code === 'UNAUTHORIZED') announceExpiry();
        if (accessEnded(error)) drop(client, query);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (failureOf(error).code === 'UNAUTHORIZED') announceExpiry();
      },
      // What an act makes stale is on the screen before the act counts as done, or soon after where it takes long.
      // who compares both versions beside the form does not have it replaced meanwhile
      onSettled: (_data, error, _input, _before, { options: { meta, mutationKey } }) =>
        error && meta?.showsBoth ? undefined : Promise.race([refreshAfter(client, mutationKey), pause(patience)]),
    }),
    defaultOptions: {
      queries: {
        staleTime: 2000,
        // A room that was seen is drawn from memory when one comes back to it, and mended after.
        gcTime: 15 * 60_000,
        // The stream says what was missed; a line that was lost tells by itself.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: retryPassing,
        // What has ended takes the page with it; everything else is shown where it failed.
        throwOnError: (error) => failureOf(error).code === 'NOT_FOUND',
      },
    },
  });
  return client;
}

async function refreshAfter(client: QueryClient, mutationKey: readonly unknown[] | undefined): Promise<void> {
  const { newsOf, refresh } = await import('./live/stale.ts');
  await refresh(client, newsOf(mutationKey));
}

function announceExpiry(): void {
  for (const listener of onExpired) listener();
}

function drop(client: QueryClient, query: Query<unknown, unknown, unknown>): void {
  query.setState({ data: undefined });
  client.removeQueries({ type: 'inactive' });
}
