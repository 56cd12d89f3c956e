import { bytes, holdTurn, int, mustChange, statement, time, uuid, word } from '@parley/db/statement';

/** One change of seats at a time in a council: what the rules look at cannot change under them. */
export const holdSeats = holdTurn({ name: 'hold_seats', turn: 'hashtextextended($1::uuid::text, 20)' });

export const seatColumns = {
  accountId: uuid,
  role: word('council_role', ['member', 'moderator']),
  state: word('membership_state', ['active', 'alumnus', 'left', 'removed']),
  acceptedCharter: int,
};
/** Places, for a statement that says in which council. */
export const seatsText = 'select account_id, role, state, accepted_charter from membership';

/** All places in a council, taken or ended. */
export const seatsOf = statement({
  name: 'seats_of',
  takes: [uuid],
  gives: seatColumns,
  text: `${seatsText} where council_id = $1`,
});

export const replaceAbout = mustChange({
  name: 'replace_about',
  takes: [uuid, int, bytes],
  text: 'update council set rev = $2 + 1, sealed = $3 where id = $1 and rev = $2',
});

/** The council goes on from this version of its charter to the next one. */
export const moveCharter = mustChange({
  name: 'move_charter',
  takes: [uuid, int],
  text: 'update council set charter_version = $2 + 1 where id = $1 and charter_version = $2',
});

export const addCharter = statement({
  name: 'add_charter',
  takes: [uuid, int, bytes, time],
  gives: {},
  text: 'insert into charter (council_id, version, sealed, created_at) values ($1, $2, $3, $4)',
});

/** Notes that the viewer accepted this version. */
export const markAccepted = statement({
  name: 'mark_accepted',
  takes: [uuid, int],
  gives: {},
  text: `update membership set accepted_charter = $2
    where council_id = $1 and account_id = viewer() and state = 'active'`,
});

/** Ends by name every share of the viewer's in a council that they leave. */
export const endOwnShares = statement({
  name: 'end_own_shares',
  takes: [uuid, time],
  gives: {},
  text: 'update share set revoked_at = $2 where council_id = $1 and revoked_at is null and owner_id = viewer()',
});

const ending = word('membership_state', ['left', 'alumnus', 'removed']);

export const endOwnSeat = statement({
  name: 'end_own_seat',
  takes: [uuid, ending, time],
  gives: {},
  text: `update membership set state = $2, ended_at = $3
    where council_id = $1 and account_id = viewer() and state = 'active'`,
});

/** Ends another's seat with a farewell that only they can read. Both walls let no share outlive a seat. */
export const endSeat = statement({
  name: 'end_seat',
  takes: [uuid, uuid, ending, time, bytes],
  gives: {},
  text: `update membership set state = $3, ended_at = $4, farewell = $5
    where council_id = $1 and account_id = $2 and state = 'active'`,
});

/** Passes the chair from the viewer to another member; there is one at every moment. */
export const giveChair = statement({
  name: 'give_chair',
  takes: [uuid, uuid],
  gives: {},
  text: "update membership set role = 'moderator' where council_id = $1 and account_id = $2",
});

export const leaveChair = statement({
  name: 'leave_chair',
  takes: [uuid],
  gives: {},
  text: "update membership set role = 'member' where council_id = $1 and account_id = viewer()",
});

export const endInvitations = statement({
  name: 'end_invitations',
  takes: [uuid, time],
  gives: {},
  text: 'update invitation set revoked_at = $2 where council_id = $1 and used_at is null and revoked_at is null',
});

export const closeCouncil = statement({
  name: 'close_council',
  takes: [uuid, time],
  gives: {},
  text: 'update council set closed_at = $2 where id = $1 and closed_at is null',
});

/** The key of a council that is being founded, wrapped. */
export const addKey = statement({
  name: 'add_key',
  takes: [uuid, bytes, int],
  gives: {},
  text: 'insert into sealing_key (owner_id, wrapped, canary_id) values ($1, $2, $3)',
});

/** A council of the viewer's founding: its id, its words, when. */
export const addCouncil = statement({
  name: 'add_council',
  takes: [uuid, bytes, time],
  gives: {},
  text: 'insert into council (id, founder_id, sealed, created_at) values ($1, viewer(), $2, $3)',
});

/** The founder chairs it, and has accepted the charter that they wrote. */
export const seatFounder = statement({
  name: 'seat_founder',
  takes: [uuid, time],
  gives: {},
  text: `insert into membership (council_id, account_id, role, accepted_charter, joined_at)
    values ($1, viewer(), 'moderator', 1, $2)`,
});
