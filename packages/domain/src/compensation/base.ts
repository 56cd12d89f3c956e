import { fromDecimal, fromPercent, one, plus, power, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import type { Stated } from './components.ts';
import type { Pay, Raise, Variable } from './conventions.ts';

/** Base as the letter writes it; money a year is the shortest form of it. */
export const payOf = (base: number | Pay): Pay => (typeof base === 'number' ? { amount: base, per: 'year' } : base);

/** A decimal that may be left out. */
const given = (text: string | null | undefined, otherwise: string): string => (text == null ? otherwise : text);

/** What has to be known to make a year of this pay: the hours or the days of a week. */
export function missingInPay(base: number | Pay): 'hours' | 'days' | null {
  const { per, hours, days } = payOf(base);
  if (per === 'hour') return hours == null ? 'hours' : null;
  return per === 'day' && days == null ? 'days' : null;
}

/** How many of the period are paid in a year; null when that is not said. */
function timesAYear({ per, hours, days, months }: Pay): Ratio | null {
  if (per === 'year') return one;
  if (per === 'month') return fromDecimal(given(months, '12'), 'base.months');
  if (per === 'week') return ratio(52);
  const perWeek = per === 'hour' ? hours : days;
  return perWeek == null ? null : times(fromDecimal(perWeek, `base.${per}s`), ratio(52));
}

/**
 * The year's base in smallest units, exact: amount × 52 weeks × hours (or days) a week, × months paid, or as it is,
 * × share of full time. Null when the hours or days are not said. Sources: `Pay` in conventions.ts.
 */
function exactYear(base: number | Pay): Ratio | null {
  const pay = payOf(base);
  const count = timesAYear(pay);
  if (count === null) return null;
  return times(times(ratio(BigInt(pay.amount)), count), fromPercent(given(pay.share, '100'), 'base.share'));
}

/** The year's base in smallest units, rounded once (half away from zero), before any raise; null when it is not known. */
export function yearBaseOf(base: Stated<number | Pay>): number | null {
  const exact = base.state === 'known' ? exactYear(base.value) : null;
  return exact === null ? null : toMinor(exact, 'base');
}

/** How the year's base comes from the letter's figure, in words; empty where the letter gives it by year. */
export function derivationOf(base: number | Pay): string {
  const { per, hours, days, months, share } = payOf(base);
  const count = {
    hour: `× ${hours ?? '?'} hours × 52 weeks`,
    day: `× ${days ?? '?'} days × 52 weeks`,
    week: '× 52 weeks',
    month: `× ${months ?? '12'} months`,
    year: '',
  }[per];
  const part = share == null || share === '100' ? '' : `× ${share} % of full time`;
  return [count, part].filter((words) => words !== '').join(' ');
}

/** The base a year from each month on, in order, as the letter's own raises set it. */
function levels(start: Ratio, raises: readonly Raise[]): { from: number; level: Ratio }[] {
  const out = [{ from: 0, level: start }];
  let level = start;
  for (const raise of [...raises].sort((a, b) => a.after - b.after)) {
    level = 'to' in raise ? ratio(BigInt(raise.to)) : times(level, plus(one, fromPercent(raise.percent, 'base.raises')));
    out.push({ from: raise.after, level });
  }
  return out;
}

/** The mean level over the twelve months of a year. */
function meanOf(steps: ReturnType<typeof levels>, year: number): Ratio {
  const [first, last] = [12 * (year - 1), 12 * year];
  return steps.reduce((sum, { from, level }, at) => {
    const until = steps[at + 1]?.from ?? last;
    const months = Math.max(0, Math.min(until, last) - Math.max(from, first));
    return months === 0 ? sum : plus(sum, times(level, ratio(months, 12)));
  }, zero);
}

/** What the assumed raises make of the base by a year: (1 + raise) for each year from the second on. */
function raisedBy({ raise, raises }: Assumptions, year: number): Ratio {
  const list = raises ?? [];
  if (list.length === 0) return power(plus(one, fromPercent(raise)), year - 1);
  const factors = Array.from({ length: year - 1 }, (_, at) => plus(one, fromPercent(list[at] ?? list.at(-1) ?? raise)));
  return factors.reduce(times, one);
}

/**
 * The base of each year k, in smallest units, exact: the letter's base and its own raises, month by month, times the assumed
 * raises. Null when the letter does not say enough to make a year of it.
 */
export function baseBy(base: number | Pay, assumptions: Assumptions): (year: number) => Ratio | null {
  const start = exactYear(base);
  if (start === null) return () => null;
  const raises = payOf(base).raises ?? [];
  const steps = levels(start, raises);
  return (year) => times(raises.length === 0 ? start : meanOf(steps, year), raisedBy(assumptions, year));
}

/** The part of the target that a year pays: the assumed attainment, at most the letter's cap. */
export function attainmentOf({ cap }: Variable, { payout, attainment }: Assumptions, year: number): Ratio {
  const list = attainment ?? [];
  const reached = fromPercent(list[year - 1] ?? list.at(-1) ?? payout);
  const most = cap == null ? reached : fromPercent(cap, 'bonus.cap');
  return reached.n * most.d <= most.n * reached.d ? reached : most;
}

/** The target in percent of base, where the letter gives it so; null for an amount, which stays money. */
export const targetOf = (bonus: Stated<Variable>): string | null =>
  bonus.state === 'known' && 'target' in bonus.value ? bonus.value.target : null;

/** The variable pay that the letter gives as money a year, in smallest units. */
export const variableAmountOf = (bonus: Stated<Variable>): number | null =>
  bonus.state === 'known' && 'amount' in bonus.value ? bonus.value.amount : null;
