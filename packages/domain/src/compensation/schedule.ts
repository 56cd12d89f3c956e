import { fromDecimal } from '../kernel/money.ts';
import type { Point } from './allocation.ts';
import type { Vesting, VestStep } from './components.ts';

/** How many parts one percent has: as many as a decimal can tell apart, so that sums are exact. */
const parts = 10n ** 12n;
export const all = 100n * parts;

/** A percentage in these parts, as a whole number. */
export function share(percent: string, path?: string): bigint {
  const { n, d } = fromDecimal(percent, path);
  return (n * parts) / d;
}

/** What of the grant has vested by the end of each piece of its steps, in order. */
export function points(steps: readonly VestStep[], common = 1n): Point[] {
  const out: Point[] = [];
  let [month, before] = [0, 0n];
  for (const step of steps) {
    const size = share(step.percent) / common;
    const pieces = BigInt(step.months / step.every);
    const bottom = (all / common) * pieces;
    let top = before * pieces;
    for (let end = step.every; end <= step.months; end += step.every) {
      top += size;
      out.push({ month: month + end, top, bottom });
    }
    month += step.months;
    before += size;
  }
  return out;
}

/** What all percentages of a schedule have in common: divided by it, they are small numbers, and small numbers are fast. */
export function commonOf(steps: readonly VestStep[], cliff: Vesting['cliff']): bigint {
  const sizes = [...steps.map(({ percent }) => percent), ...(cliff?.share == null ? [] : [cliff.share])].map((text) =>
    share(text),
  );
  return sizes.reduce((large, size) => {
    let [a, b] = [large, size];
    while (b !== 0n) [a, b] = [b, a % b];
    return a;
  }, all);
}

/** The same under a cliff that vests a share of its own: the rest follows in proportion. */
export function applyCliff(plain: Point[], cliff: Vesting['cliff'], common: bigint): Point[] {
  if (!cliff || cliff.months === 0 || cliff.share === null) return plain;
  const after = plain.filter((point) => point.month > cliff.months);
  const accrued = plain.findLast((point) => point.month <= cliff.months) ?? { month: 0, top: 0n, bottom: 1n };
  const [size, full] = [share(cliff.share) / common, all / common];
  const rest = accrued.bottom - accrued.top;
  if (rest === 0n) return [{ month: cliff.months, top: size, bottom: full }];
  const spread = after.map((point) => {
    // share + (1 − share) · (f − f at the cliff) / (1 − f at the cliff)
    const gained = point.top * accrued.bottom - accrued.top * point.bottom;
    return { month: point.month, top: size * point.bottom * rest + (full - size) * gained, bottom: full * point.bottom * rest };
  });
  return [{ month: cliff.months, top: size, bottom: full }, ...spread];
}
