import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { missionDocument } from '@parley/domain/mission/input';
import { missionStates } from '@parley/domain/mission/mission';

export const missionContent = content('mission', missionDocument);

const state = word('mission_state', missionStates);
export const missionColumns = { id: uuid, opportunityId: uuid, ownerId: uuid, rev: int, state, updatedAt: time, sealed, wrapped };

/** Missions with their owner's key, for a statement that says which. */
export const missionText = `select m.id, m.opportunity_id, m.owner_id, m.rev, m.state, m.updated_at, m.sealed, k.wrapped
  from mission m join sealing_key k on k.owner_id = m.owner_id`;

/** A mission that the viewer may read, with its owner's key. */
export const missionOf = statement({
  name: 'mission_of',
  takes: [uuid],
  gives: missionColumns,
  text: `${missionText} where m.id = $1`,
});

/** How many comments on an item come from somebody other than its owner. */
export const peerComments = statement({
  name: 'peer_comments',
  takes: [uuid],
  gives: { count: int },
  text: `select count(*)::int as count from comment
    where thread_id in (select id from thread where item_id = $1) and author_id <> owner_id and deleted_at is null`,
});

/** The mission beside another item of the same opportunity, if the viewer may read it. */
export const missionBeside = statement({
  name: 'mission_beside',
  takes: [uuid],
  gives: { id: uuid, rev: int, sealed },
  text: `select id, rev, sealed from mission
    where opportunity_id = (select i.opportunity_id from item i where i.id = $1) order by id`,
});

/** The viewer's own mission of an opportunity. */
export const missionFor = statement({
  name: 'mission_for',
  takes: [uuid],
  gives: { id: uuid, rev: int, sealed },
  text: 'select id, rev, sealed from mission where opportunity_id = $1 and owner_id = viewer()',
});

/** The viewer's own mission, which nobody else changes until the end of the transaction. */
export const holdMission = statement({
  name: 'hold_mission',
  takes: [uuid],
  gives: missionColumns,
  text: `${missionText} where m.id = $1 and m.owner_id = viewer() for update of m`,
});

/** The viewer's own mission on which a conversation hangs, held in the same way. */
export const holdMissionUnder = statement({
  name: 'hold_mission_under',
  takes: [uuid],
  gives: missionColumns,
  text: `${missionText} where m.id = (select t.item_id from thread t where t.id = $1) and m.owner_id = viewer() for update of m`,
});

export const addMission = statement({
  name: 'add_mission',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into mission (id, opportunity_id, sealed, updated_at) values ($1, $2, $3, $4)',
});

/** The next revision of it: state and document. */
export const replaceMission = mustChange({
  name: 'replace_mission',
  takes: [uuid, int, state, bytes, time],
  text: 'update mission set rev = $2 + 1, state = $3, sealed = $4, updated_at = $5 where id = $1 and rev = $2',
});

export const dropMission = mustChange({
  name: 'drop_mission',
  takes: [uuid, int],
  text: 'delete from mission where id = $1 and rev = $2',
});

/** A mission as it is kept. */
export function openMission(open: Ring['open'], row: RowIn<typeof missionOf>) {
  const { id, opportunityId, ownerId, rev, state: reached, updatedAt } = row;
  const document = open(missionContent, { id, owner: ownerId, rev }, row.sealed);
  return { missionId: id, opportunityId, ownerId, rev, state: reached, updatedAt: updatedAt.toISOString(), document };
}
