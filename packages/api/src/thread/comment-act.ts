import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { AddComment } from '@parley/domain/thread/input';
import { canReply } from '@parley/domain/thread/policy';
import { notified } from '@parley/domain/thread/thread';
import type { z } from 'zod';
import { audienceFrom, refuseOutsiders, seatsBeside } from '../item/rows.ts';
import { act } from '../write.ts';
import {
  addComment,
  addNotices,
  authorsIn,
  commentContent,
  heldBeside,
  holdComments,
  threadFacts,
  threadReaders,
} from './rows.ts';

/** Who hears of it now. The others asked in an open round get their notice with the reveal. */
export function toldNow(ids: readonly string[], holds: readonly { authorId: string }[]): string[] {
  return ids.filter((id) => !holds.some(({ authorId }) => authorId === id));
}

/** Adds the viewer's comment to a thread, and tells those who take part in it. */
export const addingComment = act({
  facts: ({ threadId }: z.output<typeof AddComment>) => ({
    held: holdComments(threadId),
    thread: threadFacts(threadId),
    authors: authorsIn(threadId),
    seats: seatsBeside(),
    readers: threadReaders(threadId),
    holds: heldBeside(threadId),
  }),
  decide({ rows, seal, viewer, now }, { threadId, text, mentions }) {
    const [thread] = rows.thread;
    if (!thread) throw notFound();
    allow(canReply(thread, rows.held[0]?.count ?? 0));
    const { itemId, ownerId, starterId } = thread;
    const audience = audienceFrom(viewer.id, ownerId, rows.seats, rows.readers);
    const readerIds = audience.of({ authorId: starterId, at: thread.createdAt });
    refuseOutsiders(readerIds, mentions);
    const told = notified({ ownerId, readerIds, starterId, comments: rows.authors }, viewer.id, mentions);
    const commentId = newId();
    const sealed = seal(commentContent, { id: commentId, owner: ownerId, rev: 1 }, { text, mentions });
    const ids = told.map(({ id }) => id);
    const notices = addNotices(
      ids.map(newId),
      ids,
      told.map(({ kind }) => kind),
      itemId,
      threadId,
      now,
    );
    return {
      changes: [addComment(commentId, threadId, sealed, now), ...(told.length > 0 ? [notices] : [])],
      answer: { comment: { commentId, threadId, rev: 1, createdAt: now.toISOString() }, told: toldNow(ids, rows.holds) },
    };
  },
});
