import { floor, fromDecimal, type Ratio, ratio, round, unitOf } from '../../kernel/money.ts';

/** A cell: the value is at least `low` and below `high`. An exact figure has both the same. */
export type Span = { low: number; high: number };

export const exactly = (value: number): Span => ({ low: value, high: value });

/** Three significant digits, so that edges read well; the grid stays fixed, whatever the value. */
function readable(value: bigint): bigint {
  const step = 10n ** BigInt(Math.max(0, String(value).length - 3));
  return round(ratio(value, step)) * step;
}

function edgesFrom(origin: bigint): number[] {
  const edges = [0];
  let [top, bottom] = [origin, 1n];
  while (top / bottom <= BigInt(Number.MAX_SAFE_INTEGER)) {
    edges.push(Number(readable(top / bottom)));
    top *= 11n;
    bottom *= 10n;
  }
  edges.push(Number.MAX_SAFE_INTEGER);
  return edges;
}

const grids = new Map<string, number[]>();

/** The fixed grid of a currency: 0, then 100 units of it and steps of about 10 %, in smallest units. */
export function gridOf(currency: string): readonly number[] {
  const known = grids.get(currency) ?? edgesFrom(100n * unitOf(currency));
  grids.set(currency, known);
  return known;
}

/** The cell of an amount (smallest units, 0 or more) on the currency's grid: never centred on the amount. */
export function cellOf(amount: number, currency: string): Span {
  const edges = gridOf(currency);
  const at = edges.findLastIndex((edge) => edge <= amount);
  const last = edges.length - 2;
  const index = Math.min(Math.max(0, at), last);
  return { low: edges[index] ?? 0, high: edges[index + 1] ?? Number.MAX_SAFE_INTEGER };
}

/** As `cellOf`, for an amount that may be below 0: the cell of its size, mirrored. */
export function signedCellOf(amount: number, currency: string): Span {
  if (amount >= 0) return cellOf(amount, currency);
  const { low, high } = cellOf(-amount, currency);
  return { low: -high, high: -low };
}

/** A cell of percentages or of counts, as exact decimals. */
export type DecimalSpan = { low: string; high: string };

export const exactDecimal = (value: string): DecimalSpan => ({ low: value, high: value });

/** The cell of a decimal on a grid of equal steps from 0: 12.5 in steps of 5 is 10 to 15. */
export function stepOf(value: string, step: number): DecimalSpan {
  return stepOfRatio(fromDecimal(value), step);
}

/** As `stepOf`, for an exact fraction. */
export function stepOfRatio(value: Ratio, step: number): DecimalSpan {
  const index = floor(ratio(value.n, value.d * BigInt(step)));
  return { low: String(index * BigInt(step)), high: String((index + 1n) * BigInt(step)) };
}
