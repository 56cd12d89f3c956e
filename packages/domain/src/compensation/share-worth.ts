import { invalid } from '../kernel/error.ts';
import {
  compareRatios,
  floor,
  fromDecimal,
  fromPercent,
  minus,
  one,
  over,
  pickLarger,
  plus,
  type Ratio,
  ratio,
  reduceRatio,
  round,
  times,
  toMinor,
  toSafeInteger,
  unitOf,
  zero,
} from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import type { Grant } from './components.ts';
import { isOption, type Rate } from './conventions.ts';

/** What has to be known of a grant before it has a worth. */
export type Lacking = 'price' | 'preferred price' | 'strike' | 'number of shares' | 'exchange rate';

/** How much there is of a grant: whole shares, or money of the grant's currency while no price makes shares of it. */
export type Count = { shares: number } | { money: number };

export const currencyOf = (grant: Grant, currency: string): string => grant.currency ?? currency;

const isPreferred = (grant: Grant, { pricing }: Pick<Assumptions, 'pricing'>): boolean =>
  pricing === 'preferred' && !grant.listed;

/** Shares that a value buys, rounded down, at the price of the grant; money while there is no price. */
function bought(grant: Grant, value: number, at: string | null | undefined, unit: bigint, path: string): Count {
  const text = at ?? grant.price;
  if (text === null) return { money: value };
  const field = at == null ? `${path}.price` : `${path}.size.at`;
  const price = fromDecimal(text, field);
  if (compareRatios(price, zero) <= 0) throw invalid(field, 'A grant by value needs a share price above 0.');
  return { shares: toSafeInteger(floor(over(ratio(BigInt(value), unit), price)), `${path}.size.value`) };
}

/**
 * How much a grant is; null when the letter does not say enough. A percent of the company is floor(percent × fully diluted
 * shares), as grants are issued in whole shares; without the count only the valuation that investors paid last gives money,
 * and only for shares, because what a strike takes off is not known. Options by value have no count: there is no one way to
 * make it (a letter may mean the spread or the whole price).
 */
export function countOf(grant: Grant, assumptions: Assumptions, currency: string, path: string): Count | null {
  const { size, kind } = grant;
  if (size.by === 'shares') return { shares: size.shares };
  if (size.by === 'value')
    return isOption(kind) ? null : bought(grant, size.value, size.at, unitOf(currencyOf(grant, currency)), path);
  const part = fromPercent(size.percent, `${path}.size.percent`);
  if (size.of !== null) return { shares: toSafeInteger(floor(times(part, ratio(BigInt(size.of)))), `${path}.size.of`) };
  if (size.valuation == null || isOption(kind) || !isPreferred(grant, assumptions)) return null;
  return { money: toSafeInteger(round(times(part, ratio(BigInt(size.valuation)))), `${path}.size.valuation`) };
}

/** What investors paid last for a share: as stated, or the valuation over the fully diluted shares. */
function preferredOf({ preferred, size }: Grant, unit: bigint): Ratio | null {
  if (preferred !== null) return fromDecimal(preferred);
  if (size.by !== 'percent' || size.of === null || size.valuation == null) return null;
  return ratio(BigInt(size.valuation), BigInt(size.of) * unit);
}

/** The strike as a number; null when it is not said, or is still to be set. */
export function strikeOf({ kind, strike, facts }: Grant): Ratio | null {
  if (!isOption(kind)) return zero;
  return strike === null || facts?.toBeSet ? null : fromDecimal(strike);
}

/** Smallest units of the offer's currency for one unit of the grant's; null when a rate is needed and not said. */
export function factorOf(grant: Grant, currency: string, path: string): Ratio | null {
  const own = currencyOf(grant, currency);
  const unit = ratio(unitOf(currency));
  if (own === currency) return unit;
  if (grant.rate == null) return null;
  return times(unit, rateBetween(grant.rate, own, currency, path));
}

/** Units of `to` for one of `from`, by a rate that may be said either way round. */
function rateBetween({ one: of, value }: Rate, from: string, to: string, path: string): Ratio {
  const rate = fromDecimal(value, `${path}.rate.value`);
  if (compareRatios(rate, zero) <= 0) throw invalid(`${path}.rate.value`, 'An exchange rate is above 0.');
  if (of !== from && of !== to) throw invalid(`${path}.rate.one`, `Give the rate between ${from} and ${to}.`);
  return of === from ? rate : over(one, rate);
}

/** A price of one share, in units of its currency. */
export const priceOf = (text: string): Ratio => fromDecimal(text, 'assumptions.outcomes');

/** What is left of a price after later rounds: the count of shares stays, the price falls. */
const afterRounds = (rounds: readonly string[]): Ratio =>
  rounds.reduce((left, percent) => times(left, minus(one, fromPercent(percent))), one);

/** What is left after the haircut of an unlisted company. */
const cutOf = (grant: Grant, { haircut }: Assumptions): Ratio => (grant.listed ? one : minus(one, fromPercent(haircut)));

/**
 * What one share is worth, in units of the grant's currency:
 * max(0, price · (1 + change) · (1 − dilution) − strike) · (1 − haircut of an unlisted company). For shares the strike is 0.
 */
export function shareWorth(grant: Grant, assumptions: Assumptions, currency: string): Ratio | Lacking {
  const preferred = isPreferred(grant, assumptions);
  const stated = grant.price === null ? null : fromDecimal(grant.price);
  const price = preferred ? preferredOf(grant, unitOf(currencyOf(grant, currency))) : stated;
  if (price === null) return preferred ? 'preferred price' : 'price';
  const strike = strikeOf(grant);
  if (strike === null) return 'strike';
  const moved = times(price, plus(one, fromPercent(assumptions.priceChange)));
  const diluted = times(moved, afterRounds([assumptions.dilution]));
  return times(pickLarger(zero, minus(diluted, strike)), cutOf(grant, assumptions));
}

/** What one unit of money given in shares is worth while no price makes shares of it: as shares of that worth would be. */
export function moneyWorth(grant: Grant, assumptions: Assumptions, currency: string): Ratio {
  const unit = ratio(1n, unitOf(currencyOf(grant, currency)));
  const moved = times(plus(one, fromPercent(assumptions.priceChange)), afterRounds([assumptions.dilution]));
  return times(times(moved, cutOf(grant, assumptions)), unit);
}

/**
 * The price of a share when the company is sold: exit / outstanding, less each later round's dilution, in units of the
 * currency. The price falls by dilution and the count stays: each round issues shares to others. Source: Holloway Guide to
 * Equity Compensation, dilution.
 */
export function priceAtExit(exit: number, outstanding: number, rounds: readonly string[], currency: string): Ratio {
  if (outstanding < 1) throw invalid('assumptions.outcomes', 'Give how many shares there are.');
  return times(ratio(BigInt(exit), BigInt(outstanding) * unitOf(currency)), afterRounds(rounds));
}

/** What so many shares, parts of a share or units of money are worth. */
export type WorthOf = (part: number) => number;

const exact = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * What a part of the grant is worth, in smallest units, half away from zero (a unit is never below 0). In lowest terms once,
 * so that most grants can be counted in plain numbers, exactly: the whole part of a division is (n − n mod d) / d. Vests
 * come in hundreds but in few sizes, so each size is counted once. `most` is the whole grant.
 */
export function worthBy(unit: Ratio, most: number, path: string): WorthOf {
  const { n, d } = reduceRatio(unit);
  const isPlain = 2n * BigInt(most) * n + d <= exact && 2n * d <= exact;
  const [twice, bottom, half] = [2 * Number(n), 2 * Number(d), Number(d)];
  const inNumbers = (part: number) => {
    const top = part * twice + half;
    return (top - (top % bottom)) / bottom;
  };
  const known = new Map<number, number>();
  return (part) => {
    const worth = known.get(part) ?? (isPlain ? inNumbers(part) : toMinor({ n: BigInt(part) * n, d }, path));
    known.set(part, worth);
    return worth;
  };
}
