import { add, type Exact, exactOf, raise, rank } from './exact.ts';
import type { Scale } from './words.ts';

/** Numbers and the words that multiply them, in the order in which they stand. */
export type Piece = { readonly is: 'number'; readonly value: Exact } | { readonly is: 'scale'; readonly scale: Scale };

type Term = { value: Exact; power: number };

const one = exactOf('1');
const nought = exactOf('0');

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
  if (power < 0) return terms.length === 1 ? terms.map(({ value }) => ({ value: raise(value, power), power: 0 })) : null;
  // 千万 is a thousand times ten thousand, 1億千万 a hundred million and ten.
  const implied = chained && power < 4 && (previous === undefined || (previous.is === 'scale' && previous.scale.power > power));
  const all = implied ? [...terms, { value: one, power: 0 }] : [...terms];
  const smaller = all.findLastIndex((term) => term.power >= power) + 1;
  const from = chained ? smaller : Math.max(smaller, all.length - 1);
  const under = all.slice(from);
  if (under.length === 0) return null;
  const sum = under.reduce((so, { value }) => add(so, value), nought);
  return [...all.slice(0, from), { value: raise(sum, power), power }];
}

/** Whether the terms fall, each below the one before: `1 crore 20 lakh`, and not `5k 3M`. */
function isFalling(terms: readonly Term[]): boolean {
  return terms.every((term, at) => {
    const before = terms[at - 1];
    return before === undefined || (term.power < before.power && rank(term.value, raise(one, before.power)) < 0);
  });
}

/** The amount that numbers and words make together, `1.2 Cr`, `1億2千万`; null when they make none. */
export function amountOf(pieces: readonly Piece[]): Exact | null {
  let terms: Term[] = [];
  let previous: Piece | undefined;
  for (const piece of inOrder(pieces)) {
    if (piece.is === 'number' && previous?.is === 'number') return null;
    const next = piece.is === 'number' ? [...terms, { value: piece.value, power: 0 }] : multiplied(terms, piece.scale, previous);
    if (!next) return null;
    terms = next;
    previous = piece;
  }
  const [first] = terms;
  if (!first || !isFalling(terms) || !mayEndBare(terms, pieces)) return null;
  return terms.reduce((so, { value }) => add(so, value), nought);
}

/** `185k 5` is a slip; `1억 5000` and `1 lakh 20,000` are not. */
function mayEndBare(terms: readonly Term[], pieces: readonly Piece[]): boolean {
  if (terms.length < 2 || terms.at(-1)?.power !== 0) return true;
  return pieces.some(
    (piece) => piece.is === 'scale' && (piece.scale.chained || piece.scale.power === 5 || piece.scale.power === 7),
  );
}
