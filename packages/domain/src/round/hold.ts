import type { RoundState } from './round.ts';

/**
 * What somebody says is held from a viewer: since when, and until when it was said. `until` is null while what they say now is
 * held too: both are asked in a round that is open, or for a read of the debrief that it is said on.
 */
export type Hold = { authorId: string; since: Date; until: Date | null };

/** When something was said, and when it was last changed: an old comment that is edited could say a number too. */
export type Spoken = { authorId: string; at: Date; changedAt?: Date | null };

/**
 * Whether something said on the opportunity of a round, its mission apart, is held. What the round's owner says never is. What
 * was said in that time and is edited afterwards says the same again.
 */
export function isHeld(holds: readonly Hold[], { authorId, at, changedAt }: Spoken): boolean {
  return holds.some(
    (hold) => hold.authorId === authorId && (changedAt ?? at) >= hold.since && (hold.until === null || at <= hold.until),
  );
}

/** For how long what was said beside a round that was cancelled waits for another one. */
const waitDays = 14;

/** Until when what was said beside a round that was cancelled is held, unless a later round is revealed before. */
export function waitsUntil(cancelledAt: Date): Date {
  return new Date(cancelledAt.getTime() + waitDays * 86_400_000);
}

/** A round of the opportunity, as far as it holds what is said beside it. */
export type HoldingRound = {
  state: RoundState;
  askedIds: readonly string[];
  openedAt: Date | null;
  revealedAt: Date | null;
  cancelledAt: Date | null;
};

/** The cancelled rounds whose words wait still for another round of the viewer's. */
function listWaiting(viewerId: string, rounds: readonly HoldingRound[], now: Date) {
  const mine = rounds.filter(({ askedIds }) => askedIds.includes(viewerId));
  const last = Math.max(...mine.map(({ cancelledAt }) => cancelledAt?.getTime() ?? Number.NEGATIVE_INFINITY));
  const waits = mine.some(({ state }) => state === 'open') || now < waitsUntil(new Date(last));
  return rounds.flatMap(({ askedIds, state, openedAt: since, cancelledAt: until }) => {
    if (!waits || state !== 'cancelled' || since === null || until === null) return [];
    return mine.some(({ revealedAt }) => revealedAt !== null && revealedAt > until) ? [] : [{ askedIds, since, until }];
  });
}

/**
 * What is held from a viewer on an opportunity, as the database holds it (`held_talks()`): of all who are asked beside them in a
 * round that is open; and what was said beside a round that was cancelled, while another may follow, by those they were asked
 * with in it, or are asked with now.
 */
export function listHolds(viewerId: string, rounds: readonly HoldingRound[], now: Date): Hold[] {
  const open = rounds.filter(({ state, askedIds }) => state === 'open' && askedIds.includes(viewerId));
  const beside = new Set(open.flatMap(({ askedIds }) => askedIds));
  const current = open.flatMap(({ askedIds, openedAt }): Hold[] =>
    askedIds.map((authorId) => ({ authorId, since: openedAt ?? now, until: null })),
  );
  const before = listWaiting(viewerId, rounds, now).flatMap(({ askedIds, since, until }): Hold[] => {
    const held = askedIds.filter((id) => askedIds.includes(viewerId) || beside.has(id));
    // who is asked with them now is held in one stretch from then on
    return held.map((authorId) => ({ authorId, since, until: beside.has(authorId) ? null : until }));
  });
  return [...current, ...before].filter(({ authorId }) => authorId !== viewerId);
}

/** What a writer is told before they write, with the names of those from whom it is held. */
export function heldSentence(names: string): string {
  return `Held until the reveal: ${names} and you are each asked for an answer of your own, so what you write here reaches them only then.`;
}

/** What becomes of what was said beside a round that was cancelled, with the day on which it is read at the latest. */
export function waitSentence(day: string): string {
  return `What those asked wrote while it was open is held from each other until ${day}, or until another round is revealed, so that a second round is blind too.`;
}

/** Beside the deletion of the negotiation that these rounds hang on: what waits for a next one waits no longer. */
export function releaseSentence(rounds: readonly { state: RoundState }[]): string {
  if (!rounds.some(({ state }) => state === 'open' || state === 'cancelled')) return '';
  return 'What those asked wrote on the offer and on debriefs reaches each other at once, as far as it is held still: ask no other round then that should be blind. ';
}
