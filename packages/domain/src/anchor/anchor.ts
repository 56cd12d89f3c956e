import { carryThrough } from './carry.ts';
import { type Passage, searchAlike, searchQuote } from './search.ts';
import { snapBack, snapForward } from './words.ts';

/** A quote as it is kept: the whole text it was taken from, so that its context is there, and where in it it stands. */
export type Anchor = Passage & { of: string };

/**
 * The passage between two offsets of a text (UTF-16 units, either order): widened so that it cuts through no character
 * people see, narrowed by the white space at its ends. Null when nothing is left.
 */
export function anchorQuote(of: string, from: number, to: number): Anchor | null {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const [start, end] = [snapBack(of, low), snapForward(of, high)];
  const raw = of.slice(start, end);
  const inner = raw.trim();
  if (inner === '') return null;
  const begin = start + raw.indexOf(inner);
  return { of, start: begin, end: begin + inner.length };
}

/** The words of an anchor. */
export function quoteOf({ of, start, end }: Anchor): string {
  return of.slice(start, end);
}

/**
 * Carries anchors of one text into a newer one: through the difference of the two, else to where the quote stands word
 * for word or nearly so. Null, "on earlier text", when it is gone, or when it could be in two places: better listed apart
 * than beside the wrong words.
 */
export function carryAnchors(of: string, passages: readonly Passage[], now: string): (Passage | null)[] {
  if (of === now) return passages.map(({ start, end }) => ({ start, end }));
  const through = carryThrough(of, passages, now);
  return passages.map((passage, at) => {
    const carried = through[at] ?? 'lost';
    if (typeof carried !== 'string') return { start: snapBack(now, carried.start), end: snapForward(now, carried.end) };
    const found = searchQuote(of, passage, now);
    if (found || carried === 'unclear') return found;
    const alike = searchAlike(of, passage, now);
    return alike && { start: snapBack(now, alike.start), end: snapForward(now, alike.end) };
  });
}

/** One anchor carried into a newer text. */
export function carryAnchor({ of, ...passage }: Anchor, now: string): Passage | null {
  return carryAnchors(of, [passage], now)[0] ?? null;
}
