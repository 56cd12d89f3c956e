import { compareRatios, fromDecimal, over, plus, type Ratio, ratio, times, toMinor, toSafeInteger } from '../kernel/money.ts';
import { type Component, keyOfOther, type Package } from '../negotiation/package.ts';
import { abstainsWholly, type Column, type Counter, columns, listInPlay, type RoundDocument, totalOfCounter } from './round.ts';

type Three<Value> = { low: Value; median: Value; high: Value };

/** Lowest, median and highest of one component: minor units, or an exact percentage. */
export type Spread =
  | ({ component: Component; unit: 'money' } & Three<number>)
  | ({ component: Component; unit: 'percent' } & Three<string>);

/**
 * The statistics of the counters sealed in time. A component from which all abstained has none, nor has the total when
 * nobody named all of it.
 */
export type Summary = { count: number; components: Spread[]; total: Three<number> | null };

/**
 * The median, exact: the middle number in order; of an even count the mean of the two in the middle.
 * `values` must not be empty.
 */
export function medianOf(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort(compareRatios);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (!low || !high) throw new RangeError('A median needs at least one number.');
  return over(plus(low, high), ratio(2));
}

function spreadOf(values: readonly Ratio[]): Three<Ratio> {
  const [first, ...rest] = values;
  if (!first) throw new RangeError('A range needs at least one number.');
  const pick = (wanted: 1 | -1) => rest.reduce((best, value) => (compareRatios(value, best) === wanted ? value : best), first);
  return { low: pick(-1), median: medianOf(values), high: pick(1) };
}

/** Money to the smallest unit: a half goes up. */
function moneySpread(values: readonly number[]): Three<number> {
  const { low, median, high } = spreadOf(values.map((value) => ratio(value)));
  return { low: toMinor(low), median: toMinor(median), high: toMinor(high) };
}

/** A percentage of at most five decimals as text: the mean of two with four has five. Not rounded. */
export function toPercentText(value: Ratio): string {
  const scaled = times(value, ratio(100_000n));
  const digits = String(toSafeInteger(scaled.n / scaled.d)).padStart(6, '0');
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`.replace(/\.?0+$/, '');
}

function percentSpread(values: readonly string[]): Three<string> {
  const { low, median, high } = spreadOf(values.map((value) => fromDecimal(value)));
  return { low: toPercentText(low), median: toPercentText(median), high: toPercentText(high) };
}

/** The amount of a component in a package; null for the bonus, which is no amount, and for what is not named. */
export function amountOf(counter: Package, component: Component): number | null {
  const column = columns.find((one): one is Exclude<Column, 'bonusPercent'> => one === component && one !== 'bonusPercent');
  if (column) return counter[column];
  return counter.others.find((other) => keyOfOther(other.name) === component)?.amount ?? null;
}

/** The spread of one component over those who named it; none when nobody did. */
function spreadAt(component: Component, packages: readonly Package[]): Spread[] {
  if (component === 'bonusPercent') {
    const values = packages.flatMap(({ bonusPercent }) => bonusPercent ?? []);
    return values.length === 0 ? [] : [{ component, unit: 'percent', ...percentSpread(values) }];
  }
  const values = packages.flatMap((one) => amountOf(one, component) ?? []);
  return values.length === 0 ? [] : [{ component, unit: 'money', ...moneySpread(values) }];
}

/**
 * Median and range per component in play and for the 4-year total, of the counters sealed in time; null when nobody gave
 * a package. Late counters and the owner's target must not be among them. Each component counts those who named it, the
 * total those who named all. Money is rounded half up to the smallest unit, percentages are exact.
 */
export function summarise(document: RoundDocument, counters: readonly Pick<Counter, 'package' | 'abstains'>[]): Summary | null {
  const given = counters.filter((counter) => !abstainsWholly(document, counter));
  if (given.length === 0) return null;
  const packages = given.map((counter) => counter.package);
  const totals = given.flatMap((counter) => totalOfCounter(document, counter) ?? []);
  return {
    count: given.length,
    components: listInPlay(document).flatMap((component) => spreadAt(component, packages)),
    total: totals.length === 0 ? null : moneySpread(totals),
  };
}

/** Counters in an order that their content alone decides, so that it tells neither who wrote them nor when. */
export function sortByContent<C extends Counter>(counters: readonly C[]): C[] {
  const key = ({ package: { base, bonusPercent, signOn, equity, others }, reason, confidence }: Counter) =>
    JSON.stringify([base, bonusPercent, signOn, equity, others.map(({ name, amount }) => [name, amount]), reason, confidence]);
  return [...counters].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
