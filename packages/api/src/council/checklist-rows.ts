import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, maybe, mustChange, type RowIn, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import type { Checklist } from '@parley/domain/council/checklist';
import { ChecklistFields } from '@parley/domain/council/checklist-input';
import { seatColumns, seatsText } from './change-rows.ts';

export const checklistContent = content('checklist', ChecklistFields);
const checklist = { id: uuid, authorId: uuid, rev: int, sealed, ownerId: uuid, wrapped };
const checklistText = `select c.id, c.author_id, c.rev, c.sealed, k.owner_id, k.wrapped
  from checklist c join sealing_key k on k.owner_id = c.council_id`;

/** The checklists of a council, oldest first, with its key. */
export const checklistsOf = statement({
  name: 'checklists_of',
  takes: [uuid],
  gives: checklist,
  text: `${checklistText} where c.council_id = $1 order by c.id`,
});

/** Those of all open councils in which the viewer sits. */
export const ownChecklists = statement({
  name: 'own_checklists',
  takes: [],
  gives: checklist,
  text: `${checklistText} join council o on o.id = c.council_id and o.closed_at is null
    join membership m on m.council_id = c.council_id and m.account_id = viewer() and m.state = 'active' order by c.id`,
});

/** One checklist, and whether its council has closed. */
export const checklistIn = statement({
  name: 'checklist_in',
  takes: [uuid],
  gives: { ...checklist, closedAt: maybe(time) },
  text: `select c.id, c.author_id, c.rev, c.sealed, k.owner_id, k.wrapped, o.closed_at
    from checklist c join sealing_key k on k.owner_id = c.council_id join council o on o.id = c.council_id where c.id = $1`,
});

/** All places in the council of a checklist. */
export const seatsBesideChecklist = statement({
  name: 'seats_beside_checklist',
  takes: [uuid],
  gives: seatColumns,
  text: `${seatsText} where council_id = (select c.council_id from checklist c where c.id = $1)`,
});

/** The same checklist, held by who may change it until the end of the transaction: it gives nobody else a row. */
export const holdChecklist = statement({
  name: 'hold_checklist',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select id from checklist where id = $1 for update',
});

/** Its id, its council, its words, when: of the viewer's. */
export const addChecklist = statement({
  name: 'add_checklist',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into checklist (id, council_id, author_id, sealed, created_at) values ($1, $2, viewer(), $3, $4)',
});

export const replaceChecklist = mustChange({
  name: 'replace_checklist',
  takes: [uuid, int, bytes],
  text: 'update checklist set rev = $2 + 1, sealed = $3 where id = $1 and rev = $2',
});

export const dropChecklist = mustChange({
  name: 'drop_checklist',
  takes: [uuid],
  text: 'delete from checklist where id = $1',
});

type ChecklistRow = RowIn<typeof checklistsOf>;

/** A checklist under its council's key. */
export function openChecklist(open: Ring['open'], row: ChecklistRow): Checklist {
  const { id, authorId, rev, ownerId: councilId } = row;
  const fields = open(checklistContent, { id, owner: councilId, rev }, row.sealed);
  return { checklistId: id, councilId, authorId, rev, ...fields };
}
