import { plus, type Ratio, ratio, zero } from '../kernel/money.ts';
import { addMonths, monthsUntil } from './calendar.ts';
import type { SignOn } from './components.ts';

type Payments = Pick<SignOn, 'paid' | 'dated'>;

/** The day that year 1 begins for payments with days of their own: the first day of work, else the earliest of them. */
export function rootOf({ dated }: Payments, firstDay: string | null): string | null {
  if (firstDay !== null || !dated) return firstDay;
  const [earliest] = dated.map(({ on }) => on).sort();
  return earliest ?? null;
}

/** The year (from 1) of a dated payment; one on an anniversary, or before the first day, begins its year. */
function yearOfDay(on: string, root: string): number {
  const reached = on <= root ? 0 : monthsUntil(root, on);
  const whole = addMonths(root, reached) === on ? reached : reached - 1;
  return Math.floor(Math.max(0, whole) / 12) + 1;
}

/** One-time pay of a year in smallest units: by year, and what is dated in it. */
export function onceInYear(payments: Payments, year: number, firstDay: string | null): Ratio {
  const root = rootOf(payments, firstDay);
  const dated = root === null ? [] : (payments.dated ?? []).filter(({ on }) => yearOfDay(on, root) === year);
  return dated.map(({ amount }) => ratio(BigInt(amount))).reduce(plus, ratio(BigInt(payments.paid[year - 1] ?? 0)));
}

/**
 * What of it is paid as the year begins, and so is discounted a year less: payments by year, and dated ones on the first
 * day, before it, or on an anniversary.
 */
export function atStartOf(payments: Payments, year: number, firstDay: string | null): Ratio {
  const root = rootOf(payments, firstDay);
  const begins = root === null ? null : addMonths(root, 12 * (year - 1));
  const now = (payments.dated ?? []).filter(({ on }) => on === begins || (year === 1 && begins !== null && on < begins));
  return now.map(({ amount }) => ratio(BigInt(amount))).reduce(plus, ratio(BigInt(payments.paid[year - 1] ?? 0)));
}

/** The same over several. */
export const summed = (list: readonly Payments[], read: (payments: Payments) => Ratio): Ratio =>
  list.map(read).reduce(plus, zero);

/** A payment with a day of its own, and the year of the projection that counts it. */
export type DatedPayment = { on: string; amount: number; year: number };

/** The dated payments that fall into the first `years` years. */
export function datedIn(list: readonly Payments[], years: number, firstDay: string | null): DatedPayment[] {
  return list.flatMap((payments) => {
    const root = rootOf(payments, firstDay);
    const dated = root === null ? [] : (payments.dated ?? []);
    return dated
      .map(({ on, amount }) => ({ on, amount, year: root === null ? 1 : yearOfDay(on, root) }))
      .filter(({ year }) => year <= years);
  });
}
