import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { findKeyResult, findNeed } from '@parley/domain/mission/mission';
import { askFromNeed, sameIds } from '@parley/domain/negotiation/ask';
import { AskFromNeed, CreateAsk, RankAsks, RemoveAsk, SaveAsk } from '@parley/domain/negotiation/input';
import { canAdd, canTakeNeed } from '@parley/domain/negotiation/policy';
import { findMission } from '../../mission/store.ts';
import { router, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { createAsk, findAsk, findAsks, removeAsk, saveAsk, saveRanks } from './store.ts';

export const askRouter = router({
  create: signedIn.input(CreateAsk).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const asks = await findAsks(ctx, negotiationId, ownerId);
    allow(canAdd('asks', asks.length));
    return createAsk(ctx, negotiationId, ownerId, { ...input.ask, fromNeed: null });
  }),

  fromNeed: signedIn.input(AskFromNeed).mutation(async ({ ctx, input }) => {
    const negotiation = await findNegotiation(ctx, input.negotiationId);
    const mission = await findMission(ctx, input.missionId);
    const asks = await findAsks(ctx, negotiation.negotiationId, negotiation.ownerId);
    allow(
      canTakeNeed(
        ctx.viewer.id,
        mission,
        negotiation,
        asks.some((ask) => ask.fromNeed?.needId === input.needId),
      ),
    );
    allow(canAdd('asks', asks.length));
    const need = findNeed(mission.document, input.needId);
    if (!need) throw notFound();
    const serves = need.keyResultId ? findKeyResult(mission.document, need.keyResultId) : null;
    const content = askFromNeed(input.missionId, need, serves, negotiation.plan.currency);
    return createAsk(ctx, negotiation.negotiationId, negotiation.ownerId, content);
  }),

  save: signedIn.input(SaveAsk).mutation(async ({ ctx, input }) => {
    const found = await findAsk(ctx, input.askId);
    return saveAsk(ctx, found, input.rev, { ...input.ask, fromNeed: found.ask.fromNeed });
  }),

  remove: signedIn.input(RemoveAsk).mutation(async ({ ctx, input }) => {
    await removeAsk(ctx, input.askId);
    return { askId: input.askId };
  }),

  rank: signedIn.input(RankAsks).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const order = (await findAsks(ctx, negotiationId, ownerId)).map((ask) => ask.askId);
    if (!sameIds(input.order, order)) throw conflict({ order }, 'The list of asks has changed in the meantime.');
    await saveRanks(ctx, negotiationId, input.order);
    return { order: input.order };
  }),
});
