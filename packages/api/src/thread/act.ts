import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { StartThread, ThreadRef } from '@parley/domain/thread/input';
import { canMention, canResolve, canStart, listFollowers, listNotified, listToldNow } from '@parley/domain/thread/policy';
import type { z } from 'zod';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import { addComment, commentContent, hearersOf, threadFacts } from './comment-rows.ts';
import { addThread, holdThreads, settleThread, threadContent, threadedItem } from './rows.ts';

/** What is needed to begin a thread on an item. */
export const beginFacts = (itemId: string) => ({
  held: holdThreads(itemId),
  item: threadedItem(itemId),
  hearers: hearersOf(itemId),
});

/** A thread with its first comment; the item's owner and who is mentioned are told, as `kind` says. */
export function beginThread(
  { rows, seal, viewer, now }: Facts<ReturnType<typeof beginFacts>>,
  { itemId, blockId, label, quote, text, mentions }: z.output<typeof StartThread>,
  kind: 'commented' | 'suggested',
) {
  const [item] = rows.item;
  if (!item) throw notFound();
  const { ownerId } = item;
  allow(canStart(rows.held[0]?.count ?? 0));
  const readerIds = listFollowers(rows.hearers, ownerId, { authorId: viewer.id, at: now });
  allow(canMention(readerIds, mentions), 'mentions');
  const told = listNotified({ ownerId, readerIds, starterId: null, comments: [] }, viewer.id, mentions);
  const threadId = newId();
  const commentId = newId();
  const named = seal(threadContent, { id: threadId, owner: ownerId, rev: 1 }, { label, quote });
  const said = seal(commentContent, { id: commentId, owner: ownerId, rev: 1 }, { text, mentions });
  const notices = told.map((one) => (one.kind === 'commented' ? { ...one, kind } : one));
  return {
    changes: [
      addThread(threadId, itemId, blockId, named, now),
      addComment(commentId, threadId, said, now),
      ...tell(notices, { itemId, threadId, commentId }, now),
    ],
    answer: {
      threadId,
      comment: { commentId, rev: 1, createdAt: now.toISOString() },
      told: listToldNow(told, rows.hearers, now),
    },
  };
}

/** Begins a thread with its first comment, and tells the item's owner and who is mentioned. */
export const startingThread = act({
  facts: ({ itemId }: z.output<typeof StartThread>) => beginFacts(itemId),
  decide: (given, input) => beginThread(given, input, 'commented'),
});

/** Calls a conversation settled, or opens it again. */
const settling = (settled: boolean) =>
  act({
    facts: ({ threadId }: z.output<typeof ThreadRef>) => ({ thread: threadFacts(threadId) }),
    decide({ rows, viewer, now }: Facts<{ thread: ReturnType<typeof threadFacts> }>, { threadId }) {
      const [thread] = rows.thread;
      if (!thread) throw notFound();
      allow(canResolve(viewer.id, thread.ownerId, thread));
      const at = settled ? now : null;
      return { changes: [settleThread(threadId, at)], answer: { threadId, resolvedAt: at?.toISOString() ?? null } };
    },
  });

export const resolvingThread = settling(true);
export const reopeningThread = settling(false);
