import { z } from 'zod';
import { id, line, list, prose } from '../kernel/input.ts';
import { anchor, blockId } from '../thread/input.ts';
import { commentMax, mentionsMax } from '../thread/thread.ts';
import { suggestedMax } from './suggestion.ts';

const words = prose(suggestedMax, 'the words').transform((text) => text.trim());

/** suggestion.make: `words` in the place of the quote, empty to strike it; `text` says why, or nothing. */
export const MakeSuggestion = z
  .strictObject({
    itemId: id,
    blockId,
    label: line(300, 'what this is about'),
    quote: anchor,
    words,
    text: prose(commentMax, 'a comment').default(''),
    mentions: list(id, mentionsMax, 'people mentioned').transform((ids) => [...new Set(ids)]),
  })
  .refine(({ quote, words: instead }) => quote.of.slice(quote.start, quote.end) !== instead, {
    path: ['words'],
    message: 'Change something first: these are the words that stand there.',
  });

/** suggestion.accept: `seen` are the words that stand there as the owner saw them, `words` those that they put there. */
export const AcceptSuggestion = z.strictObject({ threadId: id, seen: prose(8000, 'the text'), words });

/** suggestion.decline, with a word or none. */
export const DeclineSuggestion = z.strictObject({ threadId: id, text: prose(commentMax, 'a comment') });
