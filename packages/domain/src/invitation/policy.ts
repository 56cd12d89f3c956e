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

const answered =
  'This offer has been answered, and the members are invited. Who has lost their link asks the moderator of this council for a new one.';

/** What the link of an offer to merge says once it no longer works. */
export function explainOffer(state: Parameters<typeof explainState>[0]): string {
  return state === 'used' ? answered : explainState(state);
}

/** An offer to merge as the rules look at it: both councils, who offered, who answers, and who would be invited. */
export type MergerFacts = {
  invitation: InvitationFacts;
  forViewer: boolean;
  same: boolean;
  into: CouncilFacts;
  own: CouncilFacts;
  offeredBy: string;
  viewerId: string;
  invited: number;
};

function fits({ into, invited }: MergerFacts): Decision {
  if (invited === 0) return no('All members of your council sit in the other one already, or are invited to it.');
  // the offer itself holds one of the promised seats
  const free = seatLimits.most - listActiveSeats(into).length - Math.max(0, into.promised - 1);
  if (invited <= free) return yes;
  const wanted = invited === 1 ? 'one of your members needs a seat' : `${invited} of your members need a seat`;
  return no(`Together you are too many: ${wanted}. Still free: ${Math.max(0, free)} of ${seatLimits.most}.`);
}

/** Both chair at the moment of the answer, both councils are open, they are two, and everybody fits. */
export function canMerge(merger: MergerFacts, now: Date): Decision {
  const { invitation, forViewer, same, into, own, offeredBy, viewerId } = merger;
  const state = invitationState(invitation, now);
  return every(
    state === 'open' ? canAnswer(invitation, forViewer, now) : no(explainOffer(state)),
    into.closed ? no('The council that offered this has been closed in the meantime.') : yes,
    seatOf(into, offeredBy)?.role === 'moderator'
      ? yes
      : no('Who offered this no longer chairs the council. Ask its moderator for a new offer.'),
    same ? no('A council cannot merge with itself. Choose another one.') : yes,
    own.closed ? no('Your council is closed.') : yes,
    seatOf(own, viewerId)?.role === 'moderator' ? yes : no('Only the moderator of a council answers for it.'),
    fits(merger),
  );
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
