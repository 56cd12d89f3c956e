import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { ObjectionFields } from '@parley/domain/negotiation/plan/input';
import type { Objection, ObjectionContent } from '@parley/domain/negotiation/plan/objection';
import type { Scope } from '../../trpc.ts';

type Row = { id: string; rev: number; sealed: Uint8Array };
export type ObjectionFound = { objection: Objection; ownerId: string };

function ref(id: string, owner: string, rev: number) {
  return { table: 'objection', id, owner, rev };
}

async function openRow(scope: Scope, ownerId: string, row: Row): Promise<Objection> {
  const content = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, ObjectionFields);
  return { objectionId: row.id, rev: row.rev, ...content };
}

/** The objections in the order in which they were written. */
export async function findObjections(scope: Scope, negotiationId: string, ownerId: string): Promise<Objection[]> {
  const rows = await scope.db.objection.findMany({ where: { negotiationId }, orderBy: [{ rank: 'asc' }, { id: 'asc' }] });
  return Promise.all(rows.map((row) => openRow(scope, ownerId, row)));
}

/** One objection with whose it is. */
export async function findObjection(scope: Scope, id: string): Promise<ObjectionFound> {
  const row = await scope.db.objection.findUnique({
    where: { id },
    include: { negotiation: { select: { item: { select: { ownerId: true } } } } },
  });
  if (!row) throw notFound();
  const { ownerId } = row.negotiation.item;
  return { objection: await openRow(scope, ownerId, row), ownerId };
}

/** Adds objections after the last one, in the given order. */
export async function createObjections(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  contents: readonly ObjectionContent[],
): Promise<Objection[]> {
  const last = await scope.db.objection.aggregate({ where: { negotiationId }, _max: { rank: true } });
  const first = (last._max.rank ?? 0) + 1;
  const made = contents.map((content) => ({ objectionId: newId(), rev: 1, ...content }));
  const data = await Promise.all(
    made.map(async ({ objectionId: id, says, reply }, index) => ({
      id,
      negotiationId,
      rank: first + index,
      sealed: await scope.vault.seal(ref(id, ownerId, 1), { says, reply }),
    })),
  );
  await scope.db.objection.createMany({ data });
  return made;
}

/** Writes the next revision. Throws a conflict with the newer objection when another came first. */
export async function saveObjection(
  scope: Scope,
  found: ObjectionFound,
  rev: number,
  content: ObjectionContent,
): Promise<Objection> {
  const id = found.objection.objectionId;
  const sealed = await scope.vault.seal(ref(id, found.ownerId, rev + 1), content);
  const { count } = await scope.db.objection.updateMany({ where: { id, rev }, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict((await findObjection(scope, id)).objection);
  return { objectionId: id, rev: rev + 1, ...content };
}

/** Ends an objection. */
export async function removeObjection(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.objection.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}
