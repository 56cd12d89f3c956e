import { Temporal } from 'temporal-polyfill';
import { type Cadence, weekdays } from './council.ts';

/** The weekday's name, `Thursday`. Weekday 1 is Monday. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? 'Monday';
}

/** The cadence as a sentence: `Every Thursday at 18:00 (Europe/Vienna), 90 minutes`. */
export function cadenceSentence(cadence: Cadence): string {
  return `Every ${weekdayName(cadence.weekday)} at ${cadence.time} (${cadence.zone}), ${cadence.minutes} minutes`;
}

/**
 * The start of the next meeting after `now`, as an instant. A time that daylight saving skips moves to the first
 * moment that exists; one that occurs twice is the first.
 */
export function findNextMeeting(cadence: Cadence, now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(cadence.zone);
  const ahead = (cadence.weekday - here.dayOfWeek + 7) % 7;
  const time = Temporal.PlainTime.from(cadence.time);
  const first = here.toPlainDate().add({ days: ahead }).toZonedDateTime({ timeZone: cadence.zone, plainTime: time });
  const start = first.epochMilliseconds > now.getTime() ? first : weekLater(first, cadence, time);
  return new Date(start.epochMilliseconds);
}

function weekLater(first: Temporal.ZonedDateTime, cadence: Cadence, time: Temporal.PlainTime): Temporal.ZonedDateTime {
  return first.toPlainDate().add({ days: 7 }).toZonedDateTime({ timeZone: cadence.zone, plainTime: time });
}
