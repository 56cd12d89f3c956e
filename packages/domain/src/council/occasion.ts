import { Temporal } from 'temporal-polyfill';
import { plannedDays } from './cadence.ts';
import type { Cadence, MeetingChange } from './council.ts';

/** When a council meets, and what became of single meetings. */
export type Plan = { cadence: Cadence; changes: readonly MeetingChange[] };

/** One planned meeting: `on` is the day it was planned for and names it, whatever became of it. */
export type Occasion = { on: string; startsAt: Date; state: 'planned' | 'moved' | 'skipped' };

/**
 * A day and a time in the council's zone as an instant. A time that a clock change skips comes as much later as the clock jumps;
 * one that comes twice is the first of the two.
 */
export function startOf(on: string, time: string, zone: string): Date {
  const start = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(start.epochMilliseconds);
}

/** The civil date that it is at an instant in a zone. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function occasionOf({ cadence: { time, zone }, changes }: Plan, on: string): Occasion {
  const change = changes.find((one) => one.on === on);
  if (!change) return { on, startsAt: startOf(on, time, zone), state: 'planned' };
  if (change.to === null) return { on, startsAt: startOf(on, time, zone), state: 'skipped' };
  return { on, startsAt: startOf(change.to.on, change.to.time, zone), state: 'moved' };
}

/** Whether a meeting is planned for this day. */
export function isPlanned({ cadence }: Pick<Plan, 'cadence'>, on: string): boolean {
  return plannedDays(cadence, on, 1)[0] === on;
}

/** The meetings that begin after an instant, skipped ones among them, at most `most`, in the order in which they begin. */
export function listOccasions(plan: Plan, after: Date, most: number): Occasion[] {
  // a changed meeting may have been planned for a day that is over; all others begin on their day
  const changed = plan.changes.map(({ on }) => on).filter((on) => isPlanned(plan, on));
  const ahead = plannedDays(plan.cadence, dayIn(plan.cadence.zone, after), most + changed.length + 1);
  return [...new Set([...ahead, ...changed])]
    .map((on) => occasionOf(plan, on))
    .filter(({ startsAt }) => startsAt.getTime() > after.getTime())
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, most);
}

/** The next meeting that takes place, or null when no day is planned any more. */
export function findNextMeeting(plan: Plan, now: Date): Occasion | null {
  return listOccasions(plan, now, plan.changes.length + 1).find(({ state }) => state !== 'skipped') ?? null;
}

const halfDay = 12 * 3_600_000;

/** The meeting that a council holds when it begins one now: the nearest that is planned within half a day, or null. */
export function occasionAt(plan: Plan, now: Date): Occasion | null {
  const away = ({ startsAt }: Occasion) => Math.abs(startsAt.getTime() - now.getTime());
  const near = listOccasions(plan, new Date(now.getTime() - halfDay), 4).filter((one) => away(one) <= halfDay);
  return near.filter(({ state }) => state !== 'skipped').toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** How many changes are kept; those of meetings that are over are dropped first. */
export const mostChanges = 30;

/** The changes after one more: `to` is where the meeting goes, null when it is left out, undefined when it is as planned. */
export function withChange(plan: Plan, on: string, to: MeetingChange['to'] | undefined, now: Date): MeetingChange[] {
  const over = (day: string) => day < dayIn(plan.cadence.zone, now);
  const others = plan.changes.filter((one) => one.on !== on && !(over(one.on) && (one.to === null || over(one.to.on))));
  return to === undefined ? others : [...others, { on, to }];
}

/** The day by which something is to be done until the next meeting, in the council's zone; a week from now where none is planned. */
export function dayOfNextMeeting(plan: Plan, now: Date): string {
  const week = new Date(now.getTime() + 7 * 86_400_000);
  return dayIn(plan.cadence.zone, findNextMeeting(plan, now)?.startsAt ?? week);
}
