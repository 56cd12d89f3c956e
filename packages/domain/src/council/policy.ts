import { type Decision, every, no, yes } from '../kernel/decision.ts';
import {
  type CouncilFacts,
  countOpenSeats,
  listActiveSeats,
  type MeetingChange,
  owesAcceptance,
  seatLimits,
  seatOf,
} from './council.ts';
import { isPlanned, mostChanges, type Plan, startOf } from './occasion.ts';

function open(council: Pick<CouncilFacts, 'closed'>): Decision {
  return council.closed ? no('This council is closed.') : yes;
}

function chairs(council: Pick<CouncilFacts, 'seats'>, viewerId: string, refusal: string): Decision {
  return seatOf(council, viewerId)?.role === 'moderator' ? yes : no(refusal);
}

function sits(council: CouncilFacts, accountId: string, refusal: string): Decision {
  return seatOf(council, accountId) === null ? no(refusal) : yes;
}

function room(open: number, people: number): Decision {
  if (open >= people) return yes;
  if (open === 0) return no(`All ${seatLimits.most} seats are taken or promised. Withdraw an invitation first.`);
  return no(`${open === 1 ? 'One seat is' : `${open} seats are`} still free. Invite fewer people.`);
}

/** The moderator invites while there are seats that are neither taken nor promised: one, or as many `people`. */
export function canInvite(council: CouncilFacts, viewerId: string, people = 1): Decision {
  const free = room(countOpenSeats(council), people);
  return every(open(council), chairs(council, viewerId, 'Only the moderator can invite people.'), free);
}

/** The moderator edits the name, the purpose, the cadence and the charter. */
export function canEdit(council: CouncilFacts, viewerId: string): Decision {
  return every(open(council), chairs(council, viewerId, 'Only the moderator can edit this.'));
}

type Change = Pick<MeetingChange, 'on'> & { to: MeetingChange['to'] | undefined };

function ahead({ cadence }: Plan, to: Change['to'], now: Date): Decision {
  if (!to) return yes;
  return startOf(to.on, to.time, cadence.zone) > now ? yes : no('This time is already over. Choose a later one.');
}

/** The moderator moves a planned meeting to a time that is still to come, leaves it out, or puts it back. */
export function canChangeMeeting(
  council: Pick<CouncilFacts, 'closed' | 'seats'>,
  viewerId: string,
  plan: Plan,
  { on, to }: Change,
  now: Date,
): Decision {
  const room = plan.changes.length < mostChanges || to === undefined;
  return every(
    open(council),
    chairs(council, viewerId, 'Only the moderator can move a meeting.'),
    isPlanned(plan, on) ? yes : no('No meeting is planned for this day any more.'),
    room ? yes : no(`At most ${mostChanges} meetings can differ from the plan. Change the plan itself.`),
    ahead(plan, to, now),
  );
}

/** Every member accepts the current charter, once a version. */
export function canAcceptCharter(council: CouncilFacts, viewerId: string): Decision {
  const owes = owesAcceptance(council, viewerId) ? yes : no('You have already accepted this charter.');
  return every(open(council), sits(council, viewerId, 'You are not in this council.'), owes);
}

/** A member leaves at any time; the moderator hands over the chair first, or closes a council of one. */
export function canLeave(council: CouncilFacts, viewerId: string): Decision {
  const seat = seatOf(council, viewerId);
  if (seat === null) return no('You are not in this council.');
  if (seat.role !== 'moderator') return yes;
  if (listActiveSeats(council).length === 1) return no('You are the only one here. To leave, close the council.');
  return no('You chair this council. To leave it, or once you have landed, hand over the chair first.');
}

/** A member who landed becomes an alumnus: as leaving. */
export function canLand(council: CouncilFacts, viewerId: string): Decision {
  return canLeave(council, viewerId);
}

/** The moderator removes another member, with a reason. */
export function canRemove(council: CouncilFacts, viewerId: string, accountId: string): Decision {
  const other = viewerId === accountId ? no('You cannot remove yourself: hand over the chair, then leave.') : yes;
  return every(
    open(council),
    chairs(council, viewerId, 'Only the moderator can remove a member.'),
    other,
    sits(council, accountId, 'This person is no longer in the council.'),
  );
}

/** The moderator hands the chair to another active member. */
export function canHandOver(council: CouncilFacts, viewerId: string, accountId: string): Decision {
  const other = viewerId === accountId ? no('You already chair this council.') : yes;
  return every(
    open(council),
    chairs(council, viewerId, 'Only the moderator can hand over the chair.'),
    other,
    sits(council, accountId, 'This person is no longer in the council.'),
  );
}

/** The moderator closes the council, for everybody and for good. */
export function canClose(council: CouncilFacts, viewerId: string): Decision {
  return every(open(council), chairs(council, viewerId, 'Only the moderator can close the council.'));
}
