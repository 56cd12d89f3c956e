import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { type Decision, every, no, yes } from '../kernel/decision.ts';
import type { CommitmentFields } from './input.ts';

/** How a commitment came out; one that was moved is open, with a later day. */
export const commitmentStates = ['open', 'kept', 'missed'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** What somebody does until a day. `councilId`: the council that sees it, or nobody. `moves`: how often the day was put off. */
export type Commitment = z.output<typeof CommitmentFields> & {
  commitmentId: string;
  ownerId: string;
  councilId: string | null;
  debriefId: string | null;
  state: CommitmentState;
  moves: number;
  rev: number;
};

export const mostOpenCommitments = 20;

/** Whether one more may be taken beside the `open` ones: who commits to everything keeps nothing. */
export function canCommit(open: number): Decision {
  return open < mostOpenCommitments ? yes : no(`You have ${mostOpenCommitments} open commitments. Close one first.`);
}

/** Its owner edits and moves it while it is open. */
export function canEditCommitment({ ownerId, state }: Pick<Commitment, 'ownerId' | 'state'>, viewerId: string): Decision {
  const open = state === 'open' ? yes : no('This commitment is closed. Open it again to change it.');
  return every(ownerId === viewerId ? yes : no('Only its owner can change this commitment.'), open);
}

/** How often it was put off, once its day is `dueOn`: an earlier day is no move. */
export function countMoves({ dueOn: before, moves }: Pick<Commitment, 'dueOn' | 'moves'>, dueOn: string): number {
  return dueOn > before ? moves + 1 : moves;
}

/** Open ones whose day has come on `day` (a civil date): what a meeting on that day looks at. */
export function listDue<C extends Pick<Commitment, 'state' | 'dueOn'>>(commitments: readonly C[], day: string): C[] {
  return commitments.filter(({ state, dueOn }) => state === 'open' && dueOn <= day);
}

/** The day a week after `day`, a civil date: when a commitment without a meeting is due. */
export function weekAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 7 }).toString();
}

/** Open first by their day, then the closed, latest day first. */
export function orderCommitments<C extends Pick<Commitment, 'state' | 'dueOn'>>(commitments: readonly C[]): C[] {
  const open = commitments.filter(({ state }) => state === 'open');
  const closed = commitments.filter(({ state }) => state !== 'open');
  return [
    ...open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    ...closed.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn)),
  ];
}

/** How it stands in words: `open`, `put off twice`, `kept`, `not kept`. */
export function sayStanding({ state, moves }: Pick<Commitment, 'state' | 'moves'>): string {
  if (state === 'kept') return 'Kept';
  if (state === 'missed') return 'Not kept';
  if (moves === 0) return 'Open';
  return moves === 1 ? 'Moved once' : `Moved ${moves} times`;
}
