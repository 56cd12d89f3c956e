import { type Decision, every, no, yes } from '../kernel/decision.ts';
import { type Counter, findMisfit, listInPlay, type RoundDocument } from './round.ts';
import { alreadyRevealed, invited, isPastDeadline, type RoundStanding } from './seats.ts';

/** A negotiation keeps every round that was asked; a search has a few. */
export const mostRounds = 20;

/** Whether the negotiation has room for another round. */
export function canCreateRound(existing: number): Decision {
  return existing < mostRounds ? yes : no(`A negotiation holds at most ${mostRounds} rounds.`);
}

function isOwner(viewerId: string, round: RoundStanding): Decision {
  return viewerId === round.ownerId ? yes : no('Only the owner of the round can do this.');
}

/** Whether the viewer may change what is asked: only before anybody can have answered it. */
export function canSave(viewerId: string, round: RoundStanding): Decision {
  return every(
    isOwner(viewerId, round),
    round.state === 'draft' ? yes : no('The round has been opened. What is asked can no longer change.'),
  );
}

/** Whether the document asks something that can be answered and counted. */
export function canBeAsked(document: RoundDocument): Decision {
  if (document.question.trim() === '') return no('Write the question first.');
  if (listInPlay(document).length === 0) return no('Put at least one component in play.');
  const baseKnown = document.base.inPlay || document.base.now !== null;
  if (document.bonusPercent.inPlay && !baseKnown)
    return no('A bonus depends on a base: put the base in play, or say what is on the table.');
  return yes;
}

/** Whether the viewer may ask the people of the round before: while it is a draft. */
export function canAskAgain(viewerId: string, round: RoundStanding): Decision {
  return every(
    isOwner(viewerId, round),
    round.state === 'draft' ? yes : no('The round has been opened. Share it with whoever else should be asked.'),
  );
}

/** What the owner has prepared besides the question. */
export type Preparation = {
  document: RoundDocument;
  target: Pick<Counter, 'package' | 'abstains'> | null;
  othersOpen: number;
  now: Date;
};

/** Whether the owner may open the round now. */
export function canOpen(viewerId: string, round: RoundStanding, { document, target, othersOpen, now }: Preparation): Decision {
  if (round.state !== 'draft') return every(isOwner(viewerId, round), no('The round has already been opened.'));
  return every(
    isOwner(viewerId, round),
    canBeAsked(document),
    invited(round).length > 0 ? yes : no('Share the round first: nobody has been asked yet.'),
    isPastDeadline(round, now) ? no('The deadline has passed. Choose a later one.') : yes,
    target && findMisfit(document, target) ? no('Your sealed target no longer answers what is asked. Seal it again.') : yes,
    othersOpen > 0 ? no('Another round of this negotiation is open. Reveal or cancel it first.') : yes,
  );
}

function canSealTarget(round: RoundStanding): Decision {
  switch (round.state) {
    case 'draft':
    case 'open':
      return yes;
    case 'revealed':
    case 'closed':
      return no('The round was revealed. A target has to be sealed before that.');
    case 'cancelled':
      return no('The round was cancelled.');
    default:
      return round.state satisfies never;
  }
}

/** A late counter is read at once: beside an open round it would tell those who are asked there what they are not to know. */
function canSealLate(viewerId: string, round: RoundStanding): Decision {
  if (round.sealedIds.includes(viewerId)) return no('The round was revealed. What you sealed stays as it is.');
  return round.elsewhere ? no('You are asked in a round that is open. Answer there; here you can once it is revealed.') : yes;
}

/** Whether the viewer may seal: the owner a target, who is asked a counter, or a late one after the reveal. */
export function canSeal(viewerId: string, round: RoundStanding): Decision {
  if (viewerId === round.ownerId) return canSealTarget(round);
  if (!round.readerIds.includes(viewerId)) return no('Only people who can read this round can seal a counter.');
  switch (round.state) {
    case 'open':
      return yes;
    case 'revealed':
      return canSealLate(viewerId, round);
    case 'draft':
      return no('The round is not open yet.');
    case 'closed':
      return no('The round is closed.');
    case 'cancelled':
      return no('The round was cancelled.');
    default:
      return round.state satisfies never;
  }
}

/** Who comes a moment too late is told what happened. */
function whileOpen({ state }: RoundStanding): Decision {
  if (state === 'open') return yes;
  if (state === 'draft') return no('The round is not open yet.');
  return no(state === 'cancelled' ? 'The round was cancelled.' : alreadyRevealed);
}

/** Whether the viewer may reveal all counters now. */
export function canReveal(viewerId: string, round: RoundStanding): Decision {
  return every(isOwner(viewerId, round), whileOpen(round), isReadByOthers(round));
}

/** A round is revealed to all together, or not at all. */
function isReadByOthers(round: RoundStanding): Decision {
  if (invited(round).length > 0) return yes;
  return no('Nobody else can read this round now. Share it again, or cancel it.');
}

/** Whether the viewer may remind those who have not sealed: once a round. */
export function canRemind(viewerId: string, round: RoundStanding, remindedAt: string | null): Decision {
  return every(
    isOwner(viewerId, round),
    whileOpen(round),
    remindedAt === null ? yes : no('You have reminded them once. A round has one reminder.'),
  );
}

/** Whether the viewer may choose another deadline. */
export function canExtend(viewerId: string, round: RoundStanding): Decision {
  return every(isOwner(viewerId, round), whileOpen(round));
}

/** Whether the viewer may cancel: nobody ever sees what was sealed. */
export function canCancel(viewerId: string, round: RoundStanding): Decision {
  return every(
    isOwner(viewerId, round),
    round.state === 'open' || round.state === 'draft' ? yes : no('A round can be cancelled only before it is revealed.'),
  );
}

/** Whether the viewer may close the round: no late counter is taken any more. */
export function canClose(viewerId: string, round: RoundStanding): Decision {
  return every(isOwner(viewerId, round), round.state === 'revealed' ? yes : no('Only a revealed round can be closed.'));
}

/** Whether the viewer may take the round away: not once others have worked on it. */
export function canRemove(viewerId: string, round: RoundStanding): Decision {
  const alone = round.state === 'draft' || round.state === 'cancelled';
  return every(
    isOwner(viewerId, round),
    alone ? yes : no('A round that has been opened is kept. You can cancel it while it is open.'),
  );
}
