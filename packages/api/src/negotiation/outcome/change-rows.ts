import { bytes, civil, int, mustChange, statement, uuid } from '@parley/db/statement';
import { opportunityColumns, stageEntry } from '../../opportunity/rows.ts';
import { outcomeWord } from './rows.ts';

/** The viewer's opportunity on which a negotiation hangs: nobody moves it, or ends its talks, until the transaction ends. */
export const holdOpening = statement({
  name: 'hold_opening_of',
  takes: [uuid],
  gives: opportunityColumns,
  text: `select o.id, o.owner_id, o.rev, o.stage, o.sealed, k.wrapped
    from opportunity o join sealing_key k on k.owner_id = o.owner_id
    where o.id = (select i.opportunity_id from item i where i.id = $1) and o.owner_id = viewer() for update of o`,
});

/** Its dated history. */
export const stagesBeside = statement({
  name: 'stages_beside',
  takes: [uuid],
  gives: stageEntry,
  text: `select id, opportunity_id, stage, "on", at from stage_change
    where opportunity_id = (select i.opportunity_id from item i where i.id = $1)`,
});

/** The rounds of a negotiation that are open, by number. */
export const openRoundsIn = statement({
  name: 'open_rounds_in',
  takes: [uuid],
  gives: { number: int },
  text: `select number from round where negotiation_id = $1 and state = 'open'`,
});

export const addOutcome = statement({
  name: 'add_talks_outcome',
  takes: [uuid, outcomeWord, civil, bytes],
  gives: {},
  text: 'insert into outcome (negotiation_id, kind, "on", sealed) values ($1, $2, $3, $4)',
});

/** The next revision of it: kind, day and words. */
export const replaceOutcome = mustChange({
  name: 'replace_talks_outcome',
  takes: [uuid, int, outcomeWord, civil, bytes],
  text: `update outcome set rev = $2 + 1, kind = $3, "on" = $4, sealed = $5
      where negotiation_id = $1 and rev = $2`,
});

export const dropOutcome = mustChange({
  name: 'drop_talks_outcome',
  takes: [uuid, int],
  text: 'delete from outcome where negotiation_id = $1 and rev = $2',
});
