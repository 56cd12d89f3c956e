import type { Footing } from '../compensation/compare.ts';
import { presentValueOf } from '../compensation/present-value.ts';
import { compareSeen, type Seen, type SeenComparison } from './comparison.ts';
import type { Span } from './sharing/grid.ts';

/** What two offers can be told apart by, one row each. */
export const comparedParts = ['base', 'bonus', 'once', 'equity'] as const;
export type ComparedPart = (typeof comparedParts)[number];

/** One year by part; null where it is not stated or hidden. */
export type PartYear = Record<ComparedPart, Span | null>;

export type PartRow = { part: ComparedPart; spans: (Span | null)[] };

const nothing: Span = { low: 0, high: 0 };

/**
 * Each part of each offer over the years that all reach, in the common currency on the same footings as the totals, each
 * converted and rounded by itself. A part that is null in any of those years is null. Throws as `compareSeen` does.
 */
export function compareParts(
  sides: readonly { seen: Seen; parts: readonly PartYear[] }[],
  currency: string,
  footings: readonly Footing[],
): PartRow[] {
  const horizon = Math.min(...sides.map(({ seen }) => seen.years.length));
  return comparedParts.map((part) => {
    const isKnown = sides.map(({ parts }) => parts.slice(0, horizon).every((year) => year[part] !== null));
    const seen = sides.map(({ seen: side, parts }) => ({
      ...side,
      years: parts.map((year) => ({ total: year[part] ?? nothing })),
    }));
    const { sides: laid } = compareSeen(seen, currency, footings);
    return { part, spans: laid.map(({ total }, at) => (isKnown[at] ? total : null)) };
  });
}

/** What each side's years are worth today, both ends, at `discount` percent a year, flows at year ends. Throws as `presentValueOf`. */
export function presentValues({ sides }: SeenComparison, discount: string): Span[] {
  const worth = (years: readonly Span[], end: 'low' | 'high') =>
    presentValueOf(
      years.map((year) => year[end]),
      discount,
    );
  return sides.map(({ years }) => ({ low: worth(years, 'low'), high: worth(years, 'high') }));
}

/** How much more than the base side, both ends: from the least to the most that it can be. */
export function differenceFrom(base: Span | null, span: Span | null): Span | null {
  if (base === null || span === null) return null;
  return { low: span.low - base.high, high: span.high - base.low };
}
