import { invalid } from '../kernel/error.ts';
import { one, plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import { addMonths, dayNumber } from './calendar.ts';
import type { Clawback, SignOn } from './components.ts';

/** The part of one payment still owed after `served` whole months since it was paid. */
function partOwed(rule: Clawback, served: number, paidOn: string | null): Ratio {
  if (served >= rule.months) return zero;
  if (rule.kind === 'full-then-monthly') {
    if (served < rule.full) return one;
    return ratio(rule.months - served, rule.months - rule.full);
  }
  if (rule.kind === 'monthly' || paidOn === null) return ratio(rule.months - served, rule.months);
  const [from, now, end] = [0, served, rule.months].map((months) => dayNumber(addMonths(paidOn, months)));
  return ratio((end ?? 0) - (now ?? 0), (end ?? 0) - (from ?? 0));
}

/** Refuses a clawback that cannot be. */
export function checkClawback(rule: Clawback, path = 'signOn.clawback'): void {
  if (rule.months < 1) throw invalid(`${path}.months`, 'A clawback lasts at least one month.');
  if (rule.kind === 'full-then-monthly' && rule.full >= rule.months)
    throw invalid(`${path}.full`, 'The months of full repayment are fewer than the months of the clawback.');
}

/**
 * What I owe if I leave after `month` whole months of work, in smallest units, rounded once (half away from zero).
 * `paid[k]` was paid at month 12·k; a payment not made yet is not owed. `daily` counts calendar days from the date of
 * the payment (from `firstDay`), and counts by months while no first day is known.
 */
export function owedOnLeaving(signOn: SignOn, month: number, firstDay: string | null): number {
  const rule = signOn.clawback;
  if (rule === null) return 0;
  checkClawback(rule);
  const owed = signOn.paid.map((amount, at) => {
    const served = month - 12 * at;
    if (served < 0) return zero;
    const paidOn = firstDay === null ? null : addMonths(firstDay, 12 * at);
    return times(ratio(BigInt(amount)), partOwed(rule, served, paidOn));
  });
  return toMinor(owed.reduce(plus, zero), 'signOn');
}
