import { SetWalkAway, WalkAwayOf } from '@parley/domain/negotiation/plan/input';
import { read } from '../../read.ts';
import { router, signedIn } from '../../trpc.ts';
import { saveWalkAway } from './walk-away-store.ts';
import { walkAwayQuestion } from './walk-away-view.ts';

/** The only two procedures that touch the walk-away. Owner only; `set` answers with the revision alone. */
export const walkAwayRouter = router({
  get: read(WalkAwayOf, walkAwayQuestion),

  set: signedIn.input(SetWalkAway).mutation(async ({ ctx, input }) => ({
    rev: await saveWalkAway(ctx, input.negotiationId, input.rev, input.walkAway),
  })),
});
