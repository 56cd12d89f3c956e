import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { MoveContent as MoveSchema } from '@parley/domain/negotiation/ledger/input';
import type { KeptMove, MoveContent } from '@parley/domain/negotiation/ledger/move';
import type { Scope } from '../../trpc.ts';

export type MoveFound = { move: KeptMove; ownerId: string; opportunityId: string };
type Row = { id: string; rev: number; at: Date; sealed: Uint8Array };

function ref(id: string, owner: string, rev: number) {
  return { table: 'move', id, owner, rev };
}

async function openRow(scope: Scope, ownerId: string, row: Row): Promise<KeptMove> {
  const content = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, MoveSchema);
  return { moveId: row.id, rev: row.rev, at: row.at.toISOString(), ...content };
}

/** The moves in the order in which they were made. */
export async function findMoves(scope: Scope, negotiationId: string, ownerId: string): Promise<KeptMove[]> {
  const rows = await scope.db.move.findMany({ where: { negotiationId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return Promise.all(rows.map((row) => openRow(scope, ownerId, row)));
}

/** One move with whose it is. */
export async function findMove(scope: Scope, id: string): Promise<MoveFound> {
  const row = await scope.db.move.findUnique({
    where: { id },
    include: { negotiation: { select: { item: { select: { ownerId: true, opportunityId: true } } } } },
  });
  if (!row) throw notFound();
  const { ownerId, opportunityId } = row.negotiation.item;
  return { move: await openRow(scope, ownerId, row), ownerId, opportunityId };
}

/** Writes a move into the ledger. */
export async function createMove(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  { at, ...content }: MoveContent & { at: string },
): Promise<KeptMove> {
  const id = newId();
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), content);
  await scope.db.move.createMany({ data: [{ id, negotiationId, at: new Date(at), sealed, createdAt: scope.now }] });
  return { moveId: id, rev: 1, at, ...content };
}

/** Corrects a move. Throws a conflict with the newer one when another came first. */
export async function saveMove(
  scope: Scope,
  found: MoveFound,
  rev: number,
  { at, ...content }: MoveContent & { at: string },
): Promise<KeptMove> {
  const id = found.move.moveId;
  const sealed = await scope.vault.seal(ref(id, found.ownerId, rev + 1), content);
  const data = { rev: rev + 1, at: new Date(at), sealed };
  const { count } = await scope.db.move.updateMany({ where: { id, rev }, data });
  if (count === 0) throw conflict((await findMove(scope, id)).move);
  return { moveId: id, rev: rev + 1, at, ...content };
}

/** Takes a move out of the ledger. */
export async function removeMove(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.move.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}
