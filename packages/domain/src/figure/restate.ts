import { toDecimal } from '../kernel/currency.ts';
import { fromUnits } from '../kernel/money.ts';

/**
 * The figure that an amount is in one currency, as an amount of another: 100,000 stays 100,000. In smallest units; NaN
 * where the other currency has no such figure, as yen have no 185.50.
 */
export function restate(amount: number, from: string, to: string): number {
  if (!Number.isSafeInteger(amount) || from === to) return amount;
  return fromUnits(toDecimal(amount, from), to) ?? Number.NaN;
}
