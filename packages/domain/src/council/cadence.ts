import { Temporal } from 'temporal-polyfill';
import { type Cadence, type Rhythm, weekdays } from './council.ts';

/** The weekday's name, `Thursday`. Weekday 1 is Monday. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? 'Monday';
}

/** How often, where nothing is said: weekly. */
export function rhythmOf({ rhythm }: Pick<Cadence, 'rhythm'>): Rhythm {
  return rhythm ?? { kind: 'weekly' };
}

/** Which of a month's weekdays, in words; the fifth is the last there is. */
export const nthWords = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** How often and on which day: `Every Thursday`, `The first Thursday of each month`, `On 4 days of your own`. */
export function rhythmWords(cadence: Pick<Cadence, 'rhythm' | 'weekday'>): string {
  const rhythm = rhythmOf(cadence);
  const day = weekdayName(cadence.weekday);
  if (rhythm.kind === 'weekly') return `Every ${day}`;
  if (rhythm.kind === 'fortnightly') return `Every second ${day}`;
  if (rhythm.kind === 'monthly') return `The ${nthWords[rhythm.nth - 1] ?? 'last'} ${day} of each month`;
  return 'On days that we choose';
}

/** The cadence as a sentence: `Every Thursday at 18:00 (Europe/Vienna), 90 minutes`. */
export function cadenceSentence(cadence: Cadence): string {
  return `${rhythmWords(cadence)} at ${cadence.time} (${cadence.zone}), ${cadence.minutes} minutes`;
}

type Day = Temporal.PlainDate;

const weekdayFrom = (day: Day, weekday: number) => day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });

/** The nth weekday of the month in which a day lies; the fifth is the last, which may be the fourth. */
function nthIn(month: Day, weekday: number, nth: number): Day {
  if (nth < 5) return weekdayFrom(month.with({ day: 1 }), weekday).add({ weeks: nth - 1 });
  const end = month.with({ day: month.daysInMonth });
  return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 });
}

function everySecond(day: Day, weekday: number, from: string): Day {
  const first = weekdayFrom(Temporal.PlainDate.from(from), weekday);
  const days = first.until(weekdayFrom(day, weekday)).days;
  return weekdayFrom(day, weekday).add({ days: Math.abs(days % 14) });
}

/** The first planned day on or after `day`, or null when there is none any more. Days are civil dates in the council's zone. */
function nextPlanned(cadence: Cadence, day: Day): Day | null {
  const rhythm = rhythmOf(cadence);
  if (rhythm.kind === 'weekly') return weekdayFrom(day, cadence.weekday);
  if (rhythm.kind === 'fortnightly') return everySecond(day, cadence.weekday, rhythm.from);
  if (rhythm.kind === 'monthly') {
    const here = nthIn(day, cadence.weekday, rhythm.nth);
    return Temporal.PlainDate.compare(here, day) >= 0 ? here : nthIn(day.add({ months: 1 }), cadence.weekday, rhythm.nth);
  }
  const [first] = rhythm.on.filter((on) => on >= day.toString()).toSorted();
  return first === undefined ? null : Temporal.PlainDate.from(first);
}

/** The planned days on or after `from`, `2026-11-26`, at most `most`, in their order. */
export function plannedDays(cadence: Cadence, from: string, most: number): string[] {
  const days: string[] = [];
  let day = nextPlanned(cadence, Temporal.PlainDate.from(from));
  while (day !== null && days.length < most) {
    days.push(day.toString());
    day = nextPlanned(cadence, day.add({ days: 1 }));
  }
  return days;
}
