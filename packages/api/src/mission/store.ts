import type { Prisma } from '@parley/db/generated/client';
import { notFound } from '@parley/domain/kernel/error';
import { missionDocument } from '@parley/domain/mission/input';
import type { MissionDocument, MissionState } from '@parley/domain/mission/mission';
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
