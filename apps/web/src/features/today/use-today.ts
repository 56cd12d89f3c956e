import type { AppRouter } from '@parley/api/router';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '../../lib/trpc.ts';

export type Today = inferRouterOutputs<AppRouter>['today']['page'];

/** What waits and what moved. */
export function useToday() {
  const trpc = useTRPC();
  return useQuery(trpc.today.page.queryOptions());
}
