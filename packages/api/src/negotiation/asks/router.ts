import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { findKeyResult, findNeed } from '@parley/domain/mission/mission';
import { askFromNeed, haveSameIds } from '@parley/domain/negotiation/asks/ask';
import { AskFromNeed, CreateAsk, RankAsks, RemoveAsk, SaveAsk } from '@parley/domain/negotiation/asks/input';
import { knowsEvidence } from '@parley/domain/negotiation/plan/evidence';
import { canAdd, canTakeNeed } from '@parley/domain/negotiation/policy';
import { findMission } from '../../mission/store.ts';
import { router, type Scope, signedIn } from '../../trpc.ts';
import { findEvidence } from '../plan/evidence-store.ts';
import { findNegotiation } from '../store.ts';
import { createAsk, findAsk, findAsks, removeAsk, saveAsk, saveRanks } from './store.ts';

type AskFacts = { negotiationId: string; ownerId: string };

/** An ask rests on evidence of its own negotiation. */
async function checkEvidence(scope: Scope, { negotiationId, ownerId }: AskFacts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || knowsEvidence(ids, await findEvidence(scope, negotiationId, ownerId))) return;
  throw invalid('ask.evidenceIds', 'This evidence is not, or no longer, part of the negotiation.');
}

export const askRouter = router({
  create: signedIn.input(CreateAsk).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const asks = await findAsks(ctx, negotiationId, ownerId);
    allow(canAdd('asks', asks.length));
    await checkEvidence(ctx, { negotiationId, ownerId }, input.ask.evidenceIds);
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
    await checkEvidence(ctx, found, input.ask.evidenceIds);
    return saveAsk(ctx, found, input.rev, { ...input.ask, fromNeed: found.ask.fromNeed });
  }),

  remove: signedIn.input(RemoveAsk).mutation(async ({ ctx, input }) => {
    await removeAsk(ctx, input.askId);
    return { askId: input.askId };
  }),

  rank: signedIn.input(RankAsks).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const order = (await findAsks(ctx, negotiationId, ownerId)).map((ask) => ask.askId);
    if (!haveSameIds(input.order, order)) throw conflict({ order }, 'The list of asks has changed in the meantime.');
    await saveRanks(ctx, negotiationId, input.order);
    return { order: input.order };
  }),
});
