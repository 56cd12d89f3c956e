import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import { Helpers } from '@parley/domain/prep/input';
import type { GratitudeHouse } from '@parley/domain/prep/prep';

export const gratitudeContent = content('gratitude', Helpers);

/** The viewer's own list of who helped; no row until it is first kept. */
export const ownGratitude = statement({
  name: 'own_gratitude',
  takes: [],
  gives: { ownerId: uuid, rev: int, sealed, wrapped },
  text: `select g.account_id as owner_id, g.rev, g.sealed, k.wrapped
    from gratitude g join sealing_key k on k.owner_id = g.account_id where g.account_id = viewer()`,
});

/** The same, held until the end of the transaction. */
export const heldGratitude = statement({
  name: 'held_gratitude',
  takes: [],
  gives: { ownerId: uuid, rev: int, sealed, wrapped },
  text: `select g.account_id as owner_id, g.rev, g.sealed, k.wrapped
    from gratitude g join sealing_key k on k.owner_id = g.account_id where g.account_id = viewer() for update of g`,
});

export const addGratitude = statement({
  name: 'add_gratitude',
  takes: [bytes],
  gives: {},
  text: 'insert into gratitude (account_id, sealed) values (viewer(), $1)',
});

export const replaceGratitude = mustChange({
  name: 'replace_gratitude',
  takes: [int, bytes],
  text: 'update gratitude set rev = $1 + 1, sealed = $2 where account_id = viewer() and rev = $1',
});

type GratitudeRow = RowIn<typeof ownGratitude>;

/** The viewer's own list; empty, at revision 0, until it is first kept. */
export function openGratitude(open: Ring['open'], [row]: readonly GratitudeRow[]): GratitudeHouse {
  if (!row) return { rev: 0, helpers: [] };
  const { ownerId, rev } = row;
  return { rev, helpers: open(gratitudeContent, { id: ownerId, owner: ownerId, rev }, row.sealed) };
}

/** The viewer's own negotiation for an opportunity that was begun last. */
const latest = `select n.id from negotiation n join item i on i.id = n.id
  where i.opportunity_id = $1 and n.owner_id = viewer() order by n.id desc limit 1`;
const part = { id: uuid, rev: int, sealed };

export const latestNegotiation = statement({
  name: 'latest_negotiation',
  takes: [uuid],
  gives: { id: uuid, offerId: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `select n.id, n.offer_id, i.opportunity_id, n.owner_id, n.rev, n.sealed, k.wrapped
    from negotiation n join item i on i.id = n.id join sealing_key k on k.owner_id = n.owner_id where n.id = (${latest})`,
});

/** Its asks, in rank order. */
export const latestAsks = statement({
  name: 'latest_asks',
  takes: [uuid],
  gives: part,
  text: `select id, rev, sealed from ask where negotiation_id = (${latest}) order by rank, id`,
});

/** Its objections, in the order in which they were written. */
export const latestObjections = statement({
  name: 'latest_objections',
  takes: [uuid],
  gives: part,
  text: `select id, rev, sealed from objection where negotiation_id = (${latest}) order by rank, id`,
});

/** Its evidence, in the order in which it was written down. */
export const latestEvidence = statement({
  name: 'latest_evidence',
  takes: [uuid],
  gives: part,
  text: `select id, rev, sealed from evidence where negotiation_id = (${latest}) order by id`,
});

/** Its moves, in the order in which they were made. */
export const latestMoves = statement({
  name: 'latest_moves',
  takes: [uuid],
  gives: { id: uuid, at: time, rev: int, sealed },
  text: `select id, at, rev, sealed from move where negotiation_id = (${latest}) and removed_at is null order by at, id`,
});
