import type { Ask } from '@parley/domain/negotiation/asks/ask';
import { AskContent as AskSchema } from '@parley/domain/negotiation/asks/input';
import type { Scope } from '../../trpc.ts';

type Row = { id: string; rev: number; sealed: Uint8Array };

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
