import { invalid } from '../kernel/error.ts';
import { compareRatios, convert, fromDecimal, over, ratio, toMinor, tooLarge, zero } from '../kernel/money.ts';
import { checkDate } from './calendar.ts';
import type { Projection } from './project-offer.ts';

/**
 * How an offer in another currency or place is made comparable. `rate`: units of the common currency for one. Pay is divided
 * by the cost of living. Source: US Bureau of Economic Analysis, regional price parities.
 */
export type Footing = { rate: { value: string; on: string } | null; costOfLiving: string | null };

export type Side = { years: number[]; cumulative: number[]; total: number; complete: boolean };

/** `leadChanges`: years (from 1) in which the side that is ahead in cumulative pay changes. */
export type Pair = { a: number; b: number; difference: number; isClose: boolean; leadChanges: number[] };

/**
 * `horizon`: the years that all sides reach; pairs are told over these. `rounding` says how figures were rounded. Prices
 * are those of each projection, as its own basis says.
 */
export type Comparison = {
  currency: string;
  horizon: number;
  sides: Side[];
  pairs: Pair[];
  basis: string[];
  rounding: string;
};

/** What is laid beside others: a projection, or as much of one as a reader has. */
export type Laid = Pick<Projection, 'currency' | 'complete'> & { years: readonly { total: number }[] };

function onFooting(projection: Laid, currency: string, footing: Footing, path: string): number[] {
  // A rate from a currency to itself is none: it is neither looked at nor applied.
  const rate = projection.currency === currency ? null : footing.rate;
  if (projection.currency !== currency && rate === null)
    throw invalid(`${path}.rate`, `Give the rate from ${projection.currency} to ${currency} and its date.`);
  if (rate !== null) checkDate(rate.on, `${path}.on`);
  const living = footing.costOfLiving === null ? null : fromDecimal(footing.costOfLiving, `${path}.costOfLiving`);
  if (living && compareRatios(living, zero) <= 0) throw invalid(`${path}.costOfLiving`, 'A cost-of-living factor is above 0.');
  return projection.years.map(({ total }) => {
    const money = rate === null ? total : convert(total, projection.currency, currency, rate.value, `${path}.rate`);
    return living === null ? money : toMinor(over(ratio(money), living), `${path}.costOfLiving`);
  });
}

/**
 * Lays two to four projections side by side in one currency: smallest units of it, each year converted at the stated
 * rate and rounded, then divided by the cost of living and rounded (halves away from zero). Two totals are close when
 * they differ by at most 2 % of the larger. A rate is needed for every other currency, and none is applied to its own.
 * Figures are certain parts only: see `complete`. Throws `invalid`: `offers`, `offers.1.rate`, `offers.1.on`,
 * `offers.1.costOfLiving`.
 */
export function compareOffers(projections: readonly Laid[], currency: string, footings: readonly Footing[]): Comparison {
  if (projections.length < 2 || projections.length > 4) throw invalid('offers', 'Compare two to four offers.');
  const footed = projections.map((projection, at) => ({ projection, footing: footings[at] ?? plain }));
  const sides = footed.map(({ projection, footing }, at) => {
    const years = onFooting(projection, currency, footing, `offers.${at}`);
    let running = 0;
    const cumulative = years.map((year) => {
      running += year;
      if (!Number.isSafeInteger(running)) throw tooLarge(`offers.${at}.rate`);
      return running;
    });
    return { years, cumulative, total: running, complete: projection.complete };
  });
  const horizon = Math.min(...sides.map(({ years }) => years.length));
  const upTo = sides.map((side) => side.cumulative.slice(0, horizon));
  const pairs = upTo.flatMap((a, from) => upTo.slice(from + 1).map((b, offset) => pairOf(a, b, from, from + 1 + offset)));
  const basis = footed.flatMap(({ projection, footing }) => {
    const rate =
      projection.currency !== currency && footing.rate
        ? [`1 ${projection.currency} = ${footing.rate.value} ${currency} on ${footing.rate.on}`]
        : [];
    return footing.costOfLiving ? [...rate, `cost of living ${footing.costOfLiving}`] : rate;
  });
  return { currency, horizon, sides, pairs, basis, rounding };
}

const plain: Footing = { rate: null, costOfLiving: null };

const rounding = 'Each year to the smallest unit, once converted and once divided by the cost of living, halves away from zero.';

/** Two sides over the same years, by what each has paid up to the end of every year. */
function pairOf(a: readonly number[], b: readonly number[], from: number, to: number): Pair {
  const leadChanges: number[] = [];
  let lead = 0;
  a.forEach((sum, at) => {
    const ahead = Math.sign(sum - (b[at] ?? sum));
    if (ahead !== 0 && lead !== 0 && ahead !== lead) leadChanges.push(at + 1);
    if (ahead !== 0) lead = ahead;
  });
  const [mine, theirs] = [a.at(-1) ?? 0, b.at(-1) ?? 0];
  const difference = theirs - mine;
  const isClose = BigInt(Math.abs(difference)) * 100n <= 2n * BigInt(Math.max(mine, theirs));
  return { a: from, b: to, difference, isClose, leadChanges };
}
