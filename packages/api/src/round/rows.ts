import { int, maybe, statement, time, uuid } from '@parley/db/statement';

/** The rounds that the viewer may read and that are open, oldest first. */
export const openRounds = statement({
  name: 'open_rounds',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, quorum: int, deadlineAt: maybe(time) },
  text: `select r.id, i.opportunity_id, r.owner_id, r.quorum, r.deadline_at from round r join item i on i.id = r.id
    where r.state = 'open' order by r.id`,
});

/** Who can read each of them, as far as the viewer may know. */
export const openRoundReaders = statement({
  name: 'open_round_readers',
  takes: [],
  gives: { roundId: uuid, accountId: uuid },
  text: `select r.id as round_id, one as account_id from round r, item_readers(r.id) one where r.state = 'open'`,
});

/** Who has sealed and not left since; neither when nor in which order. */
export const openRoundSeats = statement({
  name: 'open_round_seats',
  takes: [],
  gives: { roundId: uuid, accountId: uuid },
  text: `select r.id as round_id, one as account_id from round r, round_seats(r.id) one where r.state = 'open'`,
});
