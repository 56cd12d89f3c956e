import { bytes, civil, int, mustChange, statement, time, uuid } from '@parley/db/statement';
import { opportunityColumns, stageWord } from './rows.ts';

/** The viewer's own opportunity, which nobody else changes until the end of the transaction. */
export const holdOpportunity = statement({
  name: 'hold_opportunity',
  takes: [uuid],
  gives: opportunityColumns,
  text: `select o.id, o.owner_id, o.rev, o.stage, o.sealed, k.wrapped from opportunity o
    join sealing_key k on k.owner_id = o.owner_id where o.id = $1 and o.owner_id = viewer() for update of o`,
});

/** How many negotiations the viewer's opportunity has, and how many of them ended in an acceptance. */
export const acceptancesOf = statement({
  name: 'acceptances_of',
  takes: [uuid],
  gives: { negotiations: int, acceptances: int },
  text: `select count(*)::int as negotiations, count(*) filter (where o.kind = 'accepted')::int as acceptances
    from item i join negotiation n on n.id = i.id left join outcome o on o.negotiation_id = n.id
    where i.opportunity_id = $1 and i.owner_id = viewer()`,
});

export const addOpportunity = statement({
  name: 'add_opportunity',
  takes: [uuid, stageWord, bytes, time],
  gives: {},
  text: 'insert into opportunity (id, stage, sealed, updated_at) values ($1, $2, $3, $4)',
});

/** All that are the viewer's own. */
export const ownOpportunityIds = statement({
  name: 'own_opportunity_ids',
  takes: [],
  gives: { id: uuid },
  text: 'select id from opportunity where owner_id = viewer()',
});

/** The next revision of it: stage and details. */
export const replaceOpportunity = mustChange({
  name: 'replace_opportunity',
  takes: [uuid, int, stageWord, bytes, time],
  text: 'update opportunity set rev = $2 + 1, stage = $3, sealed = $4, updated_at = $5 where id = $1 and rev = $2',
});

export const dropOpportunity = mustChange({
  name: 'drop_opportunity',
  takes: [uuid, int],
  text: 'delete from opportunity where id = $1 and rev = $2',
});

/** One entry of the history: its id, the opportunity, the stage reached, the day, and when it was written. */
export const addStage = statement({
  name: 'add_stage',
  takes: [uuid, uuid, stageWord, civil, time],
  gives: {},
  text: 'insert into stage_change (id, opportunity_id, stage, "on", at) values ($1, $2, $3, $4, $5)',
});

export const dropStage = statement({
  name: 'drop_stage',
  takes: [uuid],
  gives: {},
  text: 'delete from stage_change where id = $1',
});

/** Another day for one step of this opportunity. */
export const redateStage = mustChange({
  name: 'redate_stage',
  takes: [uuid, uuid, civil],
  text: 'update stage_change set "on" = $3 where id = $1 and opportunity_id = $2',
});

/** The walk-aways of an opportunity's negotiations. */
export const dropWalkAways = statement({
  name: 'drop_walk_aways',
  takes: [uuid],
  gives: {},
  text: `delete from walk_away where owner_id = viewer() and negotiation_id in (
    select n.id from negotiation n join item i on i.id = n.id where i.opportunity_id = $1 and i.owner_id = viewer())`,
});
