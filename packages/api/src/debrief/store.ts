import { newId } from '@parley/db/id';
import { blankDebrief, type DebriefDocument, type DebriefKind, type DebriefOutcome } from '@parley/domain/debrief/debrief';
import type { ReadsState } from '@parley/domain/debrief/reads';
import { notFound } from '@parley/domain/kernel/error';
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

const sealOf = (id: string, owner: string, rev: number) => ({ table: 'debrief', id, owner, rev });

/** Makes an empty debrief that only the viewer sees. */
export async function createDebrief(scope: Scope, opportunityId: string, kind: DebriefKind): Promise<string> {
  const id = newId();
  const ownerId = scope.viewer.id;
  const sealed = await scope.vault.seal(sealOf(id, ownerId, 1), blankDebrief(kind));
  await scope.db.item.create({ data: { id, kind: 'debrief', ownerId, opportunityId } });
  await scope.db.debrief.create({ data: { id, sealed, updatedAt: scope.now } });
  return id;
}

/** Ends a debrief with its reads, threads and shares. */
export async function removeDebrief(scope: Scope, debriefId: string): Promise<void> {
  const removed = await scope.db.item.deleteMany({ where: { id: debriefId, kind: 'debrief' } });
  if (removed.count === 0) throw notFound();
}
