import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, sealed, statement, time, uuid } from '@parley/db/statement';
import { MoveContent } from '@parley/domain/negotiation/ledger/input';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';

export const moveContent = content('move', MoveContent);

/** The moves of a negotiation in the order in which they were made. */
export const movesOf = statement({
  name: 'moves_of',
  takes: [uuid],
  gives: { id: uuid, at: time, rev: int, sealed },
  text: 'select id, at, rev, sealed from move where negotiation_id = $1 order by at, id',
});

type Row = { id: string; at: Date; rev: number; sealed: string };

/** Moves under their owner's key, in the given order. */
export function openMoves(open: Ring['open'], owner: string, rows: readonly Row[]): KeptMove[] {
  return rows.map(({ id, at, rev, sealed: kept }) => {
    const opened = open(moveContent, { id, owner, rev }, kept);
    return { moveId: id, rev, at: at.toISOString(), ...opened };
  });
}
