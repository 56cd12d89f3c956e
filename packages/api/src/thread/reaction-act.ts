import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { ReactToComment, ReactToQuote } from '@parley/domain/thread/input';
import { canReact } from '@parley/domain/thread/reaction';
import type { z } from 'zod';
import { act } from '../write.ts';
import { commentFacts, threadFacts } from './comment-rows.ts';
import { dropReaction, keepReaction, reactionBind, reactionContent } from './reaction-rows.ts';

/** Says one word about a comment, in the place of the one before, or takes it back. */
export const reactingToComment = act({
  facts: ({ commentId }: z.output<typeof ReactToComment>) => ({ comment: commentFacts(commentId) }),
  decide({ rows, seal, viewer, now }, { commentId, word }) {
    const [row] = rows.comment;
    if (!row) throw notFound();
    allow(canReact(row));
    const answer = { word };
    if (word === null) return { changes: [dropReaction(commentId)], answer };
    const sealed = seal(reactionContent, reactionBind(commentId, viewer.id, row.ownerId), { word });
    return { changes: [keepReaction(commentId, row.itemId, row.threadId, sealed, now)], answer };
  },
});

/** The same about the words that a conversation quotes. */
export const reactingToQuote = act({
  facts: ({ threadId }: z.output<typeof ReactToQuote>) => ({ thread: threadFacts(threadId) }),
  decide({ rows, seal, viewer, now }, { threadId, word }) {
    const [row] = rows.thread;
    if (!row) throw notFound();
    const answer = { word };
    if (word === null) return { changes: [dropReaction(threadId)], answer };
    const sealed = seal(reactionContent, reactionBind(threadId, viewer.id, row.ownerId), { word });
    return { changes: [keepReaction(threadId, row.itemId, threadId, sealed, now)], answer };
  },
});
