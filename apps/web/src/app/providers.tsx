import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { UndoProvider } from '../components/feedback/undo-bar.tsx';
import { makeQueryClient } from '../lib/query.ts';
import { TRPCProvider, trpcClient } from '../lib/trpc.ts';
import { makeRouter } from './router.tsx';

const queryClient = makeQueryClient();
const router = makeRouter({ queryClient, trpc: createTRPCOptionsProxy({ client: trpcClient, queryClient }) });

/** Everything that the whole app stands on, once. */
export function Providers() {
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
