import { diffArrays } from 'diff';

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A stretch of one text or of both, in the order of the newer one. */
export type Change = { kind: 'kept' | 'removed' | 'added'; text: string };

/** The text in words, spaces and marks, also where words stand without spaces (Thai, Japanese). Joined, they are the text. */
export function splitWords(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** The text in what people see as characters: an accent or an emoji of several code points is one. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The nearest offset at or before `at` (in UTF-16 units) that does not cut through a character. */
export function snapBack(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return graphemes.segment(text).containing(Math.max(0, at))?.index ?? 0;
}

/** As `snapBack`, at or after. */
export function snapForward(text: string, at: number): number {
  if (at <= 0) return 0;
  const here = graphemes.segment(text).containing(Math.min(at, text.length));
  if (!here || here.index === at) return Math.min(at, text.length);
  return here.index + here.segment.length;
}

/** The difference of two lists of pieces (Myers, by the package `diff`), with neighbours of one kind put together. */
export function diffPieces(before: readonly string[], after: readonly string[]): Change[] {
  return diffArrays([...before], [...after]).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }));
}

/** What was removed and added between two texts, word by word. */
export function diffWords(before: string, after: string): Change[] {
  return diffPieces(splitWords(before), splitWords(after));
}
