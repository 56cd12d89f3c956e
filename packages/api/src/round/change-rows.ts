import { bool, bytes, holdTurn, int, maybe, mustChange, statement, time, uuid, word } from '@parley/db/statement';
import { notificationKinds } from '@parley/domain/notification/notification';
import { stateWord } from './rows.ts';

/** Holds the round until the end of the transaction: sealing, revealing and opening happen one after the other. */
export const holdRound = statement({
  name: 'hold_round',
  takes: [uuid],
  gives: { state: maybe(stateWord) },
  text: 'select hold_round($1) as state',
});

/** Makes rounds of one negotiation take turns until the end of the transaction: their numbers follow each other. */
export const holdRounds = holdTurn({ name: 'hold_rounds', turn: "hashtextextended('rounds ' || $1::uuid, 0)" });

/** The same, for the negotiation of a round. */
export const holdSiblings = holdTurn({
  name: 'hold_siblings',
  turn: "hashtextextended('rounds ' || negotiation_id, 0)",
  from: 'round where id = $1',
});

/** Reveals the round if that is due, and tells its owner and those asked whom the viewer knows. The database looks for itself. */
export const settleRound = statement({
  name: 'settle_round',
  takes: [uuid],
  gives: {},
  text: `with done as (select reveal_round_when_due($1) as revealed)
    insert into notification (id, recipient_id, actor_id, kind, item_id, at)
    select gen_random_uuid(), person.id, viewer(), 'roundRevealed', $1, moment()
    from done, (select i.owner_id as id from item i where i.id = $1 union select r from item_readers($1) r) person
    where done.revealed and person.id <> viewer() and sits_with(person.id)`,
});

/** Tells all who are asked that it is open or revealed. */
export const tellAsked = statement({
  name: 'tell_asked',
  takes: [uuid, word('notification_kind', notificationKinds)],
  gives: {},
  text: `insert into notification (id, recipient_id, actor_id, kind, item_id, at)
    select gen_random_uuid(), r, viewer(), $2, $1, moment() from item_readers($1) r
    where r <> viewer() and sits_with(r)`,
});

/** Reminds those who have not sealed. Who they are the database tells nobody. */
export const remindRound = statement({
  name: 'remind_round',
  takes: [uuid],
  gives: { done: bool },
  text: 'select remind_round($1) as done',
});

export const addCounter = statement({
  name: 'add_counter',
  takes: [uuid, bool, bool, bytes],
  gives: {},
  text: 'insert into sealed_counter (round_id, author_id, late, abstained, rev, sealed) values ($1, viewer(), $2, $3, 1, $4)',
});

export const replaceCounter = mustChange({
  name: 'replace_counter',
  takes: [uuid, int, bool, bytes],
  text: `update sealed_counter set rev = $2 + 1, abstained = $3, sealed = $4
      where round_id = $1 and author_id = viewer() and rev = $2`,
});

export const addRoundItem = statement({
  name: 'add_round_item',
  takes: [uuid, uuid, time],
  gives: {},
  text: `insert into item (id, kind, owner_id, opportunity_id, created_at) values ($1, 'round', viewer(), $2, $3)`,
});

export const addRound = statement({
  name: 'add_round',
  takes: [uuid, uuid, int, int, bool, maybe(time), bytes, time],
  gives: {},
  text: `insert into round (id, negotiation_id, number, quorum, named, deadline_at, sealed, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
});

/** What is asked, at the revision that it is based on. */
export const replaceRound = mustChange({
  name: 'replace_round',
  takes: [uuid, int, int, bool, maybe(time), bytes, time],
  text: `update round set rev = $2 + 1, quorum = $3, named = $4, deadline_at = $5, sealed = $6, updated_at = $7
      where id = $1 and rev = $2`,
});

/** Takes the round from one state to the next at its owner's word. The call holds it. */
export const moveRound = mustChange({
  name: 'move_round',
  takes: [uuid, stateWord],
  text: `update round set state = $2,
        opened_at = case when $2::round_state = 'open' then moment() else opened_at end,
        revealed_at = case when $2::round_state = 'revealed' then moment() else revealed_at end,
        cancelled_at = case when $2::round_state = 'cancelled' then moment() else cancelled_at end
      where id = $1`,
});

/** Ends a round with what was sealed in it and its threads and shares. */
export const removeRound = mustChange({
  name: 'remove_round',
  takes: [uuid],
  text: `delete from item where id = $1 and kind = 'round'`,
});
