import { bytes, int, mustChange, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { addRanked, dropPart, ranksOf } from '../part-rows.ts';
import { termState } from './rows.ts';

export const termRanksOf = ranksOf('term');
/** A proposed term: id, negotiation, rank, words. */
export const addTerm = addRanked('term');
/** Ends a term. Threads on it stay listed under its last words. */
export const dropTerm = dropPart('term');

/** The negotiation of a term: no other term comes to it until the end of the transaction. */
export const holdTableOf = statement({
  name: 'hold_table_of_term',
  takes: [uuid],
  gives: { id: uuid },
  text: `select n.id from negotiation n
    where n.id = (select t.negotiation_id from term t where t.id = $1) and n.owner_id = viewer() for update`,
});

/** The viewer's own term, which nobody else changes until the end of the transaction. */
export const holdTerm = statement({
  name: 'hold_term',
  takes: [uuid],
  gives: { id: uuid, ownerId: uuid, rev: int, state: termState, sealed, wrapped },
  text: `select t.id, t.owner_id, t.rev, t.state, t.sealed, k.wrapped from term t
    join sealing_key k on k.owner_id = t.owner_id where t.id = $1 and t.owner_id = viewer() for update of t`,
});

/** The terms of the negotiation that a term belongs to, itself included. */
export const termsBeside = statement({
  name: 'terms_beside',
  takes: [uuid],
  gives: { id: uuid, rev: int, state: termState, sealed },
  text: `select id, rev, state, sealed from term
    where negotiation_id = (select t.negotiation_id from term t where t.id = $1) order by rank, id`,
});

/** The next revision of it: where it stands, and its words. */
export const replaceTerm = mustChange({
  name: 'replace_term',
  takes: [uuid, int, termState, bytes],
  text: 'update term set rev = $2 + 1, state = $3, sealed = $4 where id = $1 and rev = $2',
});
