import { bestProof } from '@parley/domain/negotiation/plan/evidence';
import { GetPrep } from '@parley/domain/prep/input';
import { firstSentence, firstWords } from '@parley/domain/prep/prep';
import { findMissionOf } from '../mission/store.ts';
import { findAsks } from '../negotiation/asks/store.ts';
import { findEvidence } from '../negotiation/plan/evidence-store.ts';
import { findObjections } from '../negotiation/plan/objection-store.ts';
import { findNegotiation } from '../negotiation/store.ts';
import { findOpportunity } from '../opportunity/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { findGratitude } from './gratitude-store.ts';
import { findOwnNegotiations } from './store.ts';

const [mostAsks, mostProof] = [3, 3];

/** What is at hand in a call about this offer. The walk-away is not here: it is asked for by itself, or not at all. */
async function forCall(scope: Scope, id: string) {
  const { negotiationId, ownerId, plan } = await findNegotiation(scope, id);
  const asks = (await findAsks(scope, negotiationId, ownerId)).slice(0, mostAsks);
  const objections = await findObjections(scope, negotiationId, ownerId);
  const evidence = await findEvidence(scope, negotiationId, ownerId);
  const { currency, target, script } = plan;
  return {
    negotiationId,
    currency,
    target,
    asks,
    firstWords: firstWords(script),
    replies: objections.filter(({ reply }) => reply !== ''),
    proof: bestProof(asks, evidence, mostProof),
  };
}

export const prepRouter = router({
  get: signedIn.input(GetPrep).query(async ({ ctx, input: { opportunityId } }) => {
    const { details } = await findOpportunity(ctx, opportunityId);
    const { company, role, next } = details;
    const mission = await findMissionOf(ctx, opportunityId);
    const [latest] = await findOwnNegotiations(ctx, opportunityId);
    const call = latest === undefined ? null : await forCall(ctx, latest);
    const { helpers } = await findGratitude(ctx);
    const questions = mission?.document.questions.filter(({ asked }) => !asked) ?? [];
    return {
      opportunityId,
      company,
      role,
      next,
      helpers,
      mission: firstSentence(mission?.document.statement ?? ''),
      questions: questions.map(({ id, text }) => ({ id, text })),
      call,
    };
  }),
});
