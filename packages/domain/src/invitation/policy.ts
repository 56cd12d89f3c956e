import { type CouncilFacts, listActiveSeats, seatLimits, seatOf } from '../council/council.ts';
import { type Decision, every, no, yes } from '../kernel/decision.ts';
import { explainState, type InvitationFacts, invitationState } from './invitation.ts';

/** Works once, in time, and only for the address it was made for. */
export function canAnswer(invitation: InvitationFacts, forViewer: boolean, now: Date): Decision {
  const state = invitationState(invitation, now);
  const usable = state === 'open' ? yes : no(explainState(state));
  const own = forViewer
    ? yes
    : no('This invitation is for another address. Sign out, and sign in or sign up with the address it was sent to.');
  return every(usable, own);
}

/** As answering, and the council is open, has a seat, and does not hold this person already. */
export function canAccept(
  invitation: InvitationFacts,
  forViewer: boolean,
  council: CouncilFacts,
  viewerId: string,
  now: Date,
): Decision {
  return every(
    canAnswer(invitation, forViewer, now),
    council.closed ? no('This council has been closed in the meantime.') : yes,
    seatOf(council, viewerId) === null ? yes : no('You are already in this council.'),
    listActiveSeats(council).length < seatLimits.most ? yes : no(`All ${seatLimits.most} seats of this council are taken.`),
  );
}

/** A new link for an invitation that nobody has answered; the old link stops working. */
export function canResend(invitation: InvitationFacts, now: Date): Decision {
  const state = invitationState(invitation, now);
  if (state === 'open' || state === 'expired') return yes;
  return no(state === 'used' ? 'This person has already joined.' : 'This invitation has ended. Make a new one.');
}

/** Only an invitation that nobody has answered can be withdrawn. */
export function canRevoke(invitation: InvitationFacts, now: Date): Decision {
  return canResend(invitation, now);
}
