import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, type RowIn, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import { MissionVersionContent } from '@parley/domain/mission/versions/input';

export const missionVersionContent = content('mission_version', MissionVersionContent);

const version = { id: uuid, ownerId: uuid, createdAt: time, sealed, wrapped };
const versionText = `select v.id, v.owner_id, v.created_at, v.sealed, k.wrapped from mission_version v
  join sealing_key k on k.owner_id = v.owner_id`;

/** The versions of a mission that the viewer may read, oldest first. */
export const missionVersionsOf = statement({
  name: 'mission_versions_of',
  takes: [uuid],
  gives: version,
  text: `${versionText} where v.mission_id = $1 order by v.created_at, v.id`,
});

/** One version of the viewer's own mission. */
export const missionVersionOf = statement({
  name: 'mission_version_of',
  takes: [uuid, uuid],
  gives: version,
  text: `${versionText} where v.mission_id = $1 and v.id = $2 and v.owner_id = viewer()`,
});

/** One more version: its id, its mission, its content, when. */
export const addMissionVersion = statement({
  name: 'add_mission_version',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into mission_version (id, mission_id, sealed, created_at) values ($1, $2, $3, $4)',
});

type Row = RowIn<typeof missionVersionsOf>;

/** Versions under their owner's key, in the given order. A version never changes: its revision is 1. */
export function openMissionVersions(open: Ring['open'], rows: readonly Row[]) {
  return rows.map(({ id, ownerId: owner, createdAt, sealed: kept }) => ({
    versionId: id,
    at: createdAt.toISOString(),
    ...open(missionVersionContent, { id, owner, rev: 1 }, kept),
  }));
}
