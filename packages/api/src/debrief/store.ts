import { newId } from '@parley/db/id';
import { blankDebrief, type DebriefDocument, type DebriefKind, type DebriefOutcome } from '@parley/domain/debrief/debrief';
import { debriefDocument } from '@parley/domain/debrief/input';
import type { ReadsState } from '@parley/domain/debrief/reads';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { Scope } from '../trpc.ts';

export type Debrief = {
  id: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  readsState: ReadsState;
  outcome: DebriefOutcome | null;
  outcomeOn: string | null;
  document: DebriefDocument;
};

export type Outcome = { outcome: DebriefOutcome; on: string };

const columns = {
  id: true,
  readsState: true,
  outcome: true,
  outcomeOn: true,
  rev: true,
  sealed: true,
  item: { select: { ownerId: true, opportunityId: true } },
} as const;

type Row = {
  id: string;
  readsState: ReadsState;
  outcome: DebriefOutcome | null;
  outcomeOn: Date | null;
  rev: number;
  sealed: Uint8Array;
  item: { ownerId: string; opportunityId: string };
};

const sealOf = (id: string, owner: string, rev: number) => ({ table: 'debrief', id, owner, rev });

async function opened(scope: Scope, { sealed, item, outcomeOn, ...row }: Row): Promise<Debrief> {
  const document = await scope.vault.open(sealOf(row.id, item.ownerId, row.rev), sealed, debriefDocument);
  return { ...row, ...item, outcomeOn: outcomeOn?.toISOString().slice(0, 10) ?? null, document };
}

/** One debrief that the viewer may read. */
export async function findDebrief(scope: Scope, debriefId: string): Promise<Debrief> {
  const row = await scope.db.debrief.findUnique({ where: { id: debriefId }, select: columns });
  if (!row) throw notFound();
  return opened(scope, row);
}

/** Makes an empty debrief that only the viewer sees. */
export async function createDebrief(scope: Scope, opportunityId: string, kind: DebriefKind): Promise<string> {
  const id = newId();
  const ownerId = scope.viewer.id;
  const sealed = await scope.vault.seal(sealOf(id, ownerId, 1), blankDebrief(kind));
  await scope.db.item.create({ data: { id, kind: 'debrief', ownerId, opportunityId } });
  await scope.db.debrief.create({ data: { id, sealed, updatedAt: scope.now } });
  return id;
}

type Change = { outcome?: DebriefOutcome | null; outcomeOn?: Date | null };

async function write(scope: Scope, before: Debrief, rev: number, document: DebriefDocument, change: Change): Promise<void> {
  const sealed = await scope.vault.seal(sealOf(before.id, before.ownerId, rev + 1), document);
  const saved = await scope.db.debrief.updateMany({
    where: { id: before.id, rev },
    data: { ...change, rev: rev + 1, sealed, updatedAt: scope.now },
  });
  if (saved.count === 0) throw conflict(await findDebrief(scope, before.id));
}

/** Keeps what the owner wrote. Throws a conflict with the newer debrief when somebody saved since `rev`. */
export function saveDocument(scope: Scope, before: Debrief, rev: number, document: DebriefDocument): Promise<void> {
  return write(scope, before, rev, document, {});
}

/** Keeps what came of it, or that nothing is known yet. Throws a conflict as above. */
export function saveOutcome(scope: Scope, before: Debrief, rev: number, result: Outcome | null): Promise<void> {
  const outcomeOn = result && new Date(`${result.on}T00:00:00Z`);
  return write(scope, before, rev, before.document, { outcome: result?.outcome ?? null, outcomeOn });
}

/** Ends a debrief with its reads, threads and shares. */
export async function removeDebrief(scope: Scope, debriefId: string): Promise<void> {
  const removed = await scope.db.item.deleteMany({ where: { id: debriefId, kind: 'debrief' } });
  if (removed.count === 0) throw notFound();
}
