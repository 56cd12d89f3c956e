import { fromUnits } from '../../kernel/money.ts';
import type { Figures } from '../negotiation.ts';
import { findNumbers } from './number-spot.ts';

/** A place in a text (offsets) where the walk-away shows: one of its figures, or the word itself. */
export type Leak = { from: number; to: number; what: 'base' | 'total' | 'word' };

/** The walk-away's figures in minor units of the plan's currency, and by whose rules its owner reads numbers. */
export type Guarded = { walkAway: Figures; currency: string; locale: string };

const wordPattern =
  /(?<!\p{L})(?:walk(?:ing)?[\s\u00a0-\u2011]?away|walk-?aways?|bottom[\s-]?line|reservation (?:price|point|value))(?!\p{L})/giu;
const digits = /\p{Nd}|[〇一二三四五六七八九十百千万萬億亿]/u;
const spelled =
  /(?<!\p{L})(?:hundred|thousand|million|lakh|crore|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)/iu;

/** Whether a text can hold the walk-away at all: only then the walk-away itself has to be looked up. */
export function mayLeak(text: string): boolean {
  return digits.test(text) || spelled.test(text) || text.search(wordPattern) >= 0;
}

/** Below that a bare number counts something, or is a day. */
const leastBare = 20;

/** Whether a value is the amount, or its thousands where only those are said. */
function meets(value: string, bare: boolean, minor: number, currency: string): boolean {
  if (fromUnits(value, currency) === minor) return true;
  const thousands = Number(value);
  const isBare = bare && /^\d{2,3}$/.test(value) && thousands >= leastBare;
  return isBare && fromUnits(String(thousands * 1000), currency) === minor;
}

/**
 * The places where the walk-away shows in a text, first to last and none in another: its figures in whatever writing (`180k`,
 * `180 000`, `1.8 lakh`, `18万`, `one hundred and eighty thousand`, a bare `180` that counts nothing), and its word.
 */
export function findLeaks(text: string, { walkAway, currency, locale }: Guarded): Leak[] {
  const figures = (['base', 'total'] as const).flatMap((what) => {
    const minor = walkAway[what];
    return minor === null || minor === 0 ? [] : [{ what, minor }];
  });
  const found: Leak[] =
    figures.length === 0
      ? []
      : findNumbers(text, locale).flatMap(({ from, to, values, bare }) => {
          const met = figures.find(({ minor }) => values.some((value) => meets(value, bare, minor, currency)));
          return met ? [{ from, to, what: met.what }] : [];
        });
  const words = [...text.matchAll(wordPattern)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    what: 'word' as const,
  }));
  return [...found, ...words].sort((a, b) => a.from - b.from);
}

/** What was found, as a sentence. */
export function leakSentence(leaks: readonly Leak[]): string {
  const figure = leaks.some(({ what }) => what !== 'word');
  const word = leaks.some(({ what }) => what === 'word');
  if (figure && word) return 'Your walk-away stands here, with its figure.';
  return figure ? 'This is the figure of your walk-away.' : 'This speaks of your walk-away.';
}
