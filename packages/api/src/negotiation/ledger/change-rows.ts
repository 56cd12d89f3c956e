import { bytes, int, mustChange, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';

/** A move of the viewer's, which nobody else changes until the end of the transaction, and its opportunity. */
export const holdMove = statement({
  name: 'hold_move',
  takes: [uuid],
  gives: { id: uuid, negotiationId: uuid, ownerId: uuid, opportunityId: uuid, at: time, rev: int, sealed, wrapped },
  text: `select m.id, m.negotiation_id, m.owner_id, i.opportunity_id, m.at, m.rev, m.sealed, k.wrapped from move m
    join item i on i.id = m.negotiation_id join sealing_key k on k.owner_id = m.owner_id
    where m.id = $1 and m.owner_id = viewer() and m.removed_at is null for update of m`,
});

export const countMoves = statement({
  name: 'count_moves',
  takes: [uuid],
  gives: { count: int },
  text: 'select count(*)::int as count from move where negotiation_id = $1',
});

/** A move: its id, its negotiation, when it was made, its words, and when it was written down. */
export const addMove = statement({
  name: 'add_move',
  takes: [uuid, uuid, time, bytes, time],
  gives: {},
  text: 'insert into move (id, negotiation_id, at, sealed, created_at) values ($1, $2, $3, $4, $5)',
});

/** The next revision of it: when it was made, and its words. */
export const replaceMove = mustChange({
  name: 'replace_move',
  takes: [uuid, int, time, bytes],
  text: 'update move set rev = $2 + 1, at = $3, sealed = $4 where id = $1 and rev = $2',
});

/** Takes what a move said out of the ledger: its words and every earlier wording are overwritten, a line stays. */
export const emptyMove = mustChange({
  name: 'empty_move',
  takes: [uuid, int, bytes, time],
  text: 'update move set rev = $2 + 1, sealed = $3, removed_at = $4 where id = $1 and rev = $2 and removed_at is null',
});
