import type { Footing } from '../compensation/compare.ts';
import { presentValueOf } from '../compensation/present-value.ts';
import { compareSeen, type Seen } from './comparison.ts';
import type { Span } from './sharing/grid.ts';

/** What two offers can be told apart by, one row each. */
export const comparedParts = ['base', 'bonus', 'once', 'equity'] as const;
export type ComparedPart = (typeof comparedParts)[number];

/** What stands beside every total and is in none. */
export const partsApart = ['match', 'espp', 'benefits'] as const;
export type PartApart = (typeof partsApart)[number];

/** One year by part; null where it is not stated or hidden. */
export type PartYear = Record<ComparedPart, Span | null>;
export type ApartYear = Record<PartApart, Span | null>;

export type PartRow<Part = ComparedPart> = { part: Part; spans: (Span | null)[] };

const nothing: Span = { low: 0, high: 0 };

/** A year as it is laid out, with a guarantee in the bonus or beside it. */
export type LaidYear = Record<'base' | 'bonus' | 'signOn' | 'oneOff' | 'vest' | 'refreshers', Span | null> & {
  guaranteed?: Span | null;
};

/** Both together; where one is not known the other one, unless that is nothing. */
function certain(one: Span | null, other: Span | null): Span | null {
  if (one && other) return { low: one.low + other.low, high: one.high + other.high };
  const rest = one ?? other;
  return rest === null || rest.high === 0 ? null : rest;
}

/** A year by what offers are told apart by. The parts add up to the year's total: what is certain of each is in it. */
export function partsOfYear({ base, bonus, guaranteed = nothing, signOn, oneOff, vest, refreshers }: LaidYear): PartYear {
  return { base, bonus: certain(bonus, guaranteed), once: certain(signOn, oneOff), equity: certain(vest, refreshers) };
}

/** What an offer is made of in a comparison: its totals, its parts, and what of each year is paid as it begins. */
export type ComparedSide = { seen: Seen; parts: readonly PartYear[]; apart: readonly ApartYear[]; starts: readonly Span[] };

/**
 * Each part of each offer over the years that all reach, in the common currency on the same footings as the totals, each
 * converted and rounded by itself. A part that is null in any of those years is null. Throws as `compareSeen` does.
 */
export function compareParts(
  sides: readonly Pick<ComparedSide, 'seen' | 'parts'>[],
  currency: string,
  footings: readonly Footing[],
): PartRow[] {
  const laid = sides.map(({ seen, parts }) => ({ seen, rows: parts }));
  return comparedParts.map((part) => ({ part, spans: compareRow(laid, part, currency, footings) }));
}

/** The same of what stands beside the totals. */
export function compareApart(
  sides: readonly Pick<ComparedSide, 'seen' | 'apart'>[],
  currency: string,
  footings: readonly Footing[],
): PartRow<PartApart>[] {
  const laid = sides.map(({ seen, apart }) => ({ seen, rows: apart }));
  return partsApart.map((part) => ({ part, spans: compareRow(laid, part, currency, footings) }));
}

type Rows<Part extends string> = { seen: Seen; rows: readonly Record<Part, Span | null>[] };

/** One part of each side over the years that all reach; null where a year of it is. */
function compareRow<Part extends string>(
  sides: readonly Rows<Part>[],
  part: Part,
  currency: string,
  footings: readonly Footing[],
): (Span | null)[] {
  const horizon = Math.min(...sides.map(({ seen }) => seen.years.length));
  const isKnown = sides.map(({ rows }) => rows.slice(0, horizon).every((year) => year[part] !== null));
  const seen = sides.map(({ seen: side, rows }) => ({ ...side, years: rows.map((year) => ({ total: year[part] ?? nothing })) }));
  const { sides: laid } = compareSeen(seen, currency, footings);
  return laid.map(({ total }, at) => (isKnown[at] ? total : null));
}

/**
 * What each side's years are worth today, both ends, at `discount` percent a year: flows at year ends, but for what is paid
 * as a year begins. Currency and footings as in the comparison. Throws as `presentValueOf` and `compareSeen`.
 */
export function presentValues(
  sides: readonly ComparedSide[],
  currency: string,
  footings: readonly Footing[],
  discount: string,
): Span[] {
  const horizon = Math.min(...sides.map(({ seen }) => seen.years.length));
  const years = compareSeen(
    sides.map(({ seen }) => seen),
    currency,
    footings,
  );
  const atStart = compareSeen(
    sides.map(({ seen, starts }) => ({ ...seen, years: starts.slice(0, horizon).map((total) => ({ total })) })),
    currency,
    footings,
  );
  return years.sides.map((side, at) => {
    const worth = (end: 'low' | 'high') => {
      const starts = (atStart.sides[at]?.years ?? []).map((span) => span[end]);
      const ends = side.years.map((span, year) => span[end] - (starts[year] ?? 0));
      return presentValueOf(ends, discount, starts);
    };
    return { low: worth('low'), high: worth('high') };
  });
}

/** How much more than the base side, both ends: from the least to the most that it can be. */
export function differenceFrom(base: Span | null, span: Span | null): Span | null {
  if (base === null || span === null) return null;
  return { low: span.low - base.high, high: span.high - base.low };
}
