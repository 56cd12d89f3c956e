import { invalid } from '../kernel/error.ts';
import { compareRatios, fromDecimal, plus, type Ratio, ratio, reduceRatio, zero } from '../kernel/money.ts';
import type { Outcome } from './conventions.ts';

/**
 * What the person assumes where no letter can say it. Percentages are exact decimals as text.
 * - `horizon`: years looked at, 1 to 10.
 * - `raise`: percent a year on the base, from year 2. `payout`: percent of the target bonus that is paid.
 * - `discount`: percent a year for the present value, flows at year ends but for what is paid as a year begins.
 * - `priceChange`: percent on the share price as stated, from -100 up.
 * - `pricing`: count shares at today's `price`, or at what investors paid last (`preferred`).
 * - `dilution`: percent the share price loses to later rounds; the count of shares stays.
 * - `haircut`: percent taken off equity of a company that is not listed, and shown as such.
 * - `attainment`: percent of the target by year in place of `payout`; the last one holds on. `raises`: percent from year 2
 *   on in place of `raise`; the last one holds on.
 * - `pricePath`: percent on the share price as stated by year, beside the flat price; the last one holds on.
 * - `outcomes`: ways the company may go, with odds that sum to 100.
 * - `taxRate`: the owner's own effective rate, percent: gives a second figure, named as theirs.
 *
 * Sources: a round issues shares to others, so the count of mine stays and each is a smaller part, Holloway Guide to Equity
 * Compensation, dilution; a discount for lack of marketability, AICPA guide, Valuation of Privately-Held-Company Equity
 * Securities Issued as Compensation. The others are the person's own, and called assumed wherever they count.
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
  for (const name of ['raise', 'payout', 'discount', 'priceChange', 'dilution', 'haircut'] as const)
    checkWithin(assumptions[name], limits[name], `${path}.${name}`);
  const { attainment, raises, pricePath, outcomes, taxRate } = assumptions;
  const lists = [
    ['attainment', attainment, limits.payout],
    ['raises', raises, limits.raise],
    ['pricePath', pricePath, limits.priceChange],
  ] as const;
  for (const [name, list, within] of lists)
    for (const [at, percent] of (list ?? []).entries()) checkWithin(percent, within, `${path}.${name}.${at}`);
  if (taxRate != null) checkWithin(taxRate, [0, 100], `${path}.taxRate`);
  if (outcomes && outcomes.length > 0) checkOdds(outcomes, `${path}.outcomes`);
}

function checkWithin(percent: string, [least, most]: readonly [number, number], path: string): void {
  const value = fromDecimal(percent, path);
  if (compareRatios(value, ratio(least)) < 0 || compareRatios(value, ratio(most)) > 0)
    throw invalid(path, `Give a percentage from ${least} to ${most}.`);
}

/** Outcomes are all there are, so their odds sum to 100; a round gives away at most all of the company. */
function checkOdds(outcomes: readonly Outcome[], path: string): void {
  outcomes.forEach(({ odds, at }, index) => {
    checkWithin(odds, [0, 100], `${path}.${index}.odds`);
    const rounds = 'rounds' in at ? at.rounds : [];
    for (const [place, round] of rounds.entries()) checkWithin(round, [0, 100], `${path}.${index}.at.rounds.${place}`);
    if ('price' in at) checkWithin(at.price, [0, Number.MAX_SAFE_INTEGER], `${path}.${index}.at.price`);
  });
  const sum = reduceRatio(outcomes.map(({ odds }) => fromDecimal(odds)).reduce(plus, zero));
  if (compareRatios(sum, ratio(100)) !== 0) throw invalid(path, `The odds sum to ${toText(sum)} %, not to 100 %.`);
}

/** A sum of decimals as people write it. */
function toText({ n, d }: Ratio): string {
  const scaled = String((n * 10n ** 12n) / d).padStart(13, '0');
  return `${scaled.slice(0, -12)}.${scaled.slice(-12)}`.replace(/\.?0+$/, '');
}

/** Whether the number is anything but zero. */
export const isSet = (percent: string): boolean => compareRatios(fromDecimal(percent), zero) !== 0;
