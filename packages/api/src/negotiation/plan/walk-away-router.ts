import { GetWalkAway, SetWalkAway } from '@parley/domain/negotiation/plan/input';
import { router, signedIn } from '../../trpc.ts';
import { findWalkAway, saveWalkAway } from './walk-away-store.ts';

/** The only two procedures that touch the walk-away. Owner only; `set` answers with the revision alone. */
export const walkAwayRouter = router({
  get: signedIn.input(GetWalkAway).query(({ ctx, input }) => findWalkAway(ctx, input.negotiationId)),

  set: signedIn.input(SetWalkAway).mutation(async ({ ctx, input }) => ({
    rev: await saveWalkAway(ctx, input.negotiationId, input.rev, input.walkAway),
  })),
});
