import { z } from 'zod';
import { snapBack, snapForward } from '../anchor/words.ts';
import { id, line, list, prose, revision, someProse } from '../kernel/input.ts';
import { reactionWords } from './reaction.ts';
import { commentMax, mentionsMax, quotedMax } from './thread.ts';

/** The block of an item that a thread hangs on: `item` for the whole, else the block's own id. */
export const blockId = z
  .string({ error: 'Say which part this is about.' })
  .regex(/^[A-Za-z0-9:_-]{1,64}$/, 'This part is not one of ours.');

const text = someProse(commentMax, 'a comment');
const mentions = list(id, mentionsMax, 'people mentioned').transform((ids) => [...new Set(ids)]);

/** thread.list, thread.readers */
export const ThreadsOf = z.strictObject({ itemId: id });

/** The words a thread is about: the block's text as the writer saw it, and where in it they stand (UTF-16 units). */
export const anchor = z
  .strictObject({ of: prose(quotedMax, 'the text'), start: z.int().min(0), end: z.int() })
  .refine(({ of, start, end }) => start < end && end <= of.length, 'Select some words.')
  .refine(({ of, start, end }) => snapBack(of, start) === start && snapForward(of, end) === end, 'Select whole characters.');

/**
 * thread.start: `label` is what the block says now, kept so that the thread stays readable when the block goes; `quote` are
 * the words of it that are meant, absent for the whole.
 */
export const StartThread = z.strictObject({
  itemId: id,
  blockId,
  label: line(300, 'what this is about'),
  quote: anchor.nullable().default(null),
  text,
  mentions,
});

/** comment.add */
export const AddComment = z.strictObject({ threadId: id, text, mentions });

/** comment.edit */
export const EditComment = z.strictObject({ commentId: id, rev: revision, text, mentions });

/** comment.remove */
export const RemoveComment = z.strictObject({ commentId: id });

const word = z.enum(reactionWords, 'Choose one of the four words.').nullable();

/** reaction.toComment: null takes the word back. */
export const ReactToComment = z.strictObject({ commentId: id, word });

/** reaction.toQuote: about the words that a conversation quotes. */
export const ReactToQuote = z.strictObject({ threadId: id, word });

/** thread.resolve, thread.reopen */
export const ThreadRef = z.strictObject({ threadId: id });
