import { allow } from '@parley/domain/kernel/decision';
import { AddMove, RemoveMove, SaveMove } from '@parley/domain/negotiation/ledger/input';
import { refuseFuture } from '@parley/domain/negotiation/ledger/move';
import { cite } from '@parley/domain/negotiation/plan/decision';
import { canAdd } from '@parley/domain/negotiation/policy';
import { router, signedIn } from '../../trpc.ts';
import { findProcesses } from '../plan/decision-store.ts';
import { findNegotiation } from '../store.ts';
import { createMove, findMove, findMoves, removeMove, saveMove } from './store.ts';

export const moveRouter = router({
  add: signedIn.input(AddMove).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId, opportunityId } = await findNegotiation(ctx, input.negotiationId);
    const moves = await findMoves(ctx, negotiationId, ownerId);
    allow(canAdd('moves', moves.length));
    refuseFuture(input.move.at, ctx.now);
    const { cites: cited, ...move } = input.move;
    const live = cited === null ? [] : await findProcesses(ctx, opportunityId);
    return createMove(ctx, negotiationId, ownerId, { ...move, cites: cite(cited, null, live, 'move.cites') });
  }),

  save: signedIn.input(SaveMove).mutation(async ({ ctx, input }) => {
    const found = await findMove(ctx, input.moveId);
    refuseFuture(input.move.at, ctx.now);
    const { cites: cited, ...move } = input.move;
    const live = cited === null ? [] : await findProcesses(ctx, found.opportunityId);
    return saveMove(ctx, found, input.rev, { ...move, cites: cite(cited, found.move.cites, live, 'move.cites') });
  }),

  remove: signedIn.input(RemoveMove).mutation(async ({ ctx, input }) => {
    await removeMove(ctx, input.moveId);
    return { moveId: input.moveId };
  }),
});
