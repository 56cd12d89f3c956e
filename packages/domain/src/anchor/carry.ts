import { type Fate, followPieces, type Pieces } from './alignment.ts';
import { type Passage, wasMoved } from './search.ts';
import { isTangled } from './twin.ts';
import { splitGraphemes, splitWords } from './words.ts';

/** How much dearer than the cheapest a reading must be to be left out: about a word that went and came. */
const margin = 6;

/** Two readings that differ by no more than this are one. */
const close = 2;

/** How many unchanged pieces beside an edit are looked at anew; what is cut off beyond could only be read in one way. */
const guard = 120;

/** More pairs of pieces than this are compared word by word, and more pairs of words not at all. */
const mostPairs = 2_000_000;

/** How far to the front the stretch from `from` to `to` could be taken out and leave the same text. */
function slideOf(pieces: Pieces, from: number, to: number): number {
  let by = 0;
  while (from < to && by < from && pieces[from - 1 - by] === pieces[to - 1 - by]) by += 1;
  return by;
}

/** What two texts begin and end with alike, short of what an edit could be shifted into, in pieces. */
function alikeAt(before: Pieces, after: Pieces): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const slid = Math.max(slideOf(before, head, before.length - tail), slideOf(after, head, after.length - tail));
  return { head: Math.max(0, head - slid - guard), tail: Math.max(0, tail - guard) };
}

type Stretch = { from: number; until: number };
/** A piece of the older text as offsets, and where in the newer text it may stand. */
type Piece = { text: string; places: Stretch[]; best: Stretch | null; gone: boolean };

function offsetsOf(pieces: Pieces): Stretch[] {
  let until = 0;
  return pieces.map(({ length }) => {
    until += length;
    return { from: until - length, until };
  });
}

type Follow = (passage: Passage) => Piece[];

/** Follows the pieces in the passages into the newer text; null when there are too many to compare. */
function follow(before: Pieces, after: Pieces, passages: readonly Passage[]): Follow | null {
  const { head, tail } = alikeAt(before, after);
  const [older, newer] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (older.length * newer.length > mostPairs) return null;
  const [starts, places] = [offsetsOf(before), offsetsOf(after)];
  const within = (at: number, { start, end }: Passage) => (starts[at]?.from ?? end) < end && (starts[at]?.until ?? 0) > start;
  const fateIn = followPieces(older, newer, (at) => passages.some((passage) => within(at + head, passage)), margin);
  const fateOf = (at: number): Fate => {
    const same = at < head ? at : at >= before.length - tail ? at + after.length - before.length : null;
    if (same !== null) return { places: [same], best: same, gone: false };
    const fate = fateIn(at - head);
    return { ...fate, places: fate.places.map((place) => place + head), best: fate.best === null ? null : fate.best + head };
  };
  return (passage) =>
    [...before.keys()]
      .filter((at) => within(at, passage))
      .map((at) => {
        const fate = fateOf(at);
        const best = fate.best === null ? null : (places[fate.best] ?? null);
        return { text: before[at] ?? '', places: fate.places.flatMap((place) => places[place] ?? []), best, gone: fate.gone };
      });
}

function isSure({ places, best, gone }: Piece): boolean {
  return best !== null && !gone && places.every(({ from }) => Math.abs(from - best.from) <= close);
}

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** The runs of words that are gone. */
function listMissing(pieces: readonly Piece[]): string[] {
  const marked = pieces.map(({ best, text }) => (best === null ? text : '\0'));
  return marked
    .join('')
    .split('\0')
    .filter((run) => run !== '');
}

/** Where the first and the last words of a passage that stand together went; one pair when all of it does. */
function listEnds(pieces: readonly Piece[], start: number): { was: Passage; is: Passage }[] {
  const runs: { was: Passage; is: Passage }[] = [];
  let at = start;
  for (const { text, best } of pieces) {
    const last = runs.at(-1);
    if (best && last && last.was.end === at && last.is.end === best.from) {
      last.was.end = at + text.length;
      last.is.end = best.until;
    } else if (best) runs.push({ was: { start: at, end: at + text.length }, is: { start: best.from, end: best.until } });
    at += text.length;
  }
  return runs.length < 2 ? runs : [...runs.slice(0, 1), ...runs.slice(-1)];
}

export type Carried = Passage | 'lost' | 'unclear';

function settle(of: string, now: string, passage: Passage, pieces: readonly Piece[]): Carried {
  const length = lengthOf(pieces);
  const kept = pieces.filter(({ best }) => best !== null);
  if (lengthOf(kept) * 3 < length * 2) return 'lost';
  const sure = pieces.filter(isSure);
  const [first, last] = [sure[0], sure.at(-1)];
  if (!first?.best || !last?.best || lengthOf(sure) * 2 < length) return 'unclear';
  const [start, end] = [first.best.from, last.best.until];
  const [ahead, behind] = [pieces.slice(0, pieces.indexOf(first)), pieces.slice(pieces.indexOf(last) + 1)];
  const earliest = Math.min(start, ...ahead.flatMap(({ places }) => places.map(({ from }) => from)));
  const latest = Math.max(end, ...behind.flatMap(({ places }) => places.map(({ until }) => until)));
  if (start - earliest > close || latest - end > close) return 'unclear';
  if (listMissing(pieces).some((words) => wasMoved(of, words, now))) return 'unclear';
  if (listEnds(pieces, passage.start).some(({ was, is }) => isTangled(of, was, now, is))) return 'unclear';
  const found = {
    start: Math.min(start, ...ahead.flatMap(({ best }) => best?.from ?? [])),
    end: Math.max(end, ...behind.flatMap(({ best }) => best?.until ?? [])),
  };
  return found.end - found.start > 2 * length + 24 ? 'lost' : found;
}

/** Carries passages of one text through its difference from a newer one: all likely ways to read it must agree. */
export function carryThrough(of: string, passages: readonly Passage[], now: string): Carried[] {
  const followed = follow(splitGraphemes(of), splitGraphemes(now), passages) ?? follow(splitWords(of), splitWords(now), passages);
  return passages.map((passage) => (followed ? settle(of, now, passage, followed(passage)) : 'lost'));
}
