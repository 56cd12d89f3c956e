/*
 * Civil dates, `2026-02-28`, of which no more is asked than which comes when: midnights in UTC, where no clock changes. What
 * asks about hours and zones is Temporal's.
 */

const day = 86_400_000;
const midnight = (civil: string) => Date.parse(civil);
const civilOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The date so many days after another. */
export const addDays = (civil: string, days: number): string => civilOf(midnight(civil) + days * day);

/** Whole days from one date to another; negative when the second is earlier. */
export const countDays = (from: string, to: string): number => (midnight(to) - midnight(from)) / day;

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (civil: string): number => new Date(midnight(civil)).getUTCDay() || 7;

/** Whether a text of this form is in the calendar: the 30th of February is no date, or one in March. */
export const isCivil = (text: string): boolean => !Number.isNaN(midnight(text)) && civilOf(midnight(text)) === text;

const writers = new Map<string, Intl.DateTimeFormat>();

/** The date that it is at a moment in a zone. */
export function civilDay(at: Date, zone: string): string {
  const known = writers.get(zone);
  // Swedish writes a date as ISO 8601 does
  const writer = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  if (!known) writers.set(zone, writer);
  return writer.format(at);
}
