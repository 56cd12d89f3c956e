import { allow } from '@parley/domain/kernel/decision';
import { invalid, notFound } from '@parley/domain/kernel/error';
import type { SealCounter } from '@parley/domain/round/input';
import { canSeal } from '@parley/domain/round/policy';
import { findMisfit } from '@parley/domain/round/round';
import { isDue } from '@parley/domain/round/seats';
import type { z } from 'zod';
import { itemReaders } from '../item/rows.ts';
import { act } from '../write.ts';
import {
  addCounter,
  counterBind,
  counterContent,
  countersOf,
  holdRound,
  openRound,
  replaceCounter,
  roundOf,
  roundSeats,
  settleRound,
  standingOf,
} from './rows.ts';

/** Seals the viewer's counter, or seals it anew: the last one counts. The last one that is missing reveals them all. */
export const sealingCounter = act({
  facts: ({ roundId }: z.output<typeof SealCounter>) => ({
    held: holdRound(roundId),
    settled: settleRound(roundId),
    round: roundOf(roundId),
    readers: itemReaders(roundId),
    seats: roundSeats(roundId),
    counters: countersOf(roundId),
  }),
  decide({ rows, open, seal, viewer, now }, { roundId, counter }) {
    const [row] = rows.round;
    if (!row) throw notFound();
    const who = standingOf(row, rows.readers, rows.seats);
    allow(canSeal(viewer.id, who));
    const round = openRound(open, row);
    const wrong = findMisfit(round.document, counter.package);
    if (wrong) throw invalid(`counter.${wrong.path}`, wrong.sentence);
    const late = who.state === 'revealed';
    const before = rows.counters.find(({ authorId }) => authorId === viewer.id);
    const rev = (before?.rev ?? 0) + 1;
    const sealed = seal(counterContent, counterBind(roundId, viewer.id, round.ownerId, rev), counter);
    const kept = before ? replaceCounter(roundId, before.rev, sealed) : addCounter(roundId, late, sealed);
    const revealed = !late && isDue({ ...who, sealedIds: [...who.sealedIds, viewer.id] }, now);
    return { changes: [kept, settleRound(roundId)], answer: { roundId, late, revealed } };
  },
});
