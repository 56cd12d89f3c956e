import type { AppRouter } from '@parley/api/router';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { makePresses } from './press.ts';

/** `const trpc = useTRPC()`, then `useQuery(trpc.offer.get.queryOptions({ offerId }))`. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const presses = makePresses((url, init) => fetch(url, init), pause);

/** Queries travel in batches of ten; every mutation alone, under its own key. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'mutation',
      true: httpLink({
        url: '/trpc',
        methodOverride: 'POST',
        headers: ({ op }) => ({ 'x-parley-key': presses.keyFor(op.path, op.input) }),
        fetch: (url, init) => presses.fetchOnce(url, { ...init, signal: init?.signal ?? null }),
      }),
      false: httpBatchLink({ url: '/trpc', methodOverride: 'POST', maxItems: 10 }),
    }),
  ],
});
