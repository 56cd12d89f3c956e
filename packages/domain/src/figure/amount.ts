import { add, type Exact, exactOf, placesOf, raise, rank, toText } from './exact.ts';
import type { Scale } from './words.ts';

/** Numbers and the words that multiply them, in the order in which they stand. */
export type Piece =
  // `padded` begins with a nought: 2万08 is said to the unit.
  { readonly is: 'number'; readonly value: Exact; readonly padded: boolean } | { readonly is: 'scale'; readonly scale: Scale };

type Term = { value: Exact; power: number; chained: boolean; padded: boolean };

const one = exactOf('1');
const nought = exactOf('0');

const termOf = ({ value, padded = false }: { value: Exact; padded?: boolean }): Term => ({
  value,
  power: 0,
  chained: false,
  padded,
});

/** Words that stand before their number in some locales, `elfu 1.2`, are put behind it. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex(({ is }) => is === 'number');
  const leading = pieces.slice(0, at);
  const isTurned = at > 0 && leading.every((piece) => piece.is === 'scale' && piece.scale.leads);
  return isTurned ? [...pieces.slice(at, at + 1), ...leading, ...pieces.slice(at + 1)] : pieces;
}

/** Multiplies what stands before the word, and puts it where that was; null when nothing may stand there. */
function multiplied(terms: readonly Term[], { power, chained }: Scale, previous: Piece | undefined): Term[] | null {
  // 45p, 50 bps: a part of one number, and of no other word.
  if (power < 0) return terms.length === 1 ? terms.map(({ value }) => termOf({ value: raise(value, power) })) : null;
  // 千万 is a thousand times ten thousand, 1億千万 a hundred million and ten.
  const implied = chained && power < 4 && (previous === undefined || (previous.is === 'scale' && previous.scale.power > power));
  const all = implied ? [...terms, termOf({ value: one })] : [...terms];
  const smaller = all.findLastIndex((term) => term.power >= power) + 1;
  const from = chained ? smaller : Math.max(smaller, all.length - 1);
  const under = all.slice(from);
  if (under.length === 0) return null;
  const sum = under.reduce((so, { value }) => add(so, value), nought);
  return [...all.slice(0, from), { value: raise(sum, power), power, chained, padded: false }];
}

/** Whether a term counts its power whole: what has a fraction, `1.2M`, goes no further in the next power down. */
const isWhole = ({ value, power }: Term) => value.digits % raise(one, value.places + power).digits === 0n;

/** Whether the terms fall, each below the one before: `1 crore 20 lakh`, and not `5k 3M`. */
function isFalling(terms: readonly Term[]): boolean {
  return terms.every((term, at) => {
    const before = terms[at - 1];
    const isBelow = before === undefined || (term.power < before.power && rank(term.value, raise(one, before.power)) < 0);
    return isBelow && (before === undefined || isWhole(before));
  });
}

const sumOf = (terms: readonly Term[]) => terms.reduce((so, { value }) => add(so, value), nought);

/** The power that is said next below a power, and may be left out: 억 5000 is 5000만, a crore 20 is 20 lakh. */
const below = new Map([
  [12, 8],
  [8, 4],
  [7, 5],
  [5, 3],
]);

/** How many digits behind a word of this power may stand for the next one down. */
function fewDigits(power: number): number {
  if (power >= 8) return 4;
  if (power >= 5) return 3;
  return power === 4 ? 2 : Math.min(power - 1, 1);
}

const isIndian = ({ power }: Term) => power === 5 || power === 7;

/** What a number without a word of its own may be behind `before`: the 8 of 2万8 is 8000; `185k 5` is a slip. */
function bareEnds(terms: readonly Term[], { value, padded }: Term, before: Term, isSettled: boolean): Exact[] {
  const { power, chained } = before;
  const digits = toText(value).split('.')[0]?.length ?? 0;
  // 1 lakh 20 thousand 500 is said to the end.
  if (power === 3 && !chained && digits === 3 && terms.some(isIndian)) return [value];
  if (!chained && !isIndian(before)) return [];
  if (padded || digits > fewDigits(power)) return [value];
  if (placesOf(value) > 0) return [];
  const next = raise(value, power - digits);
  // Where the shorter way is how everybody says it, nobody means the other.
  if (isSettled && chained && digits === 1) return [next];
  const unit = below.get(power);
  const ends = [next, ...(unit === undefined ? [] : [raise(value, unit)]), value];
  return ends.filter((end) => rank(end, raise(one, power)) < 0);
}

/** What the last terms may be together: 1억2천 is 1억2천만 to all, and a hundred million and two thousand to the letter. */
function tailEnds(terms: readonly Term[], tail: Exact, isSettled: boolean): Exact[] {
  const at = terms.findLastIndex(({ power, chained }) => chained && power >= 4);
  const [large, first] = [terms[at], terms[at + 1]];
  if (!large || large.power < 8 || !first?.chained) return [tail];
  const meant = raise(tail, large.power - 4);
  if (isSettled && first.power === 3 && terms.length === at + 2) return [meant];
  return rank(tail, raise(one, 4)) < 0 ? [meant, tail] : [tail];
}

/**
 * The amounts that numbers and words may make together, `1.2 Cr`, `1億2千万`, the likeliest first; none when they make none.
 * `isSettled` says whether a number that ends in a lone digit, 2万8, is said by all in one sense.
 */
export function amountsOf(pieces: readonly Piece[], isSettled: boolean): Exact[] {
  let terms: Term[] = [];
  let previous: Piece | undefined;
  for (const piece of inOrder(pieces)) {
    if (piece.is === 'number' && previous?.is === 'number') return [];
    const next = piece.is === 'number' ? [...terms, termOf(piece)] : multiplied(terms, piece.scale, previous);
    if (!next) return [];
    terms = next;
    previous = piece;
  }
  const [last, before] = [terms.at(-1), terms.at(-2)];
  if (!last || !isFalling(terms)) return [];
  const ends = before && last.power === 0 ? bareEnds(terms, last, before, isSettled) : [last.value];
  const large = terms.findLastIndex(({ power, chained }) => chained && power >= 4) + 1;
  const from = Math.min(large, terms.length - 1);
  const [head, within] = [sumOf(terms.slice(0, from)), sumOf(terms.slice(from, -1))];
  return ends.flatMap((end) => tailEnds(terms, add(within, end), isSettled)).map((tail) => add(head, tail));
}
