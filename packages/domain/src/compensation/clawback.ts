import { invalid } from '../kernel/error.ts';
import { checkAmount, one, plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, checkDate, dayNumber, monthsUntil } from './calendar.ts';
import type { Clawback, SignOn } from './components.ts';
import { rootOf } from './once.ts';

/** The part of one payment still owed after `served` whole months since it was paid; `byDays` where days are counted. */
function partOwed(rule: Clawback, served: number, byDays: Ratio | null): Ratio {
  if (served >= rule.months) return zero;
  if (rule.kind === 'daily' && byDays !== null) return byDays;
  if (rule.kind !== 'full-then-monthly') return ratio(rule.months - served, rule.months);
  return served < rule.full ? one : ratio(rule.months - served, rule.months - rule.full);
}

/** The part of the days from `paidOn` to the end of the clawback that comes after `leavingOn`. */
function partOfDays(rule: Clawback, paidOn: string, leavingOn: string): Ratio {
  const [from, end] = [dayNumber(paidOn), dayNumber(addMonths(paidOn, rule.months))];
  return ratio(end - dayNumber(leavingOn), end - from);
}

/** Refuses a clawback that cannot be. */
export function checkClawback(rule: Clawback, path = 'signOn.clawback'): void {
  if (!Number.isInteger(rule.months) || rule.months < 1)
    throw invalid(`${path}.months`, 'A clawback lasts at least one month, and whole months.');
  if (rule.kind !== 'full-then-monthly') return;
  if (!Number.isInteger(rule.full) || rule.full < 0 || rule.full > rule.months)
    throw invalid(`${path}.full`, 'The months of full repayment are at most the months of the clawback.');
}

/** What is owed of a payment that was made on a day, to who leaves on another; one not made yet is not owed. */
function partOnDay(rule: Clawback, paidOn: string, leavingOn: string): Ratio {
  if (leavingOn < paidOn) return zero;
  const reached = monthsUntil(paidOn, leavingOn);
  const served = addMonths(paidOn, reached) > leavingOn ? reached - 1 : reached;
  return partOwed(rule, served, partOfDays(rule, paidOn, leavingOn));
}

/**
 * What I owe if I leave after `month` whole months of work, in smallest units, rounded once (half away from zero).
 * `paid[k]` was paid at month 12·k, a dated payment on its day; a payment not made yet is not owed. `daily` counts calendar
 * days from the payment. While no first day is known it counts by months, and work began with the first dated payment.
 */
export function owedOnLeaving(signOn: SignOn, month: number, firstDay: string | null): number {
  if (!Number.isInteger(month) || month < 0) throw invalid('month', 'Give a whole number of months, 0 or more.');
  const root = rootOf(signOn, firstDay);
  const ofYear = (rule: Clawback, at: number) => {
    const served = month - 12 * at;
    if (served < 0) return zero;
    const paidOn = firstDay === null ? null : addMonths(firstDay, 12 * at);
    return partOwed(rule, served, paidOn === null ? null : partOfDays(rule, paidOn, addMonths(paidOn, served)));
  };
  return sumOwed(signOn, ofYear, (rule, on) => (root === null ? zero : partOnDay(rule, on, addMonths(root, month))));
}

/**
 * What I owe if I leave on a day, in smallest units, rounded once (half away from zero): amount · (days of the clawback −
 * days since the payment) / days of the clawback for `daily`; the other kinds count whole months since the payment.
 * A payment is made on `firstDay`, an anniversary of it, or its own day; one not made yet is not owed.
 */
export function owedOnDay(signOn: SignOn, leavingOn: string, firstDay: string): number {
  checkDate(leavingOn, 'leavingOn');
  checkDate(firstDay, 'firstDay');
  const ofYear = (rule: Clawback, at: number) => partOnDay(rule, addMonths(firstDay, 12 * at), leavingOn);
  return sumOwed(signOn, ofYear, (rule, on) => partOnDay(rule, on, leavingOn));
}

/** The months of work after which nothing of a sign-on is owed back; 0 without a clawback. */
export function monthsOwed({ clawback, paid, dated = [] }: SignOn, firstDay: string | null): number {
  if (clawback === null) return 0;
  const root = rootOf({ paid, dated }, firstDay);
  const made = dated.map(({ on }) => (root === null || on <= root ? 0 : monthsUntil(root, on)));
  return clawback.months + Math.max(0, 12 * (paid.length - 1), ...made);
}

type PartOf<Payment> = (rule: Clawback, payment: Payment) => Ratio;

function sumOwed({ clawback, paid, dated = [] }: SignOn, ofYear: PartOf<number>, ofDay: PartOf<string>): number {
  if (clawback === null) return 0;
  checkClawback(clawback);
  const owed = (amount: number, part: Ratio, path: string) => {
    checkAmount(amount, path);
    return times(ratio(BigInt(amount)), part);
  };
  const parts = [
    ...paid.map((amount, at) => owed(amount, ofYear(clawback, at), `signOn.paid.${at}`)),
    ...dated.map(({ on, amount }, at) => owed(amount, ofDay(clawback, on), `signOn.dated.${at}.amount`)),
  ];
  return toMinor(parts.reduce(plus, zero), 'signOn');
}
