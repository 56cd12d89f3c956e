import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, type RowIn, sealed, statement, time, uuid } from '@parley/db/statement';
import { KeptContent } from '@parley/domain/negotiation/ledger/input';
import type { KeptMove, RemovedMove } from '@parley/domain/negotiation/ledger/move';

export const moveContent = content('move', KeptContent);

/** The moves of a negotiation in the order in which they were made. */
export const movesOf = statement({
  name: 'moves_of',
  takes: [uuid],
  gives: { id: uuid, at: time, rev: int, sealed },
  text: 'select id, at, rev, sealed from move where negotiation_id = $1 and removed_at is null order by at, id',
});

/** Where moves have been taken out of a negotiation: a line stays, without what it said. */
export const removedMovesOf = statement({
  name: 'removed_moves_of',
  takes: [uuid],
  gives: { id: uuid, at: time, removedAt: time },
  text: 'select id, at, removed_at from move where negotiation_id = $1 and removed_at is not null order by at, id',
});

/** The lines in the place of moves that were taken out. */
export function listRemoved(rows: readonly RowIn<typeof removedMovesOf>[]): RemovedMove[] {
  return rows.map(({ id, at, removedAt }) => ({ moveId: id, at: at.toISOString(), removedAt: removedAt.toISOString() }));
}

type Row = { id: string; at: Date; rev: number; sealed: string };

/** Moves under their owner's key, in the given order. */
export function openMoves(open: Ring['open'], owner: string, rows: readonly Row[]): KeptMove[] {
  return rows.map(({ id, at, rev, sealed: kept }) => {
    const opened = open(moveContent, { id, owner, rev }, kept);
    return { moveId: id, rev, at: at.toISOString(), ...opened };
  });
}
