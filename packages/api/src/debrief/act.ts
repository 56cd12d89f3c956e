import { newId } from '@parley/db/id';
import { blankDebrief } from '@parley/domain/debrief/debrief';
import type { CreateDebrief, DebriefRef, SaveDebrief, SealRead, SetOutcome } from '@parley/domain/debrief/input';
import { canSealRead, canSetOutcome } from '@parley/domain/debrief/policy';
import { isComplete } from '@parley/domain/debrief/reads';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { addItem, dropItem } from '../item/change-rows.ts';
import { itemReaders } from '../item/rows.ts';
import { settleAsked } from '../notification/rows.ts';
import { act } from '../write.ts';
import { addDebrief } from './change-rows.ts';
import {
  addRead,
  debriefBind,
  debriefContent,
  debriefOf,
  debriefsAmong,
  holdDebrief,
  openDebrief,
  readBind,
  readContent,
  readSeats,
  readsOf,
  readsRound,
  replaceDebrief,
  replaceOutcome,
  replaceRead,
  revealComplete,
} from './rows.ts';

/**
 * Makes a debrief that only its owner sees. One whose answer got lost on the way comes again under its own id, with what was
 * written since: then that is kept. A conflict brings what was saved elsewhere meanwhile.
 */
export const creatingDebrief = act({
  facts: ({ debriefId }: z.output<typeof CreateDebrief>) => ({
    key: ownKey(),
    before: debriefsAmong(debriefId ? [debriefId] : []),
  }),
  decide({ rows, open, seal, viewer, now }, { opportunityId, kind, debriefId, document = blankDebrief(kind) }) {
    const [before] = rows.before;
    const id = debriefId ?? newId();
    if (!before) {
      const sealed = seal(debriefContent, { id, owner: viewer.id, rev: 1 }, document);
      const changes = [addItem(id, 'debrief', opportunityId, now), addDebrief(id, sealed, now)];
      return { changes, answer: { debriefId: id, rev: 1 } };
    }
    if (before.ownerId !== viewer.id || before.opportunityId !== opportunityId) throw notFound();
    if (before.rev !== 1) throw conflict(openDebrief(open, before));
    const sealed = seal(debriefContent, debriefBind(before, 2), document);
    return { changes: [replaceDebrief(id, 1, sealed, now)], answer: { debriefId: id, rev: 2 } };
  },
});

/** Ends a debrief with its reads, threads and shares. */
export const removingDebrief = act({
  facts: ({ debriefId }: z.output<typeof DebriefRef>) => ({ held: holdDebrief(debriefId), debrief: debriefOf(debriefId) }),
  decide({ rows, viewer }, { debriefId }) {
    if (rows.debrief[0]?.ownerId !== viewer.id) throw notFound();
    return { changes: [dropItem(debriefId)], answer: { debriefId } };
  },
});

/** Seals the viewer's read, or seals it anew: the last one counts. The last one that is missing reveals them all. */
export const sealingRead = act({
  facts: ({ debriefId }: z.output<typeof SealRead>) => ({
    held: holdDebrief(debriefId),
    debrief: debriefOf(debriefId),
    readers: itemReaders(debriefId),
    seats: readSeats(debriefId),
    reads: readsOf(debriefId),
  }),
  decide({ rows, seal, viewer }, { debriefId, read }) {
    const [row] = rows.debrief;
    if (!row) throw notFound();
    const round = readsRound(row, rows.readers, rows.seats);
    allow(canSealRead(viewer.id, round));
    const before = rows.reads.find(({ authorId }) => authorId === viewer.id);
    const sealed = seal(readContent, readBind(debriefId, viewer.id, row.ownerId, (before?.rev ?? 0) + 1), read);
    const kept = before ? replaceRead(debriefId, before.rev, sealed) : addRead(debriefId, sealed);
    const revealed = isComplete({ ...round, sealedIds: [...round.sealedIds, viewer.id] });
    const answered = settleAsked(debriefId, ['readsAsked', 'shared']);
    return { changes: [kept, answered, ...(revealed ? [revealComplete(debriefId)] : [])], answer: { debriefId, revealed } };
  },
});

/** Keeps what the owner wrote. A conflict brings the newer debrief. */
export const savingDebrief = act({
  facts: ({ debriefId }: z.output<typeof SaveDebrief>) => ({ held: holdDebrief(debriefId), debrief: debriefOf(debriefId) }),
  decide({ rows, open, seal, now }, { debriefId, rev, document }) {
    const [row] = rows.debrief;
    if (!row) throw notFound();
    if (row.rev !== rev) throw conflict(openDebrief(open, row));
    const sealed = seal(debriefContent, debriefBind(row, rev + 1), document);
    return { changes: [replaceDebrief(debriefId, rev, sealed, now)], answer: { rev: rev + 1 } };
  },
});

/** Keeps what came of it, or that nothing is known yet. A conflict as above. */
export const settingOutcome = act({
  facts: ({ debriefId }: z.output<typeof SetOutcome>) => ({
    held: holdDebrief(debriefId),
    debrief: debriefOf(debriefId),
    readers: itemReaders(debriefId),
    seats: readSeats(debriefId),
  }),
  decide({ rows, open, seal, viewer, now }, { debriefId, rev, result }) {
    const [row] = rows.debrief;
    if (!row) throw notFound();
    allow(canSetOutcome(viewer.id, readsRound(row, rows.readers, rows.seats)));
    const debrief = openDebrief(open, row);
    if (row.rev !== rev) throw conflict(debrief);
    const sealed = seal(debriefContent, debriefBind(row, rev + 1), debrief.document);
    const changed = replaceOutcome(debriefId, rev, sealed, result?.outcome ?? null, result?.on ?? null, now);
    return { changes: [changed], answer: { rev: rev + 1 } };
  },
});
