import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid } from '@parley/domain/kernel/error';
import { findFirstOffer, gainOf } from '@parley/domain/negotiation/outcome/gain';
import { OutcomeOf, RecordOutcome, SaveOutcome, TickOutcome, UndoOutcome } from '@parley/domain/negotiation/outcome/input';
import {
  anywayOf,
  findRefusedAll,
  matchOutsideAsks,
  type Outcome,
  type OutcomeKind,
  type Refusal,
  refuseComing,
  stagesTo,
  tickClosing,
} from '@parley/domain/negotiation/outcome/outcome';
import type { Package } from '@parley/domain/negotiation/package';
import { canAccept } from '@parley/domain/negotiation/terms/gate';
import { canDate } from '@parley/domain/opportunity/opportunity';
import { findOffer } from '../../offer/store.ts';
import { addStage, dropStage } from '../../opportunity/stage-store.ts';
import { findOpportunity, saveOpportunity } from '../../opportunity/store.ts';
import { read } from '../../read.ts';
import { router, type Scope, signedIn } from '../../trpc.ts';
import { findAsks } from '../asks/store.ts';
import { findMoves } from '../ledger/store.ts';
import { findNegotiation, type Negotiation } from '../store.ts';
import { findTerms } from '../terms/store.ts';
import * as store from './store.ts';
import { outcomeQuestion } from './view.ts';

type Fields = {
  kind: OutcomeKind;
  on: string;
  package: Package;
  words: string;
  refused: Refusal[];
  reason: string | null;
};

/** A reader may not see the offer, and from a gain against it could reckon it: for them only the ledger counts. */
async function findFirst(scope: Scope, { negotiationId, ownerId, offerId, plan }: Negotiation) {
  const moves = await findMoves(scope, negotiationId, ownerId);
  const versions = ownerId === scope.viewer.id ? (await findOffer(scope, offerId)).versions : [];
  return findFirstOffer(moves, versions[0]?.content ?? null, plan.currency);
}

async function viewRecorded(scope: Scope, negotiation: Negotiation) {
  const { negotiationId, ownerId, plan } = negotiation;
  const outcome = await store.findOutcome(scope, negotiationId, ownerId);
  const first = await findFirst(scope, negotiation);
  // a plan whose currency has changed since is no measure for what was recorded in the old one
  const measured = outcome && first && outcome.currency === plan.currency;
  return {
    outcome,
    first,
    gain: measured ? gainOf(first, outcome.package, plan.horizonYears) : null,
    refusedAll: outcome && findRefusedAll(outcome.outside),
  };
}

/** What is recorded. Refused when the gate is shut and no reason is given; an acceptance that stands is only corrected. */
async function decideOutcome(scope: Scope, { negotiationId, ownerId, plan }: Negotiation, fields: Fields, was: Outcome | null) {
  const { kind, on, words, reason, refused } = fields;
  const terms = await findTerms(scope, negotiationId, ownerId);
  if (kind === 'accepted' && was?.kind !== 'accepted') allow(canAccept(terms, reason));
  refuseComing('outcome.on', on, scope.now);
  for (const [index, refusal] of refused.entries()) refuseComing(`outcome.refused.${index}.on`, refusal.on, scope.now);
  const outside = matchOutsideAsks(await findAsks(scope, negotiationId, ownerId), refused);
  const anyway = anywayOf(kind, terms, reason, was);
  return { kind, on, currency: plan.currency, package: fields.package, words, anyway, outside, closing: was?.closing ?? [] };
}

/** Takes the opportunity to where its negotiation ended, with the day. */
async function moveStage(scope: Scope, opportunityId: string, kind: OutcomeKind, on: string): Promise<void> {
  const opportunity = await findOpportunity(scope, opportunityId);
  const stages = stagesTo(opportunity.stage, kind);
  if (stages.length === 0) return;
  const dated = canDate(opportunity.history, on, scope.now);
  if (!dated.allowed) throw invalid('outcome.on', dated.reason);
  for (const stage of stages) await addStage(scope, opportunityId, stage, on);
  await saveOpportunity(scope, opportunity, { stage: kind, details: opportunity.details });
}

/** Takes back the move that an outcome made, unless the opportunity has been moved on since. */
async function moveStageBack(scope: Scope, opportunityId: string, kind: OutcomeKind): Promise<void> {
  const opportunity = await findOpportunity(scope, opportunityId);
  const [before, last] = opportunity.history.slice(-2);
  if (opportunity.stage !== kind || !before || last?.stage !== kind) return;
  await dropStage(scope, last.id);
  await saveOpportunity(scope, opportunity, { stage: before.stage, details: opportunity.details });
}

/** The negotiation and the outcome that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loadOutcome(scope: Scope, input: { negotiationId: string; rev: number }) {
  const negotiation = await findNegotiation(scope, input.negotiationId);
  const outcome = await store.findOutcome(scope, negotiation.negotiationId, negotiation.ownerId);
  if (!outcome || outcome.rev !== input.rev) throw conflict(outcome);
  return { negotiation, outcome };
}

export const outcomeRouter = router({
  get: read(OutcomeOf, outcomeQuestion),

  record: signedIn.input(RecordOutcome).mutation(async ({ ctx, input }) => {
    const negotiation = await findNegotiation(ctx, input.negotiationId);
    const next = await decideOutcome(ctx, negotiation, input.outcome, null);
    await store.createOutcome(ctx, negotiation.negotiationId, negotiation.ownerId, next);
    await moveStage(ctx, negotiation.opportunityId, next.kind, next.on);
    return viewRecorded(ctx, negotiation);
  }),

  save: signedIn.input(SaveOutcome).mutation(async ({ ctx, input }) => {
    const { negotiation, outcome } = await loadOutcome(ctx, input);
    const next = await decideOutcome(ctx, negotiation, input.outcome, outcome);
    await store.saveOutcome(ctx, negotiation.negotiationId, negotiation.ownerId, outcome.rev, next);
    // a corrected end or day takes the place of the wrong one in the history
    if (next.kind !== outcome.kind || next.on !== outcome.on) {
      await moveStageBack(ctx, negotiation.opportunityId, outcome.kind);
      await moveStage(ctx, negotiation.opportunityId, next.kind, next.on);
    }
    return viewRecorded(ctx, negotiation);
  }),

  tick: signedIn.input(TickOutcome).mutation(async ({ ctx, input }) => {
    const { negotiation, outcome } = await loadOutcome(ctx, input);
    const next = { ...outcome, closing: tickClosing(outcome.closing, input.step, input.done) };
    await store.saveOutcome(ctx, negotiation.negotiationId, negotiation.ownerId, outcome.rev, next);
    return viewRecorded(ctx, negotiation);
  }),

  undo: signedIn.input(UndoOutcome).mutation(async ({ ctx, input }) => {
    const { negotiation, outcome } = await loadOutcome(ctx, input);
    await store.removeOutcome(ctx, negotiation.negotiationId, negotiation.ownerId, outcome.rev);
    await moveStageBack(ctx, negotiation.opportunityId, outcome.kind);
    return viewRecorded(ctx, negotiation);
  }),
});
