import { invalid } from '../kernel/error.ts';
import type { RoundState } from './round.ts';

/**
 * A round as everybody may know it while it is open: who can read it, and who has sealed. readerIds are the people with
 * a live share, without the owner. Neither list has an order that means anything.
 */
export type RoundStanding = {
  state: RoundState;
  ownerId: string;
  readerIds: readonly string[];
  sealedIds: readonly string[];
  quorum: number;
  /** A moment (ISO), or null: then only all of them, or the owner, reveal. */
  deadlineAt: string | null;
};

export type Seat = { accountId: string; sealed: boolean };

/** One seat for each person asked, in the order of their ids: never in the order of arrival. The owner has none. */
export function listSeats(round: RoundStanding): Seat[] {
  const sealed = new Set(round.sealedIds);
  return [...new Set(round.readerIds)]
    .filter((accountId) => accountId !== round.ownerId)
    .sort()
    .map((accountId) => ({ accountId, sealed: sealed.has(accountId) }));
}

/** How many of those who are asked have not sealed yet. */
export function countMissingCounters(round: RoundStanding): number {
  return listSeats(round).filter((seat) => !seat.sealed).length;
}

/** Whether the moment of the deadline has come. */
export function isPastDeadline(round: Pick<RoundStanding, 'deadlineAt'>, now: Date): boolean {
  return round.deadlineAt !== null && Date.parse(round.deadlineAt) <= now.getTime();
}

/** Whether the round reveals itself: everybody asked has sealed, or the deadline has come and enough have. */
export function isDue(round: RoundStanding, now: Date): boolean {
  const asked = listSeats(round);
  const missing = countMissingCounters(round);
  if (round.state !== 'open' || asked.length === 0) return false;
  return missing === 0 || (isPastDeadline(round, now) && asked.length - missing >= round.quorum);
}

/** A deadline lies ahead. Throws `invalid` beside `deadlineAt` for a moment that has passed. */
export function refusePast(deadlineAt: string | null, now: Date): void {
  if (isPastDeadline({ deadlineAt }, now)) throw invalid('deadlineAt', 'This moment has passed. Choose a later one.');
}

function people(count: number): string {
  return count === 1 ? '1 person has' : `${count} people have`;
}

/** The sentence before the owner reveals: what it does, and how many have not answered. */
export function revealWarning(missing: number): string {
  const after = 'Revealing shows all packages and reasons to everybody who can read this round and cannot be undone.';
  if (missing === 0) return `Everybody has sealed. ${after}`;
  return `${people(missing)} not sealed yet; what they seal afterwards is listed separately as late. ${after}`;
}

/** When and how the round is revealed, in one sentence without its time: the screen writes that beside it. */
export function revealRule(round: Pick<RoundStanding, 'deadlineAt' | 'quorum'>): string {
  const own = 'when everybody asked has sealed, or when the owner says so';
  if (round.deadlineAt === null) return `Revealed ${own}.`;
  return `Revealed at the deadline if at least ${round.quorum} have sealed, before it ${own}.`;
}

/** What an unnamed round can and cannot promise in a group of this size. */
export function unnamedRemark(asked: number): string {
  return asked <= 2
    ? `Names are left out, but with ${asked} asked everybody can tell whose package is whose.`
    : `Names are left out, but among ${asked} people who know each other a number or a turn of phrase often tells whose it is.`;
}
