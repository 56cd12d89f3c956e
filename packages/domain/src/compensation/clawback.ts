import { invalid } from '../kernel/error.ts';
import { checkAmount, one, plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, checkDate, dayNumber, monthsUntil } from './calendar.ts';
import type { Clawback, SignOn } from './components.ts';

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

/**
 * What I owe if I leave after `month` whole months of work, in smallest units, rounded once (half away from zero).
 * `paid[k]` was paid at month 12·k; a payment not made yet is not owed. `daily` counts calendar days from the date of
 * the payment (from `firstDay`), and counts by months while no first day is known.
 */
export function owedOnLeaving(signOn: SignOn, month: number, firstDay: string | null): number {
  if (!Number.isInteger(month) || month < 0) throw invalid('month', 'Give a whole number of months, 0 or more.');
  return sumOwed(signOn, (rule, at) => {
    const served = month - 12 * at;
    if (served < 0) return zero;
    const paidOn = firstDay === null ? null : addMonths(firstDay, 12 * at);
    return partOwed(rule, served, paidOn === null ? null : partOfDays(rule, paidOn, addMonths(paidOn, served)));
  });
}

/**
 * What I owe if I leave on a day, in smallest units, rounded once (half away from zero): amount · (days of the clawback −
 * days since the payment) / days of the clawback for `daily`; the other kinds count whole months since the payment.
 * A payment is made on `firstDay` or an anniversary of it; one not made yet is not owed.
 */
export function owedOnDay(signOn: SignOn, leavingOn: string, firstDay: string): number {
  checkDate(leavingOn, 'leavingOn');
  checkDate(firstDay, 'firstDay');
  return sumOwed(signOn, (rule, at) => {
    const paidOn = addMonths(firstDay, 12 * at);
    if (leavingOn < paidOn) return zero;
    const reached = monthsUntil(paidOn, leavingOn);
    const served = addMonths(paidOn, reached) === leavingOn ? reached : reached - 1;
    return partOwed(rule, served, partOfDays(rule, paidOn, leavingOn));
  });
}

function sumOwed({ clawback, paid }: SignOn, partOf: (rule: Clawback, at: number) => Ratio): number {
  if (clawback === null) return 0;
  checkClawback(clawback);
  const parts = paid.map((amount, at) => {
    checkAmount(amount, `signOn.paid.${at}`);
    return times(ratio(BigInt(amount)), partOf(clawback, at));
  });
  return toMinor(parts.reduce(plus, zero), 'signOn');
}
