import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import type { ExtendRound, RevealRound, RoundRef, SealCounter } from '@parley/domain/round/input';
import { canCancel, canClose, canExtend, canRemind, canReveal, canSeal } from '@parley/domain/round/policy';
import { abstainsWholly, findMisfit, type RoundState } from '@parley/domain/round/round';
import { countMissingCounters, isDue, type RoundStanding, refusePast } from '@parley/domain/round/seats';
import type { z } from 'zod';
import { itemReaders } from '../item/rows.ts';
import { settleAsked } from '../notification/rows.ts';
import { act } from '../write.ts';
import {
  addCounter,
  holdRound,
  moveRound,
  remindRound,
  replaceCounter,
  replaceRound,
  settleRound,
  tellAsked,
} from './change-rows.ts';
import {
  type Around,
  counterBind,
  counterContent,
  countersOf,
  openRound,
  roundBind,
  roundContent,
  roundOf,
  shownTallyOf,
  standingOf,
  tallyOf,
} from './rows.ts';
import { askedBeside, roundSeats } from './seat-rows.ts';

/** The round in this call's hand, settled: nobody else seals, reveals or opens before it has answered. */
export const heldRound = (roundId: string) => ({
  held: holdRound(roundId),
  settled: settleRound(roundId),
  round: roundOf(roundId),
  readers: itemReaders(roundId),
  seats: roundSeats(roundId),
  tally: tallyOf(roundId),
  beside: askedBeside(roundId),
});

type Row = Parameters<typeof standingOf>[0];

/** The round that was held, and how it stands. Throws not-found when row-level security gave none. */
export function standingHeld<R extends Row>(rows: { round: readonly R[] } & Around): { row: R; who: RoundStanding } {
  const [row] = rows.round;
  if (!row) throw notFound();
  return { row, who: standingOf(row, rows) };
}

/** How far the round is once this answer is in the place of the one before it. */
function withAnswer({ tally }: RoundStanding, before: { abstained: boolean } | undefined, abstained: boolean) {
  const given = (one: boolean) => (one ? 0 : 1);
  if (!before) return { ...tally, answered: tally.answered + 1, given: tally.given + given(abstained) };
  return { ...tally, given: tally.given - given(before.abstained) + given(abstained) };
}

/** Seals the viewer's counter, or seals it anew: the last one counts. The last one that is missing reveals them all. */
export const sealingCounter = act({
  facts: ({ roundId }: z.output<typeof SealCounter>) => ({ ...heldRound(roundId), counters: countersOf(roundId) }),
  decide({ rows, open, seal, viewer, now }, { roundId, counter }) {
    const { row, who } = standingHeld(rows);
    allow(canSeal(viewer.id, who));
    const round = openRound(open, row);
    const wrong = findMisfit(round.document, counter);
    if (wrong) throw invalid(`counter.${wrong.path}`, wrong.sentence);
    const late = who.state === 'revealed';
    const before = rows.counters.find(({ authorId }) => authorId === viewer.id);
    const rev = (before?.rev ?? 0) + 1;
    const abstained = abstainsWholly(round.document, counter);
    const sealed = seal(counterContent, counterBind(roundId, viewer.id, round.ownerId, rev), counter);
    const kept = before ? replaceCounter(roundId, before.rev, abstained, sealed) : addCounter(roundId, late, abstained, sealed);
    const asked = viewer.id !== round.ownerId;
    const revealed = asked && isDue({ ...who, tally: withAnswer(who, before, abstained) }, now);
    const answered = settleAsked(roundId, ['roundOpened', 'roundReminder', 'roundNears', 'shared']);
    return { changes: [kept, answered, settleRound(roundId)], answer: { roundId, late, revealed } };
  },
});

/** Reveals to all together, when the warning named the number that is still true: that of the last set moment. */
export const revealingRound = act({
  facts: ({ roundId }: z.output<typeof RevealRound>) => ({ ...heldRound(roundId), shown: shownTallyOf(roundId) }),
  decide({ rows, viewer }, { roundId, missing: named }) {
    const { who } = standingHeld(rows);
    allow(canReveal(viewer.id, who));
    const missing = countMissingCounters(rows.shown[0] ?? who.tally);
    if (missing !== named)
      throw conflict({ missing }, 'The people asked have changed, or a set time has come and more have sealed. Look again.');
    return { changes: [moveRound(roundId, 'revealed'), tellAsked(roundId, 'roundRevealed')], answer: { roundId } };
  },
});

/** Another deadline for a round that is open, or none. */
export const extendingRound = act({
  facts: ({ roundId }: z.output<typeof ExtendRound>) => heldRound(roundId),
  decide({ rows, open, seal, viewer, now }, { roundId, rev, deadlineAt }) {
    const { row, who } = standingHeld(rows);
    allow(canExtend(viewer.id, who));
    refusePast(deadlineAt, now);
    const round = openRound(open, row);
    if (round.rev !== rev) throw conflict(round);
    const sealed = seal(roundContent, roundBind(row, rev + 1), round.document);
    const at = deadlineAt === null ? null : new Date(deadlineAt);
    return { changes: [replaceRound(roundId, rev, round.quorum, round.named, at, sealed, now)], answer: { rev: rev + 1 } };
  },
});

/** The owner's one reminder. The answer says neither to whom nor to how many it went. */
export const remindingRound = act({
  facts: ({ roundId }: z.output<typeof RoundRef>) => heldRound(roundId),
  decide({ rows, viewer, now }, { roundId }) {
    const { row, who } = standingHeld(rows);
    allow(canRemind(viewer.id, who, row.remindedAt?.toISOString() ?? null));
    return { changes: [remindRound(roundId)], answer: { roundId, remindedAt: now.toISOString() } };
  },
});

type Rule = (viewerId: string, who: RoundStanding) => ReturnType<typeof canClose>;

const ending = (rule: Rule, state: RoundState) =>
  act({
    facts: ({ roundId }: z.output<typeof RoundRef>) => heldRound(roundId),
    decide({ rows, viewer }, { roundId }) {
      allow(rule(viewer.id, standingHeld(rows).who));
      return { changes: [moveRound(roundId, state)], answer: { roundId } };
    },
  });

/** Cancels: nobody ever sees what was sealed. */
export const cancellingRound = ending(canCancel, 'cancelled');

/** Closes a revealed round: no late counter is taken any more. */
export const closingRound = ending(canClose, 'closed');
