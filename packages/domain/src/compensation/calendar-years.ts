import { plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, dayNumber, yearOf } from './calendar.ts';
import { type GrantValue, vestYearOf } from './equity.ts';
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
export function byCalendarYear(projection: Projection): CalendarYear[] | null {
  const { firstDay, horizon } = projection;
  if (firstDay === null) return null;
  const starts = Array.from({ length: horizon + 1 }, (_, at) => addMonths(firstDay, 12 * at));
  const end = starts[horizon] ?? firstDay;
  const years = Array.from({ length: yearOf(end) - yearOf(firstDay) + 1 }, (_, at) => yearOf(firstDay) + at);
  return years.map((year) => {
    const span = { year, first: yearOf(firstDay), horizon };
    const isUnknown = (line: 'vest' | 'refreshers') => projection.years.every((entry) => entry[line] === null);
    const vest = isUnknown('vest') ? null : vestIn(projection.grants, span);
    const refreshers = isUnknown('refreshers') ? null : vestIn(projection.refreshers, span);
    const pay = payIn(projection, starts, year);
    const parts = [pay.base, pay.bonus, pay.once, vest, refreshers];
    return { year, ...pay, vest, refreshers, total: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) };
  });
}

/** The base earned before a calendar year begins, to the smallest unit. */
function baseBefore({ years }: Projection, starts: string[], year: number): number {
  const day = dayNumber(`${year}-01-01`);
  const earned = years.map((entry, at) => times(ratio(entry.base ?? 0), partBefore(starts[at] ?? '', starts[at + 1] ?? '', day)));
  return toMinor(earned.reduce(plus, zero));
}

function payIn(projection: Projection, starts: string[], year: number) {
  const { years } = projection;
  let [bonus, once] = [0, 0];
  years.forEach((entry, at) => {
    const [from, to] = [starts[at] ?? '', starts[at + 1] ?? ''];
    if (yearOf(to) === year) bonus += entry.bonus ?? 0;
    if (yearOf(from) === year) once += entry.once;
  });
  const [first] = years;
  return {
    base: first?.base === null ? null : baseBefore(projection, starts, year + 1) - baseBefore(projection, starts, year),
    bonus: first?.bonus === null ? null : bonus,
    once: first?.signOn === null && once === 0 ? null : once,
  };
}

type Span = { year: number; first: number; horizon: number };

function vestIn(grants: GrantValue[], { year, first, horizon }: Span): number {
  return grants
    .flatMap((grant) => grant.vests)
    .filter(({ at, date }) => date !== null && vestYearOf(at) <= horizon && Math.max(first, yearOf(date)) === year)
    .reduce((sum, vest) => sum + (vest.worth ?? 0), 0);
}
