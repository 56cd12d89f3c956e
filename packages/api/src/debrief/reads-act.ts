import type { RevealReads, SealRead } from '@parley/domain/debrief/input';
import { canAskReads, canReveal } from '@parley/domain/debrief/policy';
import { countMissingReads, type ReadsRound } from '@parley/domain/debrief/reads';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { itemReaders } from '../item/rows.ts';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import { askForReads, revealReads } from './change-rows.ts';
import {
  addRead,
  debriefOf,
  holdDebrief,
  readBind,
  readContent,
  readSeats,
  readsOf,
  readsRound,
  replaceRead,
  shownReadSeats,
} from './rows.ts';

const roundFacts = (debriefId: string) => ({
  held: holdDebrief(debriefId),
  debrief: debriefOf(debriefId),
  readers: itemReaders(debriefId),
  seats: readSeats(debriefId),
});

function roundOf({ rows }: Pick<Facts<ReturnType<typeof roundFacts>>, 'rows'>): ReadsRound {
  const [row] = rows.debrief;
  if (!row) throw notFound();
  return readsRound(row, rows.readers, rows.seats);
}

/** Those who are told: the readers, in an order that says nothing. */
const toldOf = ({ readerIds }: ReadsRound, kind: 'readsAsked' | 'revealed') => readerIds.toSorted().map((id) => ({ id, kind }));

/** Opens the reads with the owner's own, sealed first, and tells the readers. */
export const askingReads = act({
  facts: ({ debriefId }: z.output<typeof SealRead>) => ({ ...roundFacts(debriefId), reads: readsOf(debriefId) }),
  decide(given, { debriefId, read }) {
    const { rows, seal, viewer, now } = given;
    const round = roundOf(given);
    allow(canAskReads(viewer.id, round));
    const before = rows.reads.find(({ authorId }) => authorId === viewer.id);
    const sealed = seal(readContent, readBind(debriefId, viewer.id, round.ownerId, (before?.rev ?? 0) + 1), read);
    const kept = before ? replaceRead(debriefId, before.rev, sealed) : addRead(debriefId, sealed);
    const told = tell(toldOf(round, 'readsAsked'), { itemId: debriefId }, now);
    return { changes: [kept, askForReads(debriefId), ...told], answer: { debriefId } };
  },
});

/** Reveals all reads at the owner's word. A conflict says how many were missing at the last set moment. */
export const revealingReads = act({
  facts: ({ debriefId }: z.output<typeof RevealReads>) => ({ ...roundFacts(debriefId), shown: shownReadSeats(debriefId) }),
  decide(given, { debriefId, missing: seen }) {
    const round = roundOf(given);
    allow(canReveal(given.viewer.id, round));
    const missing = countMissingReads({ ...round, sealedIds: given.rows.shown.map(({ id }) => id) });
    if (missing !== seen) throw conflict({ missing }, 'The seats or the readers have changed. Look again.');
    const told = tell(toldOf(round, 'revealed'), { itemId: debriefId }, given.now);
    return { changes: [revealReads(debriefId, given.now), ...told], answer: { debriefId } };
  },
});
