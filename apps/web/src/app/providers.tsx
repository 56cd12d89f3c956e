import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { UndoProvider } from '../components/feedback/undo-bar.tsx';
import { makeQueryClient } from '../lib/query.ts';
import { makeTRPCClient, TRPCProvider } from '../lib/trpc.ts';
import { makeRouter } from './router.tsx';

export type Opened = ReturnType<typeof openWindow>;

/** What one window stands on: its calls over `send`, what it has read, and where it is (the address line, if not said). */
export function openWindow(send: Parameters<typeof makeTRPCClient>[0], history?: RouterHistory) {
  const queryClient = makeQueryClient();
  const trpcClient = makeTRPCClient(send);
  const trpc = createTRPCOptionsProxy({ client: trpcClient, queryClient });
  return { queryClient, trpcClient, router: makeRouter({ queryClient, trpc }, history) };
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
