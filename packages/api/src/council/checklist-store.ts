import { newId } from '@parley/db/id';
import type { Checklist, ChecklistContent } from '@parley/domain/council/checklist';
import { ChecklistFields } from '@parley/domain/council/checklist-input';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { Scope } from '../trpc.ts';

type Row = { id: string; councilId: string; authorId: string; rev: number; sealed: Uint8Array };

/** Sealed under the council's key: it stays when its author leaves. */
function ref(id: string, councilId: string, rev: number) {
  return { table: 'checklist', id, owner: councilId, rev };
}

async function openRow(scope: Scope, { id, councilId, authorId, rev, sealed }: Row): Promise<Checklist> {
  const content = await scope.vault.open(ref(id, councilId, rev), sealed, ChecklistFields);
  return { checklistId: id, councilId, authorId, rev, ...content };
}

/** How many checklists a council has. */
export function countChecklists(scope: Scope, councilId: string): Promise<number> {
  return scope.db.checklist.count({ where: { councilId } });
}

/** One checklist. Throws not-found for who is not in its council. */
export async function findChecklist(scope: Scope, id: string): Promise<Checklist> {
  const row = await scope.db.checklist.findUnique({ where: { id } });
  if (!row) throw notFound();
  return openRow(scope, row);
}

/** Writes a checklist, of the viewer's, for a council. */
export async function createChecklist(scope: Scope, councilId: string, content: ChecklistContent): Promise<Checklist> {
  const id = newId();
  const authorId = scope.viewer.id;
  const sealed = await scope.vault.seal(ref(id, councilId, 1), content);
  await scope.db.checklist.createMany({ data: [{ id, councilId, authorId, sealed, createdAt: scope.now }] });
  return { checklistId: id, councilId, authorId, rev: 1, ...content };
}

/** Writes the next revision. Throws a conflict with the newer checklist when another came first. */
export async function saveChecklist(
  scope: Scope,
  { checklistId: id, councilId, authorId }: Checklist,
  rev: number,
  content: ChecklistContent,
): Promise<Checklist> {
  const sealed = await scope.vault.seal(ref(id, councilId, rev + 1), content);
  const { count } = await scope.db.checklist.updateMany({ where: { id, rev }, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict(await findChecklist(scope, id));
  return { checklistId: id, councilId, authorId, rev: rev + 1, ...content };
}

/** Ends a checklist; ticks on its lines are ticks on nothing from then on. */
export async function removeChecklist(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.checklist.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}
