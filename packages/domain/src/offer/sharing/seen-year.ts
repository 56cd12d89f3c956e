import type { Span } from './grid.ts';

/** One year as far as the reader can know it. `bonus` includes what is guaranteed; null is not known or hidden. */
export type SeenYear = {
  year: number;
  base: Span | null;
  bonus: Span | null;
  signOn: Span | null;
  oneOff: Span | null;
  vest: Span | null;
  refreshers: Span | null;
  total: Span;
  match: Span | null;
  espp: Span | null;
  benefits: Span | null;
};

/**
 * `starts`: what of each year is paid as it begins. `without`: groups that are hidden and so in no figure; `unknown`:
 * visible parts that are not stated.
 */
export type SeenProjection = { years: SeenYear[]; starts: Span[]; total: Span; without: string[]; unknown: string[] };
