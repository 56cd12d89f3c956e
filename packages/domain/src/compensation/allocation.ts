import type { Allocation, VestDays } from './conventions.ts';

/** A part of the grant vested by a month, as top/bottom. */
export type Point = { month: number; top: bigint; bottom: bigint };

const floorOf = (total: bigint, { top, bottom }: Point): bigint => (total * top) / bottom;
const halfUpOf = (total: bigint, { top, bottom }: Point): bigint => (2n * total * top + bottom) / (2n * bottom);

/** Each piece rounded down by itself, and how many whole ones are then left over. */
function pieces(total: bigint, points: readonly Point[]): { each: bigint[]; left: bigint } {
  const each = points.map((point, at) => {
    const before = points[at - 1] ?? { top: 0n, bottom: 1n };
    return (total * (point.top * before.bottom - before.top * point.bottom)) / (point.bottom * before.bottom);
  });
  return { each, left: total - each.reduce((sum, piece) => sum + piece, 0n) };
}

/** The same points in plain numbers, and the largest bottom among them; laid out once for all grants of a schedule. */
export type PlainPoints = { tops: number[]; bottoms: number[]; most: number };

/** Points in plain numbers. One that no plain number holds is above all of them, and is then not counted with. */
export function plainOf(points: readonly Point[]): PlainPoints {
  const bottoms = points.map(({ bottom }) => Number(bottom));
  return { tops: points.map(({ top }) => Number(top)), bottoms, most: Math.max(0, ...bottoms) };
}

/**
 * What each point adds when the sum so far is rounded down, or half up. In plain numbers where every product and sum is one
 * that they hold exactly (a top is never above its bottom): the whole part of a division is then (n − n mod d) / d, to the
 * unit.
 */
function cumulative(total: number, points: readonly Point[], plain: PlainPoints, isHalfUp: boolean): number[] {
  if (2 * total * plain.most + plain.most > Number.MAX_SAFE_INTEGER)
    return cumulativeOf(BigInt(total), points, isHalfUp ? halfUpOf : floorOf);
  const { tops, bottoms } = plain;
  const factor = isHalfUp ? 2 : 1;
  let done = 0;
  return tops.map((top, at) => {
    const bottom = bottoms[at] ?? 1;
    const n = factor * total * top + (isHalfUp ? bottom : 0);
    const reached = (n - (n % (factor * bottom))) / (factor * bottom);
    const piece = reached - done;
    done = reached;
    return piece;
  });
}

function cumulativeOf(total: bigint, points: readonly Point[], by: (total: bigint, point: Point) => bigint): number[] {
  let done = 0n;
  return points.map((point) => {
    const reached = by(total, point);
    const piece = reached - done;
    done = reached;
    return Number(piece);
  });
}

/**
 * The whole amounts that `total` gives at each point, by a rule of the Open Cap Format (`AllocationType`): the sum so far
 * rounded down (the default) or half up; each piece rounded down, and one more for the first or the last pieces, or all that
 * is left to the first or the last. 18 in 4: 4 5 4 5, 5 4 5 4, 5 5 4 4, 4 4 5 5, 6 4 4 4, 4 4 4 6. `fractional` gives what
 * `total` counts in: the caller counts in parts of a share. `total` is a whole number that is held exactly, and so is every
 * amount. Source: Open Cap Table Coalition, schema `AllocationType`.
 */
export function allocate(
  total: number,
  points: readonly Point[],
  rule: Allocation = 'cumulative-round-down',
  plain: PlainPoints = plainOf(points),
): number[] {
  if (rule === 'cumulative-round-down' || rule === 'fractional') return cumulative(total, points, plain, false);
  if (rule === 'cumulative-rounding') return cumulative(total, points, plain, true);
  const { each, left } = pieces(BigInt(total), points);
  const last = each.length - 1;
  const more = {
    'front-loaded': (at: number) => (BigInt(at) < left ? 1n : 0n),
    'back-loaded': (at: number) => (BigInt(last - at) < left ? 1n : 0n),
    'front-loaded-to-single-tranche': (at: number) => (at === 0 ? left : 0n),
    'back-loaded-to-single-tranche': (at: number) => (at === last ? left : 0n),
  }[rule];
  return each.map((piece, at) => Number(piece + more(at)));
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day of a month, or its last one where it is shorter; months of a year from 1. */
function dayOf(year: number, month: number, day: number): string {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(Math.min(day, length))}`;
}

/**
 * When a vest that falls on a date happens: on it, on the last day of its month, or on the company's next vest day, which
 * companies fix to quarters (15 February, May, August and November). Source: Open Cap Format, `VestingDayOfMonth`.
 */
export function vestDayOf(date: string, days: VestDays | null | undefined): string {
  if (days == null) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (days === 'last-of-month') return dayOf(year, month, 31);
  const near = [year, year + 1].flatMap((of) => days.fixed.map((one) => dayOf(of, one.month, one.day)));
  return near.sort().find((day) => day >= date) ?? date;
}
