import { compareOffers, type Footing, type Laid } from '../compensation/compare.ts';
import { ratio, round } from '../kernel/money.ts';
import { exactly, type Span } from './sharing/grid.ts';

/**
 * An offer as far as one person may know it: exact where it is theirs, ranges where it was shared as ranges. `total` of
 * each year counts what is certain; `complete` says whether anything of it is unknown or hidden.
 */
export type Seen = { currency: string; complete: boolean; years: readonly { total: Span }[] };

export type SeenSide = { years: Span[]; cumulative: Span[]; total: Span; complete: boolean };

/** Close, not close, or not to be told from ranges. */
export type Closeness = 'close' | 'apart' | 'open';

/** A change of the lead to `lead`, in one year or, where ranges overlap in between, within a few. */
export type Crossover = { lead: number; from: number; to: number };

/** `ahead`: who leads at the end of each year, null where the ranges overlap or both have the same. */
export type SeenPair = {
  a: number;
  b: number;
  difference: Span;
  closeness: Closeness;
  ahead: (number | null)[];
  crossovers: Crossover[];
};

export type SeenComparison = { currency: string; horizon: number; sides: SeenSide[]; pairs: SeenPair[]; basis: string[] };

/** The least number of years that all sides reach, so that like stands beside like. */
const sharedYears = (sides: readonly Seen[]): number => Math.min(...sides.map(({ years }) => years.length));

function endOf(side: Seen, end: 'low' | 'high', horizon: number): Laid {
  const years = side.years.slice(0, horizon).map(({ total }) => ({ total: total[end] }));
  return { currency: side.currency, complete: side.complete, years };
}

/**
 * Lays two to four offers side by side in one currency, over the years that all of them reach, from what the person may
 * see and nothing else: both ends of every range are compared, so every result holds for whatever lies inside.
 * Throws `invalid` as `compareOffers` does: `offers`, `offers.1.rate`, `offers.1.costOfLiving`.
 */
export function compareSeen(seen: readonly Seen[], currency: string, footings: readonly Footing[]): SeenComparison {
  const horizon = sharedYears(seen);
  const [low, high] = (['low', 'high'] as const).map((end) =>
    compareOffers(
      seen.map((side) => endOf(side, end, horizon)),
      currency,
      footings,
    ),
  );
  const sides = (low?.sides ?? []).map((least, at): SeenSide => {
    const most = high?.sides[at] ?? least;
    const spans = (of: 'years' | 'cumulative') => least[of].map((sum, year) => ({ low: sum, high: most[of][year] ?? sum }));
    const total = { low: least.total, high: most.total };
    return { years: spans('years'), cumulative: spans('cumulative'), total, complete: least.complete };
  });
  const pairs = sides.flatMap((a, from) =>
    sides.slice(from + 1).map((b, offset) => pairOf({ ...a, at: from }, { ...b, at: from + 1 + offset })),
  );
  return { currency, horizon, sides, pairs, basis: low?.basis ?? [] };
}

type Placed = SeenSide & { at: number };

function pairOf(a: Placed, b: Placed): SeenPair {
  const ahead = a.cumulative.map((mine, year) => {
    const theirs = b.cumulative[year] ?? mine;
    if (mine.low > theirs.high) return a.at;
    return theirs.low > mine.high ? b.at : null;
  });
  // An exact tie is known; where ranges overlap it is not known who leads.
  const isKnown = a.cumulative.map((mine, year) => ahead[year] !== null || isTie(mine, b.cumulative[year] ?? mine));
  const difference = { low: b.total.low - a.total.high, high: b.total.high - a.total.low };
  return {
    a: a.at,
    b: b.at,
    difference,
    closeness: closenessOf(a.total, b.total),
    ahead,
    crossovers: crossoversOf(ahead, isKnown),
  };
}

const isTie = (a: Span, b: Span): boolean => a.low === b.high && a.high === b.low;

function crossoversOf(ahead: readonly (number | null)[], isKnown: readonly boolean[]): Crossover[] {
  const out: Crossover[] = [];
  let last: number | null = null;
  // The first year since the last known lead in which it may have changed.
  let open: number | null = null;
  ahead.forEach((lead, at) => {
    if (!isKnown[at]) open ??= at + 1;
    if (lead === null) return;
    if (last !== null && last !== lead) out.push({ lead, from: open ?? at + 1, to: at + 1 });
    [last, open] = [lead, null];
  });
  return out;
}

/** Whether two sums differ by at most 2 % of the larger. */
const isWithin = (a: number, b: number): boolean => BigInt(Math.abs(a - b)) * 100n <= 2n * BigInt(Math.max(a, b));

function closenessOf(a: Span, b: Span): Closeness {
  if (isWithin(a.low, b.high) && isWithin(a.high, b.low)) return 'close';
  const overlap = a.low <= b.high && b.low <= a.high;
  const nearest = a.high < b.low ? isWithin(a.high, b.low) : isWithin(a.low, b.high);
  return overlap || nearest ? 'open' : 'apart';
}

/** A projection of one's own as a side of a comparison: exact, or at least exact in what is certain. */
export const asSeen = (own: Laid): Seen => ({
  currency: own.currency,
  complete: own.complete,
  years: own.years.map(({ total }) => ({ total: exactly(total) })),
});

/** The middle of a span, for a chart that draws one line through a band. */
export const middleOf = ({ low, high }: Span): number => Number(round(ratio(BigInt(low) + BigInt(high), 2)));
