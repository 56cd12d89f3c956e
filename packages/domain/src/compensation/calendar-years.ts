import { plus, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, dayNumber, yearOf } from './calendar.ts';
import type { GrantValue } from './equity.ts';
import type { Projection } from './project-offer.ts';

/** Money of one calendar year, in smallest units; null where a part of it is not known. */
export type CalendarYear = {
  year: number;
  base: number | null;
  bonus: number | null;
  once: number | null;
  vest: number | null;
  refreshers: number | null;
  total: number;
};

/** Shares (or money, for a grant by value) that vest in each calendar year; empty when dates are not known. */
export function vestedByYear(grant: GrantValue): Map<number, number> {
  const out = new Map<number, number>();
  for (const vest of grant.vests) {
    if (vest.date === null) continue;
    const year = yearOf(vest.date);
    out.set(year, (out.get(year) ?? 0) + (vest.shares ?? vest.worth ?? 0));
  }
  return out;
}

/** How many days of the vest year from `from` to `to` (excluded) lie in the calendar year. */
function daysInside(from: string, to: string, year: number): number {
  const start = Math.max(dayNumber(from), dayNumber(`${year}-01-01`));
  const end = Math.min(dayNumber(to), dayNumber(`${year + 1}-01-01`));
  return Math.max(0, end - start);
}

/**
 * The same projection by calendar year, or null when the first day is not known. Base is spread by days, the bonus is
 * paid when its vest year ends, sign-on and guarantees when theirs begins, equity on the day it vests.
 * Covers what falls between the first day and the end of the horizon.
 */
export function byCalendarYear(projection: Projection): CalendarYear[] | null {
  const { firstDay, horizon } = projection;
  if (firstDay === null) return null;
  const starts = Array.from({ length: horizon + 1 }, (_, at) => addMonths(firstDay, 12 * at));
  const end = starts[horizon] ?? firstDay;
  const years = Array.from({ length: yearOf(end) - yearOf(firstDay) + 1 }, (_, at) => yearOf(firstDay) + at);
  return years.map((year) => {
    const vest = vestIn(
      projection.grants,
      year,
      end,
      projection.years.every((entry) => entry.vest === null),
    );
    const refreshers = vestIn(
      projection.refreshers,
      year,
      end,
      projection.years.every((entry) => entry.refreshers === null),
    );
    const pay = payIn(projection, starts, year);
    const parts = [pay.base, pay.bonus, pay.once, vest, refreshers];
    return { year, ...pay, vest, refreshers, total: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) };
  });
}

function payIn({ years }: Projection, starts: string[], year: number) {
  let base = zero;
  let [bonus, once] = [0, 0];
  years.forEach((entry, at) => {
    const [from, to] = [starts[at] ?? '', starts[at + 1] ?? ''];
    const days = dayNumber(to) - dayNumber(from);
    base = plus(base, times(ratio(entry.base ?? 0), ratio(daysInside(from, to, year), days)));
    if (yearOf(to) === year) bonus += entry.bonus ?? 0;
    if (yearOf(from) === year) once += entry.once;
  });
  const [first] = years;
  return {
    base: first?.base === null ? null : toMinor(base),
    bonus: first?.bonus === null ? null : bonus,
    once: first?.signOn === null && once === 0 ? null : once,
  };
}

function vestIn(grants: GrantValue[], year: number, end: string, isUnknown: boolean): number | null {
  if (isUnknown) return null;
  return grants
    .flatMap((grant) => grant.vests)
    .filter((vest) => vest.date !== null && vest.date <= end && yearOf(vest.date) === year)
    .reduce((sum, vest) => sum + (vest.worth ?? 0), 0);
}
