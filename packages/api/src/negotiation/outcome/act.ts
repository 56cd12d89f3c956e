import { newId } from '@parley/db/id';
import type { Bound } from '@parley/db/statement';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import type { RecordOutcome, SaveOutcome, TickOutcome, UndoOutcome } from '@parley/domain/negotiation/outcome/input';
import {
  anywayOf,
  matchOutsideAsks,
  type Outcome,
  type OutcomeContent,
  type OutcomeKind,
  refuseComing,
  stagesTo,
  tickClosing,
} from '@parley/domain/negotiation/outcome/outcome';
import { canEnd } from '@parley/domain/negotiation/policy';
import { canAccept } from '@parley/domain/negotiation/terms/gate';
import { canDate } from '@parley/domain/opportunity/opportunity';
import type { z } from 'zod';
import { addStage, dropStage, replaceOpportunity } from '../../opportunity/change-rows.ts';
import { openOpportunity, opportunityContent } from '../../opportunity/rows.ts';
import { act, type Facts } from '../../write.ts';
import { asksOf, openAsks } from '../asks/rows.ts';
import { negotiationOf, openNegotiation } from '../rows.ts';
import { openTermsOf, termsOf } from '../terms/rows.ts';
import { addOutcome, dropOutcome, holdOpening, openRoundsIn, replaceOutcome, stagesBeside } from './change-rows.ts';
import { openOutcome, outcomeContent, outcomeOf } from './rows.ts';

type Fields = z.output<typeof RecordOutcome>['outcome'];
type End = { kind: OutcomeKind; on: string };

/** The opening is held first, as by whoever moves or ends it: an end and its stage are one thing. */
const endFacts = (negotiationId: string) => ({
  opening: holdOpening(negotiationId),
  stages: stagesBeside(negotiationId),
  negotiation: negotiationOf(negotiationId),
  outcome: outcomeOf(negotiationId),
});

const decisionFacts = (negotiationId: string) => ({
  ...endFacts(negotiationId),
  terms: termsOf(negotiationId),
  asks: asksOf(negotiationId),
});

type EndFacts = Pick<Facts<ReturnType<typeof endFacts>>, 'rows' | 'open' | 'seal' | 'now'>;
type DecisionFacts = Pick<Facts<ReturnType<typeof decisionFacts>>, 'rows' | 'open' | 'seal' | 'now'>;

/** What is recorded. Refused when the gate is shut and no reason is given; an acceptance that stands is only corrected. */
function decideOutcome({ rows, open, now }: DecisionFacts, fields: Fields, was: Outcome | null) {
  const { ownerId, plan } = openNegotiation(open, rows.negotiation);
  const { kind, on, words, reason, refused } = fields;
  const terms = openTermsOf(open, ownerId, rows.terms);
  if (kind === 'accepted' && was?.kind !== 'accepted') allow(canAccept(terms, reason));
  refuseComing('outcome.on', on, now);
  for (const [index, refusal] of refused.entries()) refuseComing(`outcome.refused.${index}.on`, refusal.on, now);
  const outside = matchOutsideAsks(openAsks(open, ownerId, rows.asks), refused);
  const anyway = anywayOf(kind, terms, reason, was);
  return { kind, on, currency: plan.currency, package: fields.package, words, anyway, outside, closing: was?.closing ?? [] };
}

function sealOutcome({ rows, seal }: EndFacts, negotiationId: string, rev: number, next: OutcomeContent) {
  const { currency, package: final, words, anyway, outside, closing } = next;
  const bind = { id: negotiationId, owner: rows.negotiation[0]?.ownerId ?? '', rev };
  return seal(outcomeContent, bind, { currency, package: final, words, anyway, outside, closing });
}

/**
 * Takes the opportunity from where one end has left it to where another leads, in one revision: `from` is taken back
 * unless the opportunity has been moved on since, `to` is dated.
 */
function moveStage({ rows, open, seal, now }: EndFacts, from: OutcomeKind | null, to: End | null): Bound<unknown>[] {
  const [row] = rows.opening;
  if (!row) throw notFound();
  const { opportunityId, ownerId, rev, stage, history, details } = openOpportunity(open, row, rows.stages);
  const [before, last] = history.slice(-2);
  const back = stage === from && before && last?.stage === from ? { stage: before.stage, entryId: last.id } : null;
  const kept = back ? history.slice(0, -1) : history;
  const start = back?.stage ?? stage;
  const ahead = to ? stagesTo(start, to.kind).map((reached) => ({ reached, on: to.on })) : [];
  if (ahead.length === 0 && !back) return [];
  for (const { on } of ahead.slice(0, 1)) {
    const dated = canDate(kept, on, now);
    if (!dated.allowed) throw invalid('outcome.on', dated.reason);
  }
  const sealed = seal(opportunityContent, { id: opportunityId, owner: ownerId, rev: rev + 1 }, details);
  return [
    ...(back ? [dropStage(back.entryId)] : []),
    ...ahead.map(({ reached, on }) => addStage(newId(), opportunityId, reached, on, now)),
    replaceOpportunity(opportunityId, rev, to?.kind ?? start, sealed, now),
  ];
}

/** The outcome that an edit is based on. Throws a conflict when the edit has seen an older one. */
function openEnded({ rows, open }: EndFacts, rev: number): Outcome {
  const { ownerId } = openNegotiation(open, rows.negotiation);
  const outcome = openOutcome(open, ownerId, rows.outcome);
  if (outcome?.rev !== rev) throw conflict(outcome);
  return outcome;
}

/** Writes down how it ended, and moves the opportunity there. A conflict brings the end that another wrote down. */
export const recordingOutcome = act({
  facts: ({ negotiationId }: z.output<typeof RecordOutcome>) => ({
    ...decisionFacts(negotiationId),
    openRounds: openRoundsIn(negotiationId),
  }),
  decide(given, { negotiationId, outcome }) {
    allow(canEnd(given.rows.openRounds.map(({ number }) => number)));
    const next = decideOutcome(given, outcome, null);
    const { ownerId } = openNegotiation(given.open, given.rows.negotiation);
    const there = openOutcome(given.open, ownerId, given.rows.outcome);
    if (there) throw conflict(there);
    const sealed = sealOutcome(given, negotiationId, 1, next);
    const changes = [addOutcome(negotiationId, next.kind, next.on, sealed), ...moveStage(given, null, next)];
    return { changes, answer: { rev: 1 } };
  },
});

/** Corrects it; a corrected end or day takes the place of the wrong one in the history. */
export const savingOutcome = act({
  facts: ({ negotiationId }: z.output<typeof SaveOutcome>) => decisionFacts(negotiationId),
  decide(given, { negotiationId, rev, outcome }) {
    const was = openEnded(given, rev);
    const next = decideOutcome(given, outcome, was);
    const sealed = sealOutcome(given, negotiationId, rev + 1, next);
    const moved = next.kind !== was.kind || next.on !== was.on;
    return {
      changes: [
        replaceOutcome(negotiationId, rev, next.kind, next.on, sealed),
        ...(moved ? moveStage(given, was.kind, next) : []),
      ],
      answer: { rev: rev + 1 },
    };
  },
});

/** One step of the closing list, done or not. */
export const tickingOutcome = act({
  facts: ({ negotiationId }: z.output<typeof TickOutcome>) => endFacts(negotiationId),
  decide(given, { negotiationId, rev, step, done }) {
    const was = openEnded(given, rev);
    const closing = tickClosing(was.closing, step, done);
    const sealed = sealOutcome(given, negotiationId, rev + 1, { ...was, closing });
    return { changes: [replaceOutcome(negotiationId, rev, was.kind, was.on, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Takes the end back, and the opportunity with it unless that has been moved on since. */
export const undoingOutcome = act({
  facts: ({ negotiationId }: z.output<typeof UndoOutcome>) => endFacts(negotiationId),
  decide(given, { negotiationId, rev }) {
    const was = openEnded(given, rev);
    return { changes: [dropOutcome(negotiationId, rev), ...moveStage(given, was.kind, null)], answer: { negotiationId } };
  },
});
