import { listOf, maybe, statement, text, time, uuid } from '@parley/db/statement';

/** The viewer's own look in a council, and when they were told that there is one. Nobody sees another's. */
export const overlapOf = statement({
  name: 'overlap_of',
  takes: [uuid],
  gives: { lookedAt: time, toldAt: maybe(time) },
  text: 'select looked_at, told_at from overlap where council_id = $1 and account_id = viewer()',
});

/** What is looked for, keyed and hashed; the database tells both who have one in common. */
export const look = statement({
  name: 'look_for_overlap',
  takes: [uuid, listOf(text), time],
  gives: {},
  text: `insert into overlap (council_id, account_id, marks, looked_at) values ($1, viewer(), $2, $3)
    on conflict (council_id, account_id) do update set marks = excluded.marks, looked_at = excluded.looked_at`,
});

/** From now on nothing of the viewer's is compared; that they have looked stays, so that stopping is no second look. */
export const stopLooking = statement({
  name: 'stop_looking',
  takes: [uuid],
  gives: {},
  text: "update overlap set marks = '{}' where council_id = $1 and account_id = viewer()",
});
