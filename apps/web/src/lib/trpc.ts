import type { AppRouter } from '@parley/api/router';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { learnStale, rememberPress } from './live/own-acts.ts';
import { makePresses } from './press.ts';

/** `const trpc = useTRPC()`, then `useQuery(trpc.offer.get.queryOptions({ offerId }))`. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

type Send = (url: RequestInfo | URL | string, init?: RequestInit) => Promise<Response>;

/** The calls of a window over `send`. Queries travel in batches of ten; every mutation alone, under its own key. */
export function makeTRPCClient(send: Send) {
  const presses = makePresses(send, pause);
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'mutation',
        true: httpLink({
          url: '/trpc',
          methodOverride: 'POST',
          headers: ({ op }) => {
            const key = presses.keyFor(op.path, op.input);
            rememberPress(key);
            return { 'x-parley-key': key };
          },
          fetch: async (url, init) => {
            const answer = await presses.fetchOnce(url, { ...init, signal: init?.signal ?? null });
            learnStale(typeof url === 'string' ? url : answer.url, answer.headers.get('x-parley-stale'));
            return answer;
          },
        }),
        false: httpBatchLink({
          url: '/trpc',
          methodOverride: 'POST',
          maxItems: 10,
          fetch: (url, init) => send(url, { ...init, signal: init?.signal ?? null }),
        }),
      }),
    ],
  });
}
