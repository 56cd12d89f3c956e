import { compareRatios, fromDecimal, over, plus, type Ratio, ratio, times, toMinor, toSafeInteger } from '../kernel/money.ts';
import { type Component, keyOfOther, type Package } from '../negotiation/package.ts';
import { type Column, type Counter, columns, listInPlay, type RoundDocument, totalOf } from './round.ts';

type Three<Value> = { low: Value; median: Value; high: Value };

/** Lowest, median and highest of one component: minor units, or an exact percentage. */
export type Spread =
  | ({ component: Component; unit: 'money' } & Three<number>)
  | ({ component: Component; unit: 'percent' } & Three<string>);

/** The statistics of the counters sealed in time. */
export type Summary = { count: number; components: Spread[]; total: Three<number> };

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

/**
 * Median and range per component in play and for the 4-year total, of the counters sealed in time; null when there are
 * none. Late counters and the owner's target must not be among `packages`. Money is rounded half up to the smallest
 * unit, percentages are exact.
 */
export function summarise(document: RoundDocument, packages: readonly Package[]): Summary | null {
  if (packages.length === 0) return null;
  const components = listInPlay(document).map((component): Spread => {
    if (component === 'bonusPercent')
      return { component, unit: 'percent', ...percentSpread(packages.flatMap(({ bonusPercent }) => bonusPercent ?? [])) };
    return { component, unit: 'money', ...moneySpread(packages.flatMap((one) => amountOf(one, component) ?? [])) };
  });
  return {
    count: packages.length,
    components,
    total: moneySpread(packages.map((one) => totalOf(document, one))),
  };
}

/** Counters in an order that their content alone decides, so that it tells neither who wrote them nor when. */
export function sortByContent<C extends Counter>(counters: readonly C[]): C[] {
  const key = ({ package: { base, bonusPercent, signOn, equity, others }, reason }: Counter) =>
    JSON.stringify([base, bonusPercent, signOn, equity, others.map(({ name, amount }) => [name, amount]), reason]);
  return [...counters].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
