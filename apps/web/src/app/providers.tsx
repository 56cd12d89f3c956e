import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { UndoProvider } from '../components/feedback/undo-bar.tsx';
import { makeQueryClient } from '../lib/query.ts';
import { makeTRPCClient, TRPCProvider } from '../lib/trpc.ts';
import { makeRouter, type Place } from './router.tsx';

export type Opened = ReturnType<typeof openWindow>;

/** What one window stands on: its calls over `send`, what it has read, and where it is. */
export function openWindow(send: Parameters<typeof makeTRPCClient>[0], place?: Place) {
  const queryClient = makeQueryClient();
  const trpcClient = makeTRPCClient(send);
  const trpc = createTRPCOptionsProxy({ client: trpcClient, queryClient });
  return { queryClient, trpcClient, router: makeRouter({ queryClient, trpc }, place) };
}

/** Everything that the whole app stands on, once. */
export function Providers({ opened: { queryClient, trpcClient, router } }: { opened: Opened }) {
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <UndoProvider>
          <RouterProvider router={router} />
        </UndoProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
