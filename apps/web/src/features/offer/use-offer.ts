import type { AppRouter } from '@parley/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** An offer as its owner has it. */
export type OwnOffer = inferRouterOutputs<AppRouter>['offer']['get'];
