import { alignTexts, type Kept, mayHold } from './alignment.ts';
import { mayBeTwin, type Passage, searchAlike, searchQuote, wasMoved } from './search.ts';
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

type Mapped = Passage & {
  /** How much of it is still there. */
  left: number;
  /** The ends of the passage that are missing may stand in what took their place: where it begins or ends is a guess. */
  frayed: boolean;
};

/** What of a passage is still there. */
function mapThrough(of: string, now: string, kept: readonly Kept[], { start, end }: Passage): Mapped | null {
  const parts = kept.flatMap(({ from, to, length }) => {
    const [low, high] = [Math.max(start, from), Math.min(end, from + length)];
    return low < high ? [{ from: low, until: high, start: to + low - from, end: to + high - from }] : [];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const ahead = kept.findLast(({ from }) => from < start);
  const behind = kept.find(({ from, length }) => from + length > end);
  const openedAt = ahead ? Math.min(ahead.to + ahead.length, first.start) : 0;
  const closedAt = behind ? Math.max(behind.to, last.end) : now.length;
  const [headless, tailless] = [of.slice(start, first.from), of.slice(last.until, end)];
  const inner = parts.slice(1).map(({ from }, at) => of.slice(parts[at]?.until, from));
  const frayed =
    mayHold(headless, now.slice(openedAt, first.start)) ||
    mayHold(tailless, now.slice(last.end, closedAt)) ||
    [headless, ...inner, tailless].some((missing) => wasMoved(of, missing, now));
  return { start: first.start, end: last.end, left: parts.reduce((sum, part) => sum + part.end - part.start, 0), frayed };
}

/** Two readings that differ by no more than this are one. */
const close = 2;

function carryAlong(of: string, now: string, aligned: readonly Kept[][], passage: Passage): Passage | 'lost' | 'unclear' {
  const [ahead, back] = aligned.map((kept) => mapThrough(of, now, kept, passage));
  const length = passage.end - passage.start;
  if (!ahead || !back || Math.min(ahead.left, back.left) * 3 < length * 2) return 'lost';
  if (ahead.frayed || back.frayed) return 'unclear';
  if (Math.abs(ahead.start - back.start) > close || Math.abs(ahead.end - back.end) > close) return 'unclear';
  if (ahead.end - ahead.start > 3 * length + 80) return 'lost';
  return mayBeTwin(of, passage, now, ahead) ? 'unclear' : { start: ahead.start, end: ahead.end };
}

/**
 * Carries anchors of one text into a newer one: through the difference of the two, else to where the quote stands word
 * for word or nearly so. Null, "on earlier text", when it is gone, or when it could be in two places: better listed apart
 * than beside the wrong words.
 */
export function carryAnchors(of: string, passages: readonly Passage[], now: string): (Passage | null)[] {
  if (of === now) return passages.map(({ start, end }) => ({ start, end }));
  const aligned = alignTexts(of, now);
  return passages.map((passage) => {
    const carried = carryAlong(of, now, aligned, passage);
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
