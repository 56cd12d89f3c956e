import { bytes, int, mustChange, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { conflict, notFound } from '@parley/domain/kernel/error';

/** What a negotiation is made of, one table each: its id, its negotiation, its revision and what is written in it. */
type Part = 'ask' | 'objection' | 'evidence' | 'term';

/** One part of a negotiation of the viewer's, which nobody else changes until the end of the transaction. */
export const holdPart = (table: Part) =>
  statement({
    name: `hold_${table}`,
    takes: [uuid],
    gives: { id: uuid, negotiationId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
    text: `select p.id, p.negotiation_id, p.owner_id, p.rev, p.sealed, k.wrapped from ${table} p
      join sealing_key k on k.owner_id = p.owner_id where p.id = $1 and p.owner_id = viewer() for update of p`,
  });

/** How many of them a negotiation has. */
export const countParts = (table: Part) =>
  statement({
    name: `count_${table}`,
    takes: [uuid],
    gives: { count: int },
    text: `select count(*)::int as count from ${table} where negotiation_id = $1`,
  });

/** How many of them a negotiation has, and the rank of the last. */
export const ranksOf = (table: 'ask' | 'objection' | 'term') =>
  statement({
    name: `${table}_ranks_of`,
    takes: [uuid],
    gives: { count: int, last: int },
    text: `select count(*)::int as count, coalesce(max(rank), 0)::int as last from ${table} where negotiation_id = $1`,
  });

/** One of them with its rank: id, negotiation, rank, words. */
export const addRanked = (table: 'ask' | 'objection' | 'term') =>
  statement({
    name: `add_${table}`,
    takes: [uuid, uuid, int, bytes],
    gives: {},
    text: `insert into ${table} (id, negotiation_id, rank, sealed) values ($1, $2, $3, $4)`,
  });

/** The next revision of its words. */
export const replacePart = (table: Part) =>
  mustChange({
    name: `replace_${table}`,
    takes: [uuid, int, bytes],
    text: `update ${table} set rev = $2 + 1, sealed = $3 where id = $1 and rev = $2`,
  });

export const dropPart = (table: Part) =>
  mustChange({
    name: `drop_${table}`,
    takes: [uuid],
    text: `delete from ${table} where id = $1`,
  });

type Row = { id: string; ownerId: string; rev: number };

/** What an edit is based on, opened. Throws a conflict with the newer words when the edit has seen older ones. */
export function openEdited<R extends Row, T>([row]: readonly R[], rev: number, show: (row: R) => T) {
  if (!row) throw notFound();
  const part = show(row);
  if (row.rev !== rev) throw conflict(part);
  return { row, part, bind: { id: row.id, owner: row.ownerId, rev: rev + 1 } };
}

/** Of counts and ranks there is one row. */
export const firstOf = ([row]: readonly { count: number; last?: number }[]) => ({ count: row?.count ?? 0, last: row?.last ?? 0 });
