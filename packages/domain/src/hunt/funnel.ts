import { Temporal } from 'temporal-polyfill';
import { liveStages, type Stage, type StageEntry } from '../opportunity/opportunity.ts';

/** The steps of one opening, in order. An undone step is not among them, so no figure knows of it. */
export type History = { opportunityId: string; entries: readonly Pick<StageEntry, 'stage' | 'on'>[] };

/** So many of so many; `percent` in whole points, or null where there are too few for a rate. */
export type Rate = { count: number; of: number; percent: number | null };

/** Fewer than this make no rate. */
export const fewest = 5;

const answered: readonly Stage[] = ['screen', 'interview', 'final', 'offer', 'negotiating', 'accepted', 'declined'];
const met: readonly Stage[] = ['interview', 'final', 'offer', 'negotiating', 'accepted', 'declined'];
const offered: readonly Stage[] = ['offer', 'negotiating', 'accepted', 'declined'];
// an employer rejects only who applied; who withdrew may never have
const applied: readonly Stage[] = ['applied', 'rejected', ...answered];

const reaches = ({ entries }: History, these: readonly Stage[]) => entries.some(({ stage }) => these.includes(stage));

/** The first day on which it counts as applied for, or null. */
export function appliedOn({ entries }: History): string | null {
  return entries.find(({ stage }) => applied.includes(stage))?.on ?? null;
}

/** So many of so many as a rate, in whole points rounded half up. */
export function toRate(count: number, of: number): Rate {
  return { count, of, percent: of < fewest ? null : Math.floor((count * 200 + of) / (of * 2)) };
}

export type Funnel = { openings: number; applied: number; response: Rate; interview: Rate; offer: Rate; accepted: number };

/** How far openings came: of those applied for, how many were answered, led to an interview, brought an offer. */
export function countFunnel(histories: readonly History[]): Funnel {
  const sent = histories.filter((one) => reaches(one, applied));
  const count = (these: readonly Stage[]) => sent.filter((one) => reaches(one, these)).length;
  return {
    openings: histories.length,
    applied: sent.length,
    response: toRate(count(answered), sent.length),
    interview: toRate(count(met), sent.length),
    offer: toRate(count(offered), sent.length),
    accepted: count(['accepted']),
  };
}

const dayBefore = (day: string, days: number) => Temporal.PlainDate.from(day).subtract({ days }).toString();

/** The response rate of what was applied for from a day to a day, both included. */
export function responseBetween(histories: readonly History[], from: string, to: string): Rate {
  const sent = histories.filter((one) => {
    const day = appliedOn(one);
    return day !== null && day >= from && day <= to;
  });
  return toRate(sent.filter((one) => reaches(one, answered)).length, sent.length);
}

export type Change = { now: Rate; before: Rate; points: number | null };

/** The response rate of the 30 days up to `today` against the 30 before; the difference in points where both are rates. */
export function countChange(histories: readonly History[], today: string): Change {
  const now = responseBetween(histories, dayBefore(today, 29), today);
  const before = responseBetween(histories, dayBefore(today, 59), dayBefore(today, 30));
  return { now, before, points: now.percent === null || before.percent === null ? null : now.percent - before.percent };
}

export type Stay = { stage: Stage; ended: number; median: number | null };

function middle(days: readonly number[]): number | null {
  if (days.length < fewest) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const at = Math.floor((sorted.length - 1) / 2);
  const [low = 0, high = 0] = [sorted[at], sorted[sorted.length - 1 - at]];
  return (low + high) / 2;
}

/** How many stays in each live stage have ended, and their middle length in days; the one that lasts is not among them. */
export function countStays(histories: readonly History[]): Stay[] {
  return liveStages.map((stage) => {
    const days = histories.flatMap(({ entries }) =>
      entries.flatMap((entry, at) => {
        const next = entries[at + 1];
        if (entry.stage !== stage || !next) return [];
        return [Temporal.PlainDate.from(entry.on).until(Temporal.PlainDate.from(next.on), { largestUnit: 'days' }).days];
      }),
    );
    return { stage, ended: days.length, median: middle(days) };
  });
}

/** The Monday of the week in which a day is. */
export function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

export type Week = { monday: string; applied: number; calls: number };

/** The last weeks up to `today`, the earliest first: what was applied for in each, and the calls that were held. */
export function countWeeks(histories: readonly History[], callDays: readonly string[], today: string, weeks = 8): Week[] {
  const last = Temporal.PlainDate.from(weekOf(today));
  const sent = histories.flatMap((one) => appliedOn(one) ?? []).map(weekOf);
  const held = callDays.filter((day) => day <= today).map(weekOf);
  return Array.from({ length: weeks }, (_, at) => {
    const monday = last.subtract({ weeks: weeks - 1 - at }).toString();
    const among = (all: readonly string[]) => all.filter((week) => week === monday).length;
    return { monday, applied: among(sent), calls: among(held) };
  });
}
