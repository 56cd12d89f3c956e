import { content } from '@parley/db/memory';
import { int, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { missionDocument } from '@parley/domain/mission/input';
import { missionStates } from '@parley/domain/mission/mission';

export const missionContent = content('mission', missionDocument);

/** A mission that the viewer may read, with its owner's key. */
export const missionOf = statement({
  name: 'mission_of',
  takes: [uuid],
  gives: {
    id: uuid,
    opportunityId: uuid,
    ownerId: uuid,
    rev: int,
    state: word('mission_state', missionStates),
    updatedAt: time,
    sealed,
    wrapped,
  },
  text: `select m.id, m.opportunity_id, m.owner_id, m.rev, m.state, m.updated_at, m.sealed, k.wrapped
    from mission m join sealing_key k on k.owner_id = m.owner_id where m.id = $1`,
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
