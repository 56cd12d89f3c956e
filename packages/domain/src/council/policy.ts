import { type Decision, every, no, yes } from '../kernel/decision.ts';
import { countOpenSeats, listActiveSeats, owesAcceptance, seatLimits, seatOf, type Table } from './council.ts';

function open(table: Table): Decision {
  return table.closed ? no('This council is closed.') : yes;
}

function chairs(table: Table, viewerId: string, refusal: string): Decision {
  return seatOf(table, viewerId)?.role === 'moderator' ? yes : no(refusal);
}

function sits(table: Table, accountId: string, refusal: string): Decision {
  return seatOf(table, accountId) === null ? no(refusal) : yes;
}

/** The moderator invites while a seat is neither taken nor promised. */
export function canInvite(table: Table, viewerId: string): Decision {
  const free =
    countOpenSeats(table) > 0 ? yes : no(`All ${seatLimits.most} seats are taken or promised. Withdraw an invitation first.`);
  return every(open(table), chairs(table, viewerId, 'Only the moderator can invite people.'), free);
}

/** The moderator edits the name, the purpose, the cadence and the charter. */
export function canEdit(table: Table, viewerId: string): Decision {
  return every(open(table), chairs(table, viewerId, 'Only the moderator can edit this.'));
}

/** Every member accepts the current charter, once a version. */
export function canAcceptCharter(table: Table, viewerId: string): Decision {
  const owes = owesAcceptance(table, viewerId) ? yes : no('You have already accepted this charter.');
  return every(open(table), sits(table, viewerId, 'You are not in this council.'), owes);
}

/** A member leaves at any time; the moderator hands over the chair first, or closes a council of one. */
export function canLeave(table: Table, viewerId: string): Decision {
  const seat = seatOf(table, viewerId);
  if (seat === null) return no('You are not in this council.');
  if (seat.role !== 'moderator') return yes;
  if (listActiveSeats(table).length === 1) return no('You are the last one here: close the council instead.');
  return no('You chair this council: hand over the chair first.');
}

/** A member who landed becomes an alumnus: as leaving. */
export function canLand(table: Table, viewerId: string): Decision {
  return canLeave(table, viewerId);
}

/** The moderator removes another member, with a reason. */
export function canRemove(table: Table, viewerId: string, accountId: string): Decision {
  const other = viewerId === accountId ? no('You cannot remove yourself: hand over the chair, then leave.') : yes;
  return every(
    open(table),
    chairs(table, viewerId, 'Only the moderator can remove a member.'),
    other,
    sits(table, accountId, 'This person is no longer in the council.'),
  );
}

/** The moderator hands the chair to another active member. */
export function canHandOver(table: Table, viewerId: string, accountId: string): Decision {
  const other = viewerId === accountId ? no('You already chair this council.') : yes;
  return every(
    open(table),
    chairs(table, viewerId, 'Only the moderator can hand over the chair.'),
    other,
    sits(table, accountId, 'This person is no longer in the council.'),
  );
}

/** The moderator closes the council, for everybody and for good. */
export function canClose(table: Table, viewerId: string): Decision {
  return every(open(table), chairs(table, viewerId, 'Only the moderator can close the council.'));
}
