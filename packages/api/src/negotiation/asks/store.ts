import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { Ask, AskContent } from '@parley/domain/negotiation/asks/ask';
import { AskContent as AskSchema } from '@parley/domain/negotiation/asks/input';
import type { Scope } from '../../trpc.ts';

type Row = { id: string; rev: number; sealed: Uint8Array };
export type AskFound = { ask: Ask; negotiationId: string; ownerId: string };

function ref(id: string, owner: string, rev: number) {
  return { table: 'ask', id, owner, rev };
}

async function openRow(scope: Scope, ownerId: string, row: Row): Promise<Ask> {
  const content = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, AskSchema);
  return { askId: row.id, rev: row.rev, ...content };
}

/** The asks in rank order. */
export async function findAsks(scope: Scope, negotiationId: string, ownerId: string): Promise<Ask[]> {
  const rows = await scope.db.ask.findMany({ where: { negotiationId }, orderBy: [{ rank: 'asc' }, { id: 'asc' }] });
  return Promise.all(rows.map((row) => openRow(scope, ownerId, row)));
}

/** One ask with whose it is. */
export async function findAsk(scope: Scope, askId: string): Promise<AskFound> {
  const row = await scope.db.ask.findUnique({
    where: { id: askId },
    include: { negotiation: { select: { item: { select: { ownerId: true } } } } },
  });
  if (!row) throw notFound();
  const { ownerId } = row.negotiation.item;
  return { ask: await openRow(scope, ownerId, row), negotiationId: row.negotiationId, ownerId };
}

/** Adds an ask after the last one. */
export async function createAsk(scope: Scope, negotiationId: string, ownerId: string, content: AskContent): Promise<Ask> {
  const id = newId();
  const last = await scope.db.ask.aggregate({ where: { negotiationId }, _max: { rank: true } });
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), content);
  await scope.db.ask.createMany({ data: [{ id, negotiationId, rank: (last._max.rank ?? 0) + 1, sealed }] });
  return { askId: id, rev: 1, ...content };
}

/** Writes the next revision. Throws a conflict with the newer ask when another came first. */
export async function saveAsk(scope: Scope, found: AskFound, rev: number, content: AskContent): Promise<Ask> {
  const id = found.ask.askId;
  const sealed = await scope.vault.seal(ref(id, found.ownerId, rev + 1), content);
  const { count } = await scope.db.ask.updateMany({ where: { id, rev }, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict((await findAsk(scope, id)).ask);
  return { askId: id, rev: rev + 1, ...content };
}

/** Ends an ask. Threads on it stay listed under its last words. */
export async function removeAsk(scope: Scope, askId: string): Promise<void> {
  const { count } = await scope.db.ask.deleteMany({ where: { id: askId } });
  if (count === 0) throw notFound();
}

/** Ranks the asks in this order, first to last, in one statement. */
export async function saveRanks(scope: Scope, negotiationId: string, order: readonly string[]): Promise<void> {
  await scope.db.$executeRaw`
    update ask set rank = placed.rank
    from unnest(${[...order]}::uuid[]) with ordinality as placed(id, rank)
    where ask.id = placed.id and ask.negotiation_id = ${negotiationId}::uuid`;
}
