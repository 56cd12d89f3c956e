import { exponentOf } from './currency.ts';
import { invalid } from './error.ts';

/**
 * An exact fraction with a positive denominator. The engine adds and multiplies these; a number of the user never passes
 * a float. Only `ratio` and `reduceRatio` give lowest terms (reducing costs more than all the rest): compare with `compareRatios`.
 */
export type Ratio = { readonly n: bigint; readonly d: bigint };

function gcd(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

/** The fraction n/d in lowest terms, with a positive denominator. `d` must not be 0. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('A fraction needs a denominator.');
  // Most fractions are whole, and those are the ones that are made by the hundred.
  if (bottom === 1n) return { n: top, d: bottom };
  const common = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n;
  const sign = bottom < 0n ? -1n : 1n;
  return { n: (sign * top) / common, d: (sign * bottom) / common };
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

export function plus(a: Ratio, b: Ratio): Ratio {
  // most sums are of whole numbers, or of one grid
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });
export const times = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);

/** The same fraction in lowest terms. */
export const reduceRatio = (a: Ratio): Ratio => ratio(a.n, a.d);

/** Below 0, 0 or above 0, as a is smaller than, equal to or larger than b. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export const pickSmaller = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) <= 0 ? a : b);
export const pickLarger = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) >= 0 ? a : b);

/** a to the whole power k ≥ 0. */
export const power = (a: Ratio, k: number): Ratio => ({ n: a.n ** BigInt(k), d: a.d ** BigInt(k) });

/** The largest whole number not above a. */
export function floor(a: Ratio): bigint {
  const cut = a.n / a.d;
  return a.n < 0n && a.n % a.d !== 0n ? cut - 1n : cut;
}

/** The nearest whole number; a half goes away from zero. */
export function round(a: Ratio): bigint {
  const size = a.n < 0n ? -a.n : a.n;
  const whole = (2n * size + a.d) / (2n * a.d);
  return a.n < 0n ? -whole : whole;
}

/** What was read last: an offer asks for the same few decimals year by year and grant by grant. */
const read = new Map<string, Ratio>();
const mostRead = 1000;

/** Reads an exact decimal, `-12.5`. Throws `invalid` for anything else. */
export function fromDecimal(text: string, path = ''): Ratio {
  const known = read.get(text);
  if (known) return known;
  const value = readDecimal(text, path);
  if (read.size >= mostRead) read.clear();
  read.set(text, value);
  return value;
}

function readDecimal(text: string, path: string): Ratio {
  const found = /^(-?)(\d{1,30})(?:\.(\d{1,12}))?$/.exec(text);
  if (!found) throw invalid(path, 'Give a plain number, like 12 or 3.5.');
  const [, sign = '', whole = '0', part = ''] = found;
  const size = part === '' ? ratio(BigInt(whole)) : ratio(BigInt(whole + part), 10n ** BigInt(part.length));
  return sign === '-' ? { n: -size.n, d: size.d } : size;
}

/** Reads a percentage, `12.5`, as the fraction 0.125. */
export function fromPercent(text: string, path = ''): Ratio {
  const { n, d } = fromDecimal(text, path);
  return { n, d: d * 100n };
}

/** What is thrown where a number would lose digits. */
export const tooLarge = (path: string) => invalid(path, 'This amount is too large to count exactly.');

/** A whole number at the edge: safe to send as JSON. Throws `invalid` when it would lose digits. */
export function toSafeInteger(value: bigint, path = ''): number {
  const out = Number(value);
  if (!Number.isSafeInteger(out)) throw tooLarge(path);
  return out;
}

/** Refuses what is no amount: a whole number of smallest units, 0 or more, that can be counted exactly. */
export function checkAmount(value: number, path: string): void {
  if (!Number.isInteger(value)) throw invalid(path, 'Give a whole number of the smallest unit.');
  if (value < 0) throw invalid(path, 'An amount cannot be negative.');
  if (!Number.isSafeInteger(value)) throw tooLarge(path);
}

/** Money at the edge: the nearest whole number of smallest units (a half goes away from zero). */
export const toMinor = (value: Ratio, path = ''): number => toSafeInteger(round(value), path);

/** How many smallest units make one unit of the currency. */
export const unitOf = (currency: string): bigint => 10n ** BigInt(exponentOf(currency));

/** Money of one currency in another, at `rate` units of `to` for one unit of `from`. A rate must be above 0. */
export function convert(amount: number, from: string, to: string, rate: string, path = 'rate'): number {
  if (from === to) return amount;
  const factor = fromDecimal(rate, path);
  if (compareRatios(factor, zero) <= 0) throw invalid(path, 'An exchange rate is above 0.');
  return toMinor(times(ratio(BigInt(amount) * unitOf(to), unitOf(from)), factor), path);
}

/** A plain decimal of the currency's unit as smallest units, or null when it has too many decimals. */
export function fromUnits(text: string, currency: string): number | null {
  const amount = reduceRatio(times(fromDecimal(text), ratio(unitOf(currency))));
  return amount.d === 1n && amount.n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(amount.n) : null;
}

/** An amount to the whole unit of its currency, still in smallest units (a half goes away from zero): for tables. */
export function toWholeUnits(amount: number, currency: string): number {
  const unit = unitOf(currency);
  return Number(round(ratio(BigInt(amount), unit)) * unit);
}
