import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, sealed, statement, uuid } from '@parley/db/statement';
import type { Evidence } from '@parley/domain/negotiation/plan/evidence';
import { EvidenceFields, ObjectionFields } from '@parley/domain/negotiation/plan/input';
import type { Objection } from '@parley/domain/negotiation/plan/objection';

export const objectionContent = content('objection', ObjectionFields);
export const evidenceContent = content('evidence', EvidenceFields);

const part = { id: uuid, rev: int, sealed };

/** The objections of a negotiation in the order in which they were written. */
export const objectionsOf = statement({
  name: 'objections_of',
  takes: [uuid],
  gives: part,
  text: 'select id, rev, sealed from objection where negotiation_id = $1 order by rank, id',
});

/** The evidence of a negotiation in the order in which it was written down. */
export const evidenceOf = statement({
  name: 'evidence_of',
  takes: [uuid],
  gives: part,
  text: 'select id, rev, sealed from evidence where negotiation_id = $1 order by id',
});

type Row = { id: string; rev: number; sealed: string };

/** An objection under its owner's key. */
export function openObjection(open: Ring['open'], owner: string, { id, rev, sealed: kept }: Row): Objection {
  return { objectionId: id, rev, ...open(objectionContent, { id, owner, rev }, kept) };
}

/** Objections under their owner's key, in the given order. */
export function openObjections(open: Ring['open'], owner: string, rows: readonly Row[]): Objection[] {
  return rows.map((row) => openObjection(open, owner, row));
}

/** One piece of evidence under its owner's key. */
export function openEntry(open: Ring['open'], owner: string, { id, rev, sealed: kept }: Row): Evidence {
  return { evidenceId: id, rev, ...open(evidenceContent, { id, owner, rev }, kept) };
}

/** Evidence under its owner's key, in the given order. */
export function openEvidence(open: Ring['open'], owner: string, rows: readonly Row[]): Evidence[] {
  return rows.map((row) => openEntry(open, owner, row));
}
