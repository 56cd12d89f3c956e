import { Temporal } from 'temporal-polyfill';

/** Days on which somebody does not work, from the first to the last of them: civil dates. */
export type DaysOff = { from: string; to: string };

/** One stretch has at most so many days, and a person so many stretches. */
export const longestOff = 60;
export const mostOff = 24;

/** How many days a stretch has; 0 or less when it ends before it begins. */
export function lengthOf({ from, to }: DaysOff): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1;
}

/** The weekdays among the days off after `from`, up to and including `to`, each once and in order. */
export function daysOffBetween(from: string, to: string, off: readonly DaysOff[]): string[] {
  const days = new Set<string>();
  for (const stretch of off) {
    if (stretch.to <= from || stretch.from > to) continue;
    const first = Temporal.PlainDate.from(stretch.from);
    for (let at = 0; at < lengthOf(stretch); at += 1) {
      const day = first.add({ days: at });
      const civil = day.toString();
      if (civil > from && civil <= to && day.dayOfWeek <= 5) days.add(civil);
    }
  }
  return [...days].sort();
}
