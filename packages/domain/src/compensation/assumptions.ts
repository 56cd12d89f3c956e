import { invalid } from '../kernel/error.ts';
import { compareRatios, fromDecimal, ratio, zero } from '../kernel/money.ts';
import type { Outcome } from './conventions.ts';

/**
 * What the person assumes where no letter can say it. Percentages are exact decimals as text.
 * - `horizon`: years looked at, 1 to 10.
 * - `raise`: percent a year on the base, from year 2. `payout`: percent of the target bonus that is paid.
 * - `discount`: percent a year for the present value, flows at year ends.
 * - `priceChange`: percent on the share price as stated, from -100 up.
 * - `pricing`: count shares at today's `price`, or at what investors paid last (`preferred`).
 * - `dilution`: percent the share price loses to later rounds; grants counted in shares only.
 * - `haircut`: percent taken off equity of a company that is not listed, and shown as such.
 * - `attainment`: percent of the target by year in place of `payout`; the last one holds on. `raises`: percent from year 2
 *   on in place of `raise`; the last one holds on.
 * - `pricePath`: percent on the share price as stated by year, beside the flat price; the last one holds on.
 * - `outcomes`: ways the company may go, with odds that sum to 100.
 * - `taxRate`: the owner's own effective rate, percent: gives a second figure, named as theirs.
 */
export type Assumptions = {
  horizon: number;
  raise: string;
  payout: string;
  discount: string;
  priceChange: string;
  pricing: 'price' | 'preferred';
  dilution: string;
  haircut: string;
  attainment?: string[] | undefined;
  raises?: string[] | undefined;
  pricePath?: string[] | undefined;
  outcomes?: Outcome[] | undefined;
  taxRate?: string | null | undefined;
};

export const defaultAssumptions: Assumptions = {
  horizon: 4,
  raise: '0',
  payout: '100',
  discount: '10',
  priceChange: '0',
  pricing: 'price',
  dilution: '0',
  haircut: '0',
};

const limits = {
  raise: [-50, 100],
  payout: [0, 500],
  discount: [0, 100],
  priceChange: [-100, 10_000],
  dilution: [0, 100],
  haircut: [0, 100],
} as const;

/** Refuses assumptions outside their limits, with the field's path and a sentence. */
export function checkAssumptions(assumptions: Assumptions, path = 'assumptions'): void {
  const { horizon } = assumptions;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 10) throw invalid(`${path}.horizon`, 'Look at 1 to 10 years.');
  for (const name of ['raise', 'payout', 'discount', 'priceChange', 'dilution', 'haircut'] as const) {
    const [least, most] = limits[name];
    const value = fromDecimal(assumptions[name], `${path}.${name}`);
    if (compareRatios(value, ratio(least)) < 0 || compareRatios(value, ratio(most)) > 0)
      throw invalid(`${path}.${name}`, `Give a percentage from ${least} to ${most}.`);
  }
}

/** Whether the number is anything but zero. */
export const isSet = (percent: string): boolean => compareRatios(fromDecimal(percent), zero) !== 0;
