import { invalid } from '../kernel/error.ts';
import { leastQuorum, type RoundState, usualQuorum } from './round.ts';

/** How many were asked since the round opened, how many of them have answered, and how many gave a package. */
export type Tally = { asked: number; answered: number; given: number };

/**
 * A round as the rules ask for it. readerIds: who has a live share now, without the owner. sealedIds: whose seal the viewer
 * may know of. The tally has no names, so that no name has a time.
 */
export type RoundStanding = {
  state: RoundState;
  ownerId: string;
  readerIds: readonly string[];
  sealedIds: readonly string[];
  quorum: number;
  /** A moment (ISO), or null: then only all of them, or the owner, reveal. */
  deadlineAt: string | null;
  tally: Tally;
  /** Whether the viewer is asked in another round of the same opportunity that is open. */
  elsewhere: boolean;
};

/** A place among those asked; without an id for somebody who is no longer there. */
export type Seat = { accountId: string | null; sealed: boolean };

const turn = 12 * 3_600_000;

/** The next of the set moments, noon and midnight of UTC, at which seats change: all together, in every round. */
export function nextTurn(now: Date): Date {
  return new Date((Math.floor(now.getTime() / turn) + 1) * turn);
}

/** Who a draft would ask, by id. The owner is not among them. */
export function invited({ readerIds, ownerId }: Pick<RoundStanding, 'readerIds' | 'ownerId'>): string[] {
  return [...new Set(readerIds)].filter((accountId) => accountId !== ownerId).sort();
}

/** How many of those who were asked have not answered. Who left without an answer stays one of them. */
export function countMissingCounters({ asked, answered }: Tally): number {
  return asked - answered;
}

/** Whether the moment of the deadline has come. */
export function isPastDeadline(round: Pick<RoundStanding, 'deadlineAt'>, now: Date): boolean {
  return round.deadlineAt !== null && Date.parse(round.deadlineAt) <= now.getTime();
}

/**
 * Whether the round reveals itself: enough gave a package, and everybody who was asked has answered or the deadline has
 * come. Below the quorum only the owner reveals; where nobody but the owner can read it, nobody does.
 */
export function isDue(round: RoundStanding, now: Date): boolean {
  if (round.state !== 'open' || round.tally.given < round.quorum || invited(round).length === 0) return false;
  return countMissingCounters(round.tally) === 0 || isPastDeadline(round, now);
}

/** A deadline lies ahead. Throws `invalid` beside `deadlineAt` for a moment that has passed. */
export function refusePast(deadlineAt: string | null, now: Date): void {
  if (isPastDeadline({ deadlineAt }, now)) throw invalid('deadlineAt', 'This moment has passed. Choose a later one.');
}

function people(count: number): string {
  return count === 1 ? '1 person has' : `${count} people have`;
}

/** What the owner knows of an open round, as of the last set moment: numbers, and whether fewer than the quorum gave a package. */
export type Progress = { asked: number; answered: number; missing: number; below: boolean };

/** How far a round is, for its owner. How many abstain stays unsaid. */
export function progressOf({ tally, quorum }: Pick<RoundStanding, 'tally' | 'quorum'>): Progress {
  const { asked, answered, given } = tally;
  return { asked, answered, missing: countMissingCounters(tally), below: given < quorum };
}

/** The sentence before the owner reveals: what it does, how many have not answered, and that it is below the quorum. */
export function revealWarning({ missing, below }: Pick<Progress, 'missing' | 'below'>, quorum: number): string {
  const after = 'Revealing shows all packages and reasons to everybody who can read this round and cannot be undone.';
  const few = below ? ` Fewer than ${quorum} gave a package, so it is below the quorum.` : '';
  if (missing === 0) return `Everybody has answered.${few} ${after}`;
  const who = missing === 1 ? '1 person' : `${missing} people`;
  return `${who} had not sealed at the last set time; more may have since. What is sealed after the reveal is listed separately as late.${few} ${after}`;
}

/** What the owner is told whose reveal came when the round was revealed already, by the last seal or the deadline. */
export const alreadyRevealed =
  'The round was already revealed when you pressed: the last package or the deadline came first. What was sealed by then is in it.';

/** When and how the round is revealed, in one sentence without its time: the screen writes that beside it. `who`: its owner's name, or `you`. */
export function revealRule(round: Pick<RoundStanding, 'deadlineAt' | 'quorum'>, who: string): string {
  const act = `${who} ${who === 'you' ? 'reveal' : 'reveals'} it`;
  const own = `when everybody asked has sealed and at least ${round.quorum} gave a package, or when ${act}`;
  if (round.deadlineAt === null) return `Revealed ${own}.`;
  return `Revealed at the deadline if at least ${round.quorum} have sealed, before it ${own}.`;
}

/** How many are to be enough in a new round: as in the last one, or the usual number, and never more than could be asked. */
export function proposeQuorum(peers: number, last: number | null): number {
  return Math.min(last ?? usualQuorum, Math.max(leastQuorum, peers));
}

/** A quorum that those asked cannot reach: then nothing but the owner's own act reveals. Null when they can. */
export function quorumRemark(asked: number, quorum: number): string | null {
  if (asked === 0 || asked >= quorum) return null;
  return `${people(asked)} been asked, and the quorum is ${quorum}: only you can reveal this round.`;
}

/** What an unnamed round can and cannot promise in a group of this size. */
export function unnamedRemark(asked: number): string {
  if (asked === 0) return 'Names are left out, but in a small group a number or a turn of phrase often tells whose it is.';
  return asked <= 2
    ? `Names are left out, but with ${asked} asked everybody can tell whose package is whose.`
    : `Names are left out, but among ${asked} people who know each other a number or a turn of phrase often tells whose it is.`;
}

/** What goes with what is deleted: its rounds, by number where they tell them apart, and what was sealed in one that is open. */
export function roundsSentence(rounds: readonly { number: number; state: RoundState }[]): string {
  if (rounds.length === 0) return '';
  const numbers = rounds.map(({ number }) => number).sort((a, b) => a - b);
  const several = new Set(numbers).size < numbers.length ? `${numbers.length} rounds go` : `Rounds ${numbers.join(', ')} go`;
  const names = numbers.length === 1 ? `Round ${numbers[0]} goes` : several;
  const open = rounds.find(({ state }) => state === 'open');
  const sealed = open ? ` Round ${open.number} is open: what was sealed in it is never shown.` : '';
  return `${names} with it.${sealed} `;
}
