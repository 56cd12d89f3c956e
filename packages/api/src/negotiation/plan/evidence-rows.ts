import { bytes, statement, time, uuid } from '@parley/db/statement';
import { countParts, dropPart, holdPart, replacePart } from '../part-rows.ts';

export const holdEvidence = holdPart('evidence');
export const countEvidence = countParts('evidence');
export const replaceEvidence = replacePart('evidence');
/** Ends an entry; asks that rested on it stand without it. */
export const dropEvidence = dropPart('evidence');

/** One entry: its id, its negotiation, its words, and when it was written down. */
export const addEvidence = statement({
  name: 'add_evidence',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into evidence (id, negotiation_id, sealed, created_at) values ($1, $2, $3, $4)',
});
