import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import type { Checklist } from '@parley/domain/council/checklist';
import { ChecklistFields } from '@parley/domain/council/checklist-input';

const checklistContent = content('checklist', ChecklistFields);
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

type ChecklistRow = RowIn<typeof checklistsOf>;

/** A checklist under its council's key. */
export function openChecklist(open: Ring['open'], row: ChecklistRow): Checklist {
  const { id, authorId, rev, ownerId: councilId } = row;
  const fields = open(checklistContent, { id, owner: councilId, rev }, row.sealed);
  return { checklistId: id, councilId, authorId, rev, ...fields };
}
