import { Temporal } from 'temporal-polyfill';
import { type Call, findNextCall, lastCallDay } from './call.ts';
import { isEnding, type Stage } from './opportunity.ts';

/** After so many days without a word one asks; after so many it rests. */
export const [silentDays, staleDays] = [7, 30];

/** What is known of when something was last heard. `since`: the day on which its stage began. */
export type Heard = {
  stage: Stage;
  since: string;
  calls: readonly Call[];
  /** The day on which the owner last asked. */
  followedOn: string | null;
};

/** The last day on which something happened: a step, a call, or the owner's asking. */
export function lastSign({ since, calls, followedOn }: Heard, now: Date): string {
  return [since, lastCallDay(calls, now) ?? '', followedOn ?? ''].reduce((a, b) => (a > b ? a : b));
}

/**
 * Whole days of silence at `today`, the viewer's civil date: null where nobody owes an answer, because it is only a lead, an
 * offer is on the table, it has ended, or a call is still to come.
 */
export function countSilence(heard: Heard, today: string, now: Date): number | null {
  const { stage, calls } = heard;
  if (isEnding(stage) || stage === 'lead' || stage === 'offer' || stage === 'negotiating') return null;
  if (findNextCall(calls, now)) return null;
  return daysBetween(lastSign(heard, now), today);
}

/** Whole days from one civil date to another; 0 when the second is not later. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days);
}

/** What the silence of an opening asks of its owner. */
export function judgeSilence(days: number | null): 'none' | 'ask' | 'stale' {
  if (days === null || days < silentDays) return 'none';
  return days >= staleDays ? 'stale' : 'ask';
}
