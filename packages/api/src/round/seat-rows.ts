import { bool, maybe, statement, uuid } from '@parley/db/statement';

/**
 * Whose seal the viewer may know: their own and the owner's while it is open, afterwards of all who are still there;
 * neither when nor in which order.
 */
export const roundSeats = statement({
  name: 'round_seats',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from round_seats($1) r',
});

/** A seat for each person asked since it opened, as of the last set moment; without an id who is no longer there. */
export const askedSeats = statement({
  name: 'asked_seats',
  takes: [uuid],
  gives: { accountId: maybe(uuid), sealed: bool },
  text: 'select account_id, sealed from asked_seats($1)',
});

/** Whether the viewer is asked, with others, in a round of the same opportunity that is open. */
export const askedBeside = statement({
  name: 'asked_beside',
  takes: [uuid],
  gives: { asked: bool },
  text: 'select exists (select from held_talks() h where h.item_id = $1) as asked',
});
