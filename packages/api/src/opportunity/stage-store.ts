import { newId } from '@parley/db/id';
import type { Stage } from '@parley/domain/opportunity/opportunity';
import type { Scope } from '../trpc.ts';

/** Adds one entry to the history. */
export async function addStage(scope: Scope, opportunityId: string, stage: Stage, on: string): Promise<void> {
  const entry = { id: newId(), opportunityId, stage, on: new Date(`${on}T00:00:00Z`), at: scope.now };
  await scope.db.stageChange.createMany({ data: [entry] });
}

/** Takes one entry out of the history. */
export async function dropStage(scope: Scope, entryId: string): Promise<void> {
  await scope.db.stageChange.deleteMany({ where: { id: entryId } });
}
