import { plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, dayNumber, yearOf } from './calendar.ts';
import { type GrantValue, vestYearOf } from './equity.ts';
import type { DatedPayment } from './once.ts';
import type { ProjectedYear, Projection } from './project-offer.ts';

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
export function sumVestsByYear(grant: GrantValue): Map<number, number> {
  const out = new Map<number, number>();
  for (const vest of grant.vests) {
    if (vest.date === null) continue;
    const year = yearOf(vest.date);
    out.set(year, (out.get(year) ?? 0) + (vest.shares ?? vest.worth ?? 0));
  }
  return out;
}

/** The part of the vest year from `from` to `to` (excluded) that lies before a day. */
function partBefore(from: string, to: string, day: number): Ratio {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return ratio(Math.min(Math.max(day, start), end) - start, end - start);
}

/**
 * The same projection by calendar year, or null when the first day is not known. Base is spread by days, the bonus is
 * paid when its vest year ends, sign-on and guarantees when theirs begins, equity on the day it vests (what vested
 * before the first day counts on it, as in vest year 1). Covers what falls between the first day and the end of the
 * horizon, on the projection's own basis. Rounded cumulatively: each figure is what the sum so far, to the smallest
 * unit, has grown by, so that every column adds up to that of the vest years.
 */
export function splitByCalendarYear(projection: Projection): CalendarYear[] | null {
  const { firstDay, horizon, grants, refreshers } = projection;
  if (firstDay === null) return null;
  const vestYears = projection.years.map((pay, at) => ({
    pay,
    from: addMonths(firstDay, 12 * at),
    to: addMonths(firstDay, 12 * (at + 1)),
  }));
  const [first, last] = [yearOf(firstDay), yearOf(addMonths(firstDay, 12 * horizon))];
  const unlessUnknown = (line: 'base' | 'bonus' | 'vest' | 'refreshers', amount: number) =>
    projection.years.every((year) => year[line] === null) ? null : amount;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const span = { year, first, horizon };
    const parts = {
      base: unlessUnknown('base', baseBefore(vestYears, year + 1) - baseBefore(vestYears, year)),
      bonus: unlessUnknown('bonus', sumOf(vestYears.map(({ pay, to }) => (yearOf(to) === year ? pay.bonus : 0)))),
      once: onceIn(vestYears, projection.dated, year),
      vest: unlessUnknown('vest', vestIn(grants, span)),
      refreshers: unlessUnknown('refreshers', vestIn(refreshers, span)),
    };
    return { year, ...parts, total: sumOf(Object.values(parts)) };
  });
}

type VestYear = { pay: ProjectedYear; from: string; to: string };

const sumOf = (amounts: readonly (number | null)[]) => amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

/** The base earned before a calendar year begins, to the smallest unit. */
function baseBefore(years: readonly VestYear[], year: number): number {
  const day = dayNumber(`${year}-01-01`);
  const earned = years.map(({ pay, from, to }) => times(ratio(pay.base ?? 0), partBefore(from, to, day)));
  return toMinor(earned.reduce(plus, zero));
}

/** One-time money of a calendar year; null where there is none and the sign-on is not known. */
function onceIn(years: readonly VestYear[], dated: readonly DatedPayment[], year: number): number | null {
  // what has a day of its own counts on it, and not when its vest year begins
  const datedOf = (at: number) => sumOf(dated.filter((one) => one.year === at).map(({ amount }) => amount));
  const first = yearOf(years[0]?.from ?? '');
  const onDays = dated.filter(({ on }) => Math.max(first, yearOf(on)) === year).map(({ amount }) => amount);
  const began = years.map(({ pay, from }) => (yearOf(from) === year ? pay.once - datedOf(pay.year) : 0));
  const once = sumOf([...began, ...onDays]);
  return once === 0 && years.some(({ pay }) => pay.signOn === null) ? null : once;
}

type Span = { year: number; first: number; horizon: number };

function vestIn(grants: GrantValue[], { year, first, horizon }: Span): number {
  const inYear = grants
    .flatMap((grant) => grant.vests)
    .filter(({ at, date }) => date !== null && vestYearOf(at) <= horizon && Math.max(first, yearOf(date)) === year);
  return sumOf(inYear.map(({ worth }) => worth));
}
