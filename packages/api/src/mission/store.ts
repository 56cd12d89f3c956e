import type { Prisma } from '@parley/db/generated/client';
import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { missionDocument } from '@parley/domain/mission/input';
import { emptyMission, type MissionDocument, type MissionState } from '@parley/domain/mission/mission';
import type { Scope } from '../trpc.ts';

/** A mission as it is kept. */
export type Mission = {
  missionId: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  state: MissionState;
  updatedAt: string;
  document: MissionDocument;
};

const withItem = { item: { select: { ownerId: true } } } as const satisfies Prisma.MissionInclude;

function ref(id: string, owner: string, rev: number) {
  return { table: 'mission', id, owner, rev };
}

async function openRow(scope: Scope, row: Prisma.MissionGetPayload<{ include: typeof withItem }>): Promise<Mission> {
  const { id, rev, state, opportunityId } = row;
  const { ownerId } = row.item;
  const document = await scope.vault.open(ref(id, ownerId, rev), row.sealed, missionDocument);
  return { missionId: id, opportunityId, ownerId, rev, state, updatedAt: row.updatedAt.toISOString(), document };
}

/** A mission that the viewer may read. Throws not-found otherwise. */
export async function findMission(scope: Scope, missionId: string): Promise<Mission> {
  const row = await scope.db.mission.findUnique({ where: { id: missionId }, include: withItem });
  if (!row) throw notFound();
  return openRow(scope, row);
}

/** The mission of an opportunity, or null when there is none that the viewer may read. */
export async function findMissionOf(scope: Scope, opportunityId: string): Promise<Mission | null> {
  const row = await scope.db.mission.findUnique({ where: { opportunityId }, include: withItem });
  return row && openRow(scope, row);
}

/** Makes the empty mission of an opportunity, visible to its owner alone. */
export async function createMission(scope: Scope, opportunityId: string): Promise<Mission> {
  const id = newId();
  const ownerId = scope.viewer.id;
  const item = { id, kind: 'mission', ownerId, opportunityId, createdAt: scope.now } as const;
  await scope.db.item.createMany({ data: [item] });
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), emptyMission);
  // a second one for the same opportunity breaks the unique index, which answers as a conflict
  await scope.db.mission.createMany({ data: [{ id, opportunityId, sealed, updatedAt: scope.now }] });
  return findMission(scope, id);
}

/** Writes the next revision of what was loaded. Throws a conflict with the newer one when another came first. */
export async function saveMission(scope: Scope, loaded: Mission, next: Pick<Mission, 'state' | 'document'>): Promise<Mission> {
  const { missionId: id, ownerId, rev } = loaded;
  const sealed = await scope.vault.seal(ref(id, ownerId, rev + 1), next.document);
  const data = { rev: rev + 1, sealed, state: next.state, updatedAt: scope.now };
  const { count } = await scope.db.mission.updateMany({ where: { id, rev }, data });
  const now = await findMission(scope, id);
  if (count === 0) throw conflict(now);
  return now;
}

/** Ends a mission with its threads and shares. */
export async function removeMission(scope: Scope, { missionId: id, rev }: Mission): Promise<void> {
  const { count } = await scope.db.mission.deleteMany({ where: { id, rev } });
  if (count === 0) throw conflict(await findMission(scope, id));
  await scope.db.item.deleteMany({ where: { id } });
}
