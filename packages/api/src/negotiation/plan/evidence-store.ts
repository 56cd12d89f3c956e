import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { Evidence, EvidenceContent } from '@parley/domain/negotiation/plan/evidence';
import { EvidenceFields } from '@parley/domain/negotiation/plan/input';
import type { Scope } from '../../trpc.ts';

type Row = { id: string; rev: number; sealed: Uint8Array };
export type EvidenceFound = { evidence: Evidence; ownerId: string };

function ref(id: string, owner: string, rev: number) {
  return { table: 'evidence', id, owner, rev };
}

async function openRow(scope: Scope, ownerId: string, row: Row): Promise<Evidence> {
  const content = await scope.vault.open(ref(row.id, ownerId, row.rev), row.sealed, EvidenceFields);
  return { evidenceId: row.id, rev: row.rev, ...content };
}

/** The evidence in the order in which it was written down. */
export async function findEvidence(scope: Scope, negotiationId: string, ownerId: string): Promise<Evidence[]> {
  const rows = await scope.db.evidence.findMany({ where: { negotiationId }, orderBy: { id: 'asc' } });
  return Promise.all(rows.map((row) => openRow(scope, ownerId, row)));
}

/** One entry with whose it is. */
export async function findEntry(scope: Scope, id: string): Promise<EvidenceFound> {
  const row = await scope.db.evidence.findUnique({
    where: { id },
    include: { negotiation: { select: { item: { select: { ownerId: true } } } } },
  });
  if (!row) throw notFound();
  const { ownerId } = row.negotiation.item;
  return { evidence: await openRow(scope, ownerId, row), ownerId };
}

/** Writes an entry down. */
export async function createEvidence(
  scope: Scope,
  negotiationId: string,
  ownerId: string,
  content: EvidenceContent,
): Promise<Evidence> {
  const id = newId();
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), content);
  await scope.db.evidence.createMany({ data: [{ id, negotiationId, sealed, createdAt: scope.now }] });
  return { evidenceId: id, rev: 1, ...content };
}

/** Writes the next revision. Throws a conflict with the newer entry when another came first. */
export async function saveEvidence(scope: Scope, found: EvidenceFound, rev: number, content: EvidenceContent): Promise<Evidence> {
  const id = found.evidence.evidenceId;
  const sealed = await scope.vault.seal(ref(id, found.ownerId, rev + 1), content);
  const { count } = await scope.db.evidence.updateMany({ where: { id, rev }, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict((await findEntry(scope, id)).evidence);
  return { evidenceId: id, rev: rev + 1, ...content };
}

/** Ends an entry; asks that rested on it stand without it. */
export async function removeEvidence(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.evidence.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}
