import type { AppRouter } from '@parley/api/router';
import type { CouncilFacts } from '@parley/domain/council/council';
import type { Decision } from '@parley/domain/kernel/decision';
import type { inferRouterOutputs } from '@trpc/server';

export type Council = inferRouterOutputs<AppRouter>['council']['page'];

export type Member = Council['members'][number];

/** What the rules look at: the same on both ends. */
export function factsOf(council: Council): CouncilFacts {
  return {
    closed: council.closed,
    charterVersion: council.charterVersion,
    seats: council.members,
    promised: council.promised,
  };
}

/** The reason under a button that cannot be pressed, or null. */
export function whyNot(decision: Decision): string | null {
  return decision.allowed ? null : decision.reason;
}
