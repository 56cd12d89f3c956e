import { listOf, statement, uuid } from '@parley/db/statement';
import { addRanked, dropPart, holdPart, ranksOf, replacePart } from '../part-rows.ts';

export const holdAsk = holdPart('ask');
export const askRanksOf = ranksOf('ask');
export const addAsk = addRanked('ask');
export const replaceAsk = replacePart('ask');
/** Ends an ask. Threads on it stay listed under its last words. */
export const dropAsk = dropPart('ask');

/** The evidence of a negotiation, by id. */
export const evidenceIdsOf = statement({
  name: 'evidence_ids_of',
  takes: [uuid],
  gives: { evidenceId: uuid },
  text: 'select id as evidence_id from evidence where negotiation_id = $1',
});

/** The evidence of the negotiation that an ask belongs to, by id. */
export const evidenceIdsBeside = statement({
  name: 'evidence_ids_beside',
  takes: [uuid],
  gives: { evidenceId: uuid },
  text: 'select id as evidence_id from evidence where negotiation_id = (select a.negotiation_id from ask a where a.id = $1)',
});

/** Ranks the asks of a negotiation in this order, first to last. */
export const rankAsks = statement({
  name: 'rank_asks',
  takes: [uuid, listOf(uuid)],
  gives: {},
  text: `update ask set rank = placed.rank from unnest($2::uuid[]) with ordinality as placed(id, rank)
    where ask.id = placed.id and ask.negotiation_id = $1`,
});
