import type { DebriefOutcome } from './debrief.ts';

export type ReadsState = 'unasked' | 'open' | 'revealed';

/** A sealed guess: how likely it goes on, in whole percent, and why. */
export type Read = { likelihood: number; reason: string };

/**
 * The reads of one debrief as everybody may know them while they are open: who can read it, and who has sealed.
 * readerIds are the people with a live share, without the owner. Neither list has an order that means anything.
 */
export type ReadsRound = {
  state: ReadsState;
  outcome: DebriefOutcome | null;
  ownerId: string;
  readerIds: readonly string[];
  sealedIds: readonly string[];
};

export type Seat = { accountId: string; owner: boolean; sealed: boolean };

/** One seat for the owner and for each reader, in the order of their ids: never in the order of arrival. */
export function listSeats(round: ReadsRound): Seat[] {
  const sealed = new Set(round.sealedIds);
  return [...new Set([round.ownerId, ...round.readerIds])]
    .sort()
    .map((accountId) => ({ accountId, owner: accountId === round.ownerId, sealed: sealed.has(accountId) }));
}

/** How many of those who can read the debrief have not sealed yet. */
export function countMissingReads(round: ReadsRound): number {
  return listSeats(round).filter((seat) => !seat.sealed).length;
}

/** Whether the reads reveal themselves: open, somebody else can read, and everybody has sealed. */
export function isComplete(round: ReadsRound): boolean {
  return round.state === 'open' && round.readerIds.length > 0 && countMissingReads(round) === 0;
}

/**
 * Whether the viewer may see how sure the owner felt: the owner, and others once they have nothing left to guess or have
 * sealed their guess. Whether the owner gave a figure at all is part of what is held back.
 */
export function seesConfidence(viewerId: string, { ownerId, state, outcome, sealedIds }: ReadsRound): boolean {
  if (viewerId === ownerId || state === 'revealed' || outcome !== null) return true;
  return state === 'open' && sealedIds.includes(viewerId);
}

/** The sentence before the owner reveals: what it does, and how many have not answered. */
export function revealWarning(missing: number): string {
  const after = 'Revealing shows all reads to everybody who can read this debrief and cannot be undone.';
  if (missing === 0) return `Everybody had sealed a read at the last set time. ${after}`;
  const who = missing === 1 ? '1 person' : `${missing} people`;
  return `${who} had not sealed a read at the last set time, and nobody can afterwards. ${after}`;
}

/** The mean of the likelihoods in percent, null when there are none. Not rounded. */
export function averageLikelihood(reads: readonly Pick<Read, 'likelihood'>[]): number | null {
  if (reads.length === 0) return null;
  return reads.reduce((sum, read) => sum + read.likelihood, 0) / reads.length;
}
