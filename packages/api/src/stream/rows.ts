import { bool, count, int, maybe, statement, text, uuid } from '@parley/db/statement';

/** How far the viewer's events go, and up to which they are no longer kept. Asked before the events: all up to there are there. */
export const ownInbox = statement({
  name: 'own_inbox',
  takes: [],
  gives: { seq: count, swept: count },
  text: 'select seq, swept from inbox where account_id = viewer()',
});

const event = {
  seq: count,
  what: text,
  itemId: maybe(uuid),
  opportunityId: maybe(uuid),
  councilId: maybe(uuid),
  press: maybe(text),
};

/** The viewer's events after a number, as far as they still reach them. */
export const eventsSince = statement({
  name: 'events_since',
  takes: [count, count],
  gives: event,
  text: `select seq, what, item_id, opportunity_id, council_id, press from event
    where account_id = viewer() and seq > $1 order by seq limit $2`,
});

/** The number after which all that happened within so many seconds is told; false when nobody keeps events for so long. */
export const seqBefore = statement({
  name: 'seq_before',
  takes: [int],
  gives: { seq: count, kept: bool },
  text: `select coalesce((select min(e.seq) - 1 from event e where e.account_id = viewer() and e.at > moment() - make_interval(secs => $1::int)),
      (select i.seq from inbox i where i.account_id = viewer()), 0) as seq, $1::int < 43200 as kept`,
});
