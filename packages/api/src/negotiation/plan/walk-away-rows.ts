import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { notFound } from '@parley/domain/kernel/error';
import { WalkAwayFields } from '@parley/domain/negotiation/plan/input';
import type { WalkAway } from '@parley/domain/negotiation/plan/walk-away';

export const walkAwayContent = content('walk_away', WalkAwayFields);

const walkAway = { id: uuid, ownerId: uuid, rev: int, sealed, wrapped };
const walkAwayText = `select w.negotiation_id as id, w.owner_id, w.rev, w.sealed, k.wrapped
  from walk_away w join sealing_key k on k.owner_id = w.owner_id where w.negotiation_id = $1 and w.owner_id = viewer()`;

/** The viewer's own; nobody else's, whatever row-level security lets through. */
export const walkAwayOf = statement({ name: 'walk_away_of', takes: [uuid], gives: walkAway, text: walkAwayText });

/** The same, which nothing else changes until the end of the transaction. */
export const holdWalkAway = statement({
  name: 'hold_walk_away',
  takes: [uuid],
  gives: walkAway,
  text: `${walkAwayText} for update of w`,
});

/** Made at once with the negotiation, so that its presence tells nothing. */
export const addWalkAway = statement({
  name: 'add_walk_away',
  takes: [uuid, bytes],
  gives: {},
  text: 'insert into walk_away (negotiation_id, owner_id, sealed) values ($1, viewer(), $2)',
});

export const replaceWalkAway = mustChange({
  name: 'replace_walk_away',
  takes: [uuid, int, bytes],
  text: `update walk_away set rev = $2 + 1, sealed = $3
      where negotiation_id = $1 and owner_id = viewer() and rev = $2`,
});

/** Ends it with its negotiation: no relation leads to it. */
export const dropWalkAway = statement({
  name: 'drop_walk_away',
  takes: [uuid],
  gives: {},
  text: 'delete from walk_away where negotiation_id = $1 and owner_id = viewer()',
});

type Row = RowIn<typeof walkAwayOf>;

/** The walk-away under its owner's key. Throws not-found when it is not the viewer's. */
export function openWalkAway(open: Ring['open'], [row]: readonly Row[]): { rev: number; walkAway: WalkAway } {
  if (!row) throw notFound();
  const { id, ownerId: owner, rev } = row;
  return { rev, walkAway: open(walkAwayContent, { id, owner, rev }, row.sealed) };
}
