import { newId } from '@parley/db/id';
import { inOrder, type Stage, type StageEntry } from '@parley/domain/opportunity/opportunity';
import type { Scope } from '../trpc.ts';

/** The dated history, for those who may read the opportunity itself: row-level security shows it to nobody else. */
export async function findHistory(scope: Scope, opportunityId: string): Promise<StageEntry[]> {
  const rows = await scope.db.stageChange.findMany({ where: { opportunityId } });
  return inOrder(rows.map(({ id, stage, on, at }) => ({ id, stage, on: on.toISOString().slice(0, 10), at: at.toISOString() })));
}

/** Adds one entry to the history. */
export async function addStage(scope: Scope, opportunityId: string, stage: Stage, on: string): Promise<void> {
  const entry = { id: newId(), opportunityId, stage, on: new Date(`${on}T00:00:00Z`), at: scope.now };
  await scope.db.stageChange.createMany({ data: [entry] });
}

/** Takes one entry out of the history. */
export async function dropStage(scope: Scope, entryId: string): Promise<void> {
  await scope.db.stageChange.deleteMany({ where: { id: entryId } });
}
