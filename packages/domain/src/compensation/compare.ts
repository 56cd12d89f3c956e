import { invalid } from '../kernel/error.ts';
import { convert, fromDecimal, order, over, ratio, toMinor, zero } from '../kernel/money.ts';
import type { Projection } from './project-offer.ts';

/** How an offer in another currency or place is made comparable. `rate`: units of the common currency for one. */
export type Footing = { rate: { value: string; on: string } | null; costOfLiving: string | null };

export type Side = { years: number[]; cumulative: number[]; total: number; complete: boolean };

/** `leadChanges`: years (from 1) in which the side that is ahead in cumulative pay changes. */
export type Pair = { a: number; b: number; difference: number; isClose: boolean; leadChanges: number[] };

export type Comparison = { currency: string; sides: Side[]; pairs: Pair[]; basis: string[] };

/** What is laid beside others: a projection, or as much of one as a reader has. */
export type Laid = Pick<Projection, 'currency' | 'complete'> & { years: readonly { total: number }[] };

function onFooting(projection: Laid, currency: string, footing: Footing, path: string): number[] {
  if (projection.currency !== currency && footing.rate === null)
    throw invalid(`${path}.rate`, `Give the rate from ${projection.currency} to ${currency} and its date.`);
  if (footing.rate !== null && order(fromDecimal(footing.rate.value, `${path}.rate`), zero) <= 0)
    throw invalid(`${path}.rate`, 'An exchange rate is above 0.');
  const living = footing.costOfLiving === null ? null : fromDecimal(footing.costOfLiving, `${path}.costOfLiving`);
  if (living && order(living, zero) <= 0) throw invalid(`${path}.costOfLiving`, 'A cost-of-living factor is above 0.');
  return projection.years.map(({ total }) => {
    const money = footing.rate === null ? total : convert(total, projection.currency, currency, footing.rate.value);
    return living === null ? money : toMinor(over(ratio(money), living));
  });
}

/**
 * Lays two to four projections side by side in one currency. Two totals are close when they differ by at most 2 % of
 * the larger. A rate is needed for every other currency. Figures are certain parts only: see `complete`.
 */
export function compareOffers(projections: readonly Laid[], currency: string, footings: readonly Footing[]): Comparison {
  if (projections.length < 2 || projections.length > 4) throw invalid('offers', 'Compare two to four offers.');
  const sides = projections.map((projection, at) => {
    const footing = footings[at] ?? { rate: null, costOfLiving: null };
    const years = onFooting(projection, currency, footing, `offers.${at}`);
    let running = 0;
    const cumulative = years.map((year) => {
      running += year;
      return running;
    });
    return { years, cumulative, total: running, complete: projection.complete };
  });
  const pairs = sides.flatMap((a, from) => sides.slice(from + 1).map((b, offset) => pairOf(a, b, from, from + 1 + offset)));
  const basis = projections.flatMap((projection, at) => {
    const footing = footings[at];
    const rate =
      projection.currency !== currency && footing?.rate
        ? [`1 ${projection.currency} = ${footing.rate.value} ${currency} on ${footing.rate.on}`]
        : [];
    return footing?.costOfLiving ? [...rate, `cost of living ${footing.costOfLiving}`] : rate;
  });
  return { currency, sides, pairs, basis };
}

function pairOf(a: Side, b: Side, from: number, to: number): Pair {
  const leadChanges: number[] = [];
  let lead = 0;
  a.cumulative.forEach((sum, at) => {
    const ahead = Math.sign(sum - (b.cumulative[at] ?? sum));
    if (ahead !== 0 && lead !== 0 && ahead !== lead) leadChanges.push(at + 1);
    if (ahead !== 0) lead = ahead;
  });
  const difference = b.total - a.total;
  const isClose = BigInt(Math.abs(difference)) * 100n <= 2n * BigInt(Math.max(a.total, b.total));
  return { a: from, b: to, difference, isClose, leadChanges };
}
