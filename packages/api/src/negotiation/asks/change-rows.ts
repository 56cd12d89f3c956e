import { listOf, statement, uuid } from '@parley/db/statement';
import { missionColumns, missionText } from '../../mission/rows.ts';
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

/** The viewer's own missions of the opportunity on which a negotiation hangs. */
export const missionsOfTable = statement({
  name: 'missions_of_table',
  takes: [uuid],
  gives: missionColumns,
  text: `${missionText} where m.owner_id = viewer()
    and m.opportunity_id = (select i.opportunity_id from item i where i.id = $1)`,
});

/** Those of the negotiation that an ask belongs to. */
export const missionsBeside = statement({
  name: 'missions_beside',
  takes: [uuid],
  gives: missionColumns,
  text: `${missionText} where m.owner_id = viewer()
    and m.opportunity_id = (select i.opportunity_id from item i join ask a on a.negotiation_id = i.id where a.id = $1)`,
});
