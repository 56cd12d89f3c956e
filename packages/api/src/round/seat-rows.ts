import { bool, maybe, statement, time, uuid } from '@parley/db/statement';

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
  text: 'select exists (select from held_on($1) h where h.until is null) as asked',
});

/** When the last round of this opportunity was cancelled after which none was revealed: what was said beside it waits since then. */
export const lastCancelled = statement({
  name: 'last_cancelled',
  takes: [uuid],
  gives: { at: maybe(time) },
  text: `with beside as (select r.* from round r join item i on i.id = r.id
      where i.opportunity_id = (select of.opportunity_id from item of where of.id = $1))
    select max(r.cancelled_at) filter (where r.opened_at is not null) as at from beside r
    where not exists (select from beside later where later.revealed_at > r.cancelled_at)`,
});
