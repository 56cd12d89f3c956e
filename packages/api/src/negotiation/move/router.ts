import { allow } from '@parley/domain/kernel/decision';
import { AddMove, RemoveMove, SaveMove } from '@parley/domain/negotiation/input';
import { refuseFuture } from '@parley/domain/negotiation/move';
import { canAdd } from '@parley/domain/negotiation/policy';
import { router, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { createMove, findMove, findMoves, removeMove, saveMove } from './store.ts';

export const moveRouter = router({
  add: signedIn.input(AddMove).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const moves = await findMoves(ctx, negotiationId, ownerId);
    allow(canAdd('moves', moves.length));
    refuseFuture(input.move.at, ctx.now);
    return createMove(ctx, negotiationId, ownerId, input.move);
  }),

  save: signedIn.input(SaveMove).mutation(async ({ ctx, input }) => {
    const found = await findMove(ctx, input.moveId);
    refuseFuture(input.move.at, ctx.now);
    return saveMove(ctx, found, input.rev, input.move);
  }),

  remove: signedIn.input(RemoveMove).mutation(async ({ ctx, input }) => {
    await removeMove(ctx, input.moveId);
    return { moveId: input.moveId };
  }),
});
