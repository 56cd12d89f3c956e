import { Temporal } from 'temporal-polyfill';
import { type DaysOff, daysOffBetween } from './days-off.ts';
import { holidaysBetween } from './holiday.ts';

/**
 * By when an answer is wanted: a civil date in the employer's zone, which ends at 24:00 there, or a moment with the
 * zone in which it was said.
 */
export type Deadline = { kind: 'date'; on: string; zone: string } | { kind: 'moment'; at: string; zone: string };

/** What became of asking for more time. */
export const extensions = ['none', 'asked', 'granted', 'refused'] as const;
export type Extension = (typeof extensions)[number];

/** The moment at which the deadline ends, ISO in UTC. For a date: the first moment of the next day in its zone. */
export function endOf(deadline: Deadline): string {
  if (deadline.kind === 'moment') return deadline.at;
  const next = Temporal.PlainDate.from(deadline.on).add({ days: 1 });
  return new Date(next.toZonedDateTime(deadline.zone).epochMilliseconds).toISOString();
}

/** The civil date of the deadline in the employer's zone. */
export function dayOf(deadline: Deadline): string {
  return deadline.kind === 'date' ? deadline.on : civilDay(new Date(deadline.at), deadline.zone);
}

/** The civil date of a moment in a zone. */
export function civilDay(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export const hasPassed = (deadline: Deadline, now: Date): boolean => new Date(endOf(deadline)) <= now;

/** By what business days are counted: the zone of the employer, and the days off of the one who has to answer. */
export type WorkCalendar = { zone: string; off: readonly DaysOff[] };

/**
 * Mondays to Fridays after `from`, up to and including `to`, without the nationwide holidays of the zone's country where they
 * are known, and without the days off of one's own; 0 when `to` is not later.
 */
export function businessDaysBetween(from: string, to: string, { zone, off }: WorkCalendar): number {
  const start = Temporal.PlainDate.from(from);
  const days = start.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
  if (days <= 0) return 0;
  const rest = Array.from({ length: days % 7 }, (_, at) => start.add({ days: at + 1 }).dayOfWeek);
  const weekdays = Math.floor(days / 7) * 5 + rest.filter((day) => day <= 5).length;
  return weekdays - new Set([...holidaysBetween(from, to, zone), ...daysOffBetween(from, to, off)]).size;
}

/** The business days after a day, one by one and without an end, as `businessDaysBetween` counts them. */
export function* listBusinessDays(after: string, calendar: WorkCalendar): Generator<string, never> {
  for (let day = Temporal.PlainDate.from(after); ; ) {
    const before = day.toString();
    day = day.add({ days: 1 });
    if (businessDaysBetween(before, day.toString(), calendar) === 1) yield day.toString();
  }
}

/** Business days left after today, by the employer's calendar and without my days off; 0 once the deadline has passed. */
export function businessDaysLeft(deadline: Deadline, now: Date, off: readonly DaysOff[]): number {
  if (hasPassed(deadline, now)) return 0;
  return businessDaysBetween(civilDay(now, deadline.zone), dayOf(deadline), { zone: deadline.zone, off });
}

/** Whether the employer gave less than two business days from the day the offer came. */
export function isShort(deadline: Deadline, receivedOn: string, off: readonly DaysOff[]): boolean {
  return businessDaysBetween(receivedOn, dayOf(deadline), { zone: deadline.zone, off }) < 2;
}

/** What a clock time in a zone means: one moment, none (skipped in spring), or two (repeated in autumn). */
export type Reading =
  | { kind: 'one'; at: string }
  | { kind: 'none'; before: string; after: string }
  | { kind: 'two'; first: string; second: string };

/**
 * Reads `2026-03-29T02:30` on the clock of a zone. With `none` or `two` the person is asked which is meant; `before` and
 * `after` are that hour by the clock as it stood before the jump and as it stood after it, the earlier moment first.
 */
export function readClock(local: string, zone: string): Reading {
  const clock = Temporal.PlainDateTime.from(local);
  const at = (disambiguation: 'earlier' | 'later') =>
    new Date(clock.toZonedDateTime(zone, { disambiguation }).epochMilliseconds).toISOString();
  const [first, second] = [at('earlier'), at('later')];
  if (first === second) return { kind: 'one', at: first };
  const isReal = Temporal.Instant.from(first).toZonedDateTimeISO(zone).toPlainDateTime().equals(clock);
  return isReal ? { kind: 'two', first, second } : { kind: 'none', before: first, after: second };
}
