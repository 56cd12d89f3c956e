import { type Anchor, carryAnchor, quoteOf } from '../anchor/anchor.ts';
import type { Passage } from '../anchor/search.ts';
import { type Change, diffWords } from '../anchor/words.ts';

export const suggestionStates = ['open', 'accepted', 'declined'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** The longest words that can be suggested. */
export const suggestedMax = 2000;

/** Other words for a quote. `taken`: the words that its owner put there, when they accepted it. */
export type Suggestion = { words: string; taken: string | null };

/** Where the quote of a suggestion stands now, which words are there, and whether they are others than those it was made for. */
export type Placed = Passage & { words: string; changed: boolean };

/** Null when the words are not in the text any more, or could be in two places: then nothing is put anywhere. */
export function placeSuggestion(quote: Anchor, text: string | undefined): Placed | null {
  const passage = text === undefined ? null : carryAnchor(quote, text);
  if (!passage || text === undefined) return null;
  const words = text.slice(passage.start, passage.end);
  return { ...passage, words, changed: words !== quoteOf(quote) };
}

/** The text with other words in a passage; where nothing takes its place, the space that would stand double goes too. */
export function takeWords(text: string, { start, end }: Passage, words: string): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (words !== '') return before + words + after;
  if (/^(?:$|[\n.,;:!?)])/.test(after)) return before.replace(/[^\S\n]+$/, '') + after;
  return before === '' || /\s$/.test(before) ? before + after.replace(/^[^\S\n]+/, '') : before + after;
}

/** What a suggestion changes, word by word; where little stays, all that goes and then all that comes, which reads better. */
export function compareWords(from: string, to: string): Change[] {
  const changes = diffWords(from, to);
  const kept = changes.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? text.trim().length : 0), 0);
  if (kept * 2 >= Math.max(from.length, to.length)) return changes;
  const whole: Change[] = [
    { kind: 'removed', text: from },
    { kind: 'kept', text: ' ' },
    { kind: 'added', text: to },
  ];
  return whole.filter(({ kind }) => (kind === 'removed' ? from !== '' : to !== '' && (kind === 'added' || from !== '')));
}
