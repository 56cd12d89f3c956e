import { newId } from '@parley/db/id';
import { canAddChecklist, canEditChecklist } from '@parley/domain/council/checklist';
import type { CreateChecklist, RemoveChecklist, SaveChecklist } from '@parley/domain/council/checklist-input';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { act, type Facts } from '../write.ts';
import { holdSeats, seatsOf } from './change-rows.ts';
import {
  addChecklist,
  checklistContent,
  checklistIn,
  checklistsOf,
  dropChecklist,
  holdChecklist,
  openChecklist,
  replaceChecklist,
  seatsBesideChecklist,
} from './checklist-rows.ts';
import { councilOf } from './rows.ts';

/** Writes a checklist of the viewer's. It is sealed under the council's key: it stays when its author leaves. */
export const creatingChecklist = act({
  facts: ({ councilId }: z.output<typeof CreateChecklist>) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
    checklists: checklistsOf(councilId),
  }),
  decide({ rows, seal, viewer, now }, { councilId, checklist }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const facts = { closed: council.closedAt !== null, seats: rows.seats };
    allow(canAddChecklist(facts, viewer.id, rows.checklists.length));
    const id = newId();
    const sealed = seal(checklistContent, { id, owner: councilId, rev: 1 }, checklist);
    return { changes: [addChecklist(id, councilId, sealed, now)], answer: { checklistId: id, rev: 1 } };
  },
});

const editFacts = (checklistId: string) => ({
  held: holdChecklist(checklistId),
  checklist: checklistIn(checklistId),
  seats: seatsBesideChecklist(checklistId),
});

/** The checklist that an edit is about. Throws for who may not change it. */
function openEditable({ rows, open, viewer }: Pick<Facts<ReturnType<typeof editFacts>>, 'rows' | 'open' | 'viewer'>) {
  const [row] = rows.checklist;
  if (!row) throw notFound();
  allow(canEditChecklist({ closed: row.closedAt !== null, seats: rows.seats }, viewer.id, row.authorId));
  return openChecklist(open, row);
}

/** Keeps its title and lines. A conflict brings the newer ones. */
export const savingChecklist = act({
  facts: ({ checklistId }: z.output<typeof SaveChecklist>) => editFacts(checklistId),
  decide(given, { checklistId, rev, checklist }) {
    const before = openEditable(given);
    if (before.rev !== rev) throw conflict(before);
    const sealed = given.seal(checklistContent, { id: checklistId, owner: before.councilId, rev: rev + 1 }, checklist);
    return { changes: [replaceChecklist(checklistId, rev, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Ends it; ticks on its lines are ticks on nothing from then on. */
export const removingChecklist = act({
  facts: ({ checklistId }: z.output<typeof RemoveChecklist>) => editFacts(checklistId),
  decide(given, { checklistId }) {
    openEditable(given);
    return { changes: [dropChecklist(checklistId)], answer: { checklistId } };
  },
});
