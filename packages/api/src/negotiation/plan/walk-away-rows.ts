import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { notFound } from '@parley/domain/kernel/error';
import { WalkAwayFields } from '@parley/domain/negotiation/plan/input';
import type { WalkAway } from '@parley/domain/negotiation/plan/walk-away';

export const walkAwayContent = content('walk_away', WalkAwayFields);

/** The viewer's own; nobody else's, whatever row-level security lets through. */
export const walkAwayOf = statement({
  name: 'walk_away_of',
  takes: [uuid],
  gives: { id: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `select w.negotiation_id as id, w.owner_id, w.rev, w.sealed, k.wrapped
    from walk_away w join sealing_key k on k.owner_id = w.owner_id where w.negotiation_id = $1 and w.owner_id = viewer()`,
});

type Row = RowIn<typeof walkAwayOf>;

/** The walk-away under its owner's key. Throws not-found when it is not the viewer's. */
export function openWalkAway(open: Ring['open'], [row]: readonly Row[]): { rev: number; walkAway: WalkAway } {
  if (!row) throw notFound();
  const { id, ownerId: owner, rev } = row;
  return { rev, walkAway: open(walkAwayContent, { id, owner, rev }, row.sealed) };
}
