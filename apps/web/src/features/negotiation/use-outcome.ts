import type { AppRouter } from '@parley/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** The outcome as it is read, with the first offer and the gain against it. */
export type OutcomeSeen = inferRouterOutputs<AppRouter>['outcome']['get'];
