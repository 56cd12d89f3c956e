import { type Decision, every, no, yes } from '../kernel/decision.ts';
import type { Firmness, Move, Party } from '../negotiation/ledger/move.ts';
import { listNamed, type Package } from '../negotiation/package.ts';

/**
 * How far a rehearsal is. `asked`: the employer has no brief yet; `ready`: both may begin; `live`: it is played; `reflecting`:
 * the three questions; `opened`: brief and answers lie open. `declined`: the peer does not play.
 */
export const rehearsalStates = ['asked', 'ready', 'live', 'reflecting', 'opened', 'declined'] as const;
export type RehearsalState = (typeof rehearsalStates)[number];

/** A rehearsal as the rules look at it. `peerId`: who plays the employer, null with cards; `peerHere`: they still may see it. */
export type Rehearsal = { ownerId: string; peerId: string | null; peerHere: boolean; state: RehearsalState; step: number };

export const limits = { rehearsals: 30, lines: 120 } as const;

/** How somebody takes part. */
export type Role = 'candidate' | 'employer';

/** Whether it still goes on: a second one with the same person would be the same one. */
export function goesOn({ state }: Pick<Rehearsal, 'state'>): boolean {
  return state !== 'opened' && state !== 'declined';
}

/** Who may be asked to play: somebody else who can read the negotiation now. */
export function canAsk(ownerId: string, viewerId: string, peerId: string | null, readerIds: readonly string[]): Decision {
  if (viewerId !== ownerId) return no('Only the owner of the negotiation asks for a rehearsal.');
  if (peerId === null || (peerId !== ownerId && readerIds.includes(peerId))) return yes;
  return no('Share the negotiation with them first: who plays the employer has to know it.');
}

/** Room for one more. */
export function canKeep(count: number): Decision {
  return count < limits.rehearsals ? yes : no(`A negotiation keeps at most ${limits.rehearsals} rehearsals. Delete an old one.`);
}

/** What the viewer is in it, or nothing. */
export function roleOf({ ownerId, peerId }: Pick<Rehearsal, 'ownerId' | 'peerId'>, viewerId: string): Role | null {
  if (viewerId === ownerId) return 'candidate';
  return peerId !== null && viewerId === peerId ? 'employer' : null;
}

const sits = (one: Rehearsal, viewerId: string) => (roleOf(one, viewerId) ? yes : no('You are not in this rehearsal.'));
const plays = (one: Rehearsal, viewerId: string) =>
  roleOf(one, viewerId) === 'employer' ? yes : no('Only who plays the employer does this.');
const isAt = ({ state }: Rehearsal, states: readonly RehearsalState[], otherwise: string): Decision =>
  states.includes(state) ? yes : no(otherwise);

const begun = 'The rehearsal has begun: the brief stays as it is.';

/** The employer writes the brief, and again, until it begins. */
export function canBrief(one: Rehearsal, viewerId: string): Decision {
  return every(sits(one, viewerId), plays(one, viewerId), isAt(one, ['asked', 'ready'], begun));
}

/** The employer may say no until it begins. */
export function canDecline(one: Rehearsal, viewerId: string): Decision {
  return every(sits(one, viewerId), plays(one, viewerId), isAt(one, ['asked', 'ready'], 'The rehearsal has begun.'));
}

/** Either begins once the brief is written. */
export function canBegin(one: Rehearsal, viewerId: string): Decision {
  return every(
    sits(one, viewerId),
    isAt(one, ['ready'], one.state === 'asked' ? 'The brief is not written yet.' : 'It has begun.'),
  );
}

/** Either moves it on, logs what is said, keeps the silence and ends it, while it is played. */
export function canPlay(one: Rehearsal, viewerId: string): Decision {
  const otherwise = one.state === 'asked' || one.state === 'ready' ? 'It has not begun yet.' : 'The rehearsal has ended.';
  return every(sits(one, viewerId), isAt(one, ['live'], otherwise));
}

/** As `canPlay`, with room for a line. */
export function canLog(one: Rehearsal, viewerId: string, lines: number): Decision {
  const room = lines < limits.lines ? yes : no(`A rehearsal keeps at most ${limits.lines} lines.`);
  return every(canPlay(one, viewerId), room);
}

/** Cards are for whoever rehearses alone. */
export function canDraw(one: Rehearsal, viewerId: string, lines: number): Decision {
  return every(canLog(one, viewerId, lines), one.peerId === null ? yes : no('Cards are for rehearsing alone.'));
}

/** Each answers the three questions until everything is open. */
export function canAnswer(one: Rehearsal, viewerId: string): Decision {
  const otherwise = one.state === 'opened' ? 'Everything lies open already.' : 'The questions come when the rehearsal has ended.';
  return every(sits(one, viewerId), isAt(one, ['reflecting'], otherwise));
}

/** Opens without waiting for who has not answered; alone and with the peer gone there is nobody to wait for. */
export function canOpen(one: Rehearsal, viewerId: string, answeredBy: readonly string[]): Decision {
  const waited = answeredBy.includes(viewerId) ? yes : no('Answer the three questions first: then you read theirs.');
  return every(canAnswer(one, viewerId), waited);
}

/** Whether everybody who is there has answered. */
export function allAnswered({ ownerId, peerId, peerHere }: Rehearsal, answeredBy: readonly string[]): boolean {
  const asked = peerId !== null && peerHere ? [ownerId, peerId] : [ownerId];
  return asked.every((id) => answeredBy.includes(id));
}

/** Only the candidate deletes it, at any time. */
export function canRemove(one: Rehearsal, viewerId: string): Decision {
  return roleOf(one, viewerId) === 'candidate' ? yes : no('Only the owner deletes a rehearsal.');
}

/** Whose a note is, and whether it lay open when the rehearsal was opened. */
export type Note = { authorId: string; opened: boolean };

/** What somebody wrote is theirs until everything is open: the brief for the employer alone, answers for their author. */
export function showsNote({ state }: Pick<Rehearsal, 'state'>, viewerId: string, note: Note): boolean {
  return note.authorId === viewerId || (state === 'opened' && note.opened);
}

/** Whether a call can be at this step, of so many. */
export function hasStep(steps: number, step: number): boolean {
  return step >= 0 && step < steps;
}

/** Seconds since a silence began, never less than none. */
export function measureSilence(began: Date, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - began.getTime()) / 1000));
}

/** Something said in a rehearsal. */
export type SaidLine = { lineId: string; at: string; party: Party; words: string; package: Package; firmness: Firmness };

/** What was said, as the ledger reads moves: it remarks the same here, and nothing of it stands there. */
export function movesFrom(said: readonly SaidLine[]): Move[] {
  return said.map(({ lineId, at, party, words, package: figures, firmness }) => ({
    moveId: lineId,
    at,
    party,
    kind: listNamed(figures).length > 0 ? 'propose' : 'talk',
    channel: 'call',
    counterpart: null,
    package: figures,
    words,
    firmness,
    heard: [],
    about: null,
    cites: null,
  }));
}
