import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { AddComment, EditComment, RemoveComment } from '@parley/domain/thread/input';
import {
  canDelete,
  canEdit,
  canMention,
  canReply,
  type Hearer,
  listFollowers,
  listNewlyMentioned,
  listNotified,
  listToldNow,
  type Recipient,
} from '@parley/domain/thread/policy';
import type { z } from 'zod';
import { tell } from '../tell.ts';
import { act } from '../write.ts';
import {
  addComment,
  authorsIn,
  commentContent,
  commentFacts,
  hearersOf,
  holdComment,
  holdComments,
  openComment,
  replaceComment,
  settleTalk,
  takeBackNotices,
  threadFacts,
} from './comment-rows.ts';

type Told = { itemId: string; threadId: string; commentId: string; at: Date };

/** The notices of what was said at that time. Where that waits beside a round that was cancelled, its notice waits with it. */
function tellOf(told: readonly Recipient[], hearers: readonly Hearer[], { at, ...about }: Told, now: Date) {
  const waiting = new Map(
    hearers.flatMap(({ id, heldSince, heldUntil }) => (heldSince && heldUntil && at <= heldUntil ? [[id, heldUntil]] : [])),
  );
  const soon = told.filter(({ id }) => !waiting.has(id));
  return [
    ...tell(soon, about, now),
    ...told.flatMap((one) => tell(waiting.has(one.id) ? [one] : [], about, waiting.get(one.id) ?? now)),
  ];
}

/** Adds the viewer's comment to a thread, and tells those who take part in it. */
export const addingComment = act({
  facts: ({ threadId }: z.output<typeof AddComment>) => ({
    held: holdComments(threadId),
    thread: threadFacts(threadId),
    authors: authorsIn(threadId),
    hearers: hearersOf(threadId),
  }),
  decide({ rows, seal, viewer, now }, { threadId, text, mentions }) {
    const [thread] = rows.thread;
    if (!thread) throw notFound();
    allow(canReply(thread, rows.held[0]?.count ?? 0));
    const { itemId, ownerId, starterId } = thread;
    const readerIds = listFollowers(rows.hearers, ownerId, { authorId: starterId, at: thread.createdAt });
    allow(canMention(readerIds, mentions), 'mentions');
    const told = listNotified({ ownerId, readerIds, starterId, comments: rows.authors }, viewer.id, mentions);
    // a conversation that is held goes on held
    const at = starterId === viewer.id ? thread.createdAt : now;
    const commentId = newId();
    const sealed = seal(commentContent, { id: commentId, owner: ownerId, rev: 1 }, { text, mentions });
    return {
      changes: [
        addComment(commentId, threadId, sealed, now),
        settleTalk(threadId),
        ...tellOf(told, rows.hearers, { itemId, threadId, commentId, at }, now),
      ],
      answer: {
        comment: { commentId, threadId, rev: 1, createdAt: now.toISOString() },
        told: listToldNow(told, rows.hearers, at),
      },
    };
  },
});

/** Replaces the viewer's comment. A conflict brings the newer text; who is mentioned for the first time is told. */
export const editingComment = act({
  facts: ({ commentId }: z.output<typeof EditComment>) => ({
    held: holdComment(commentId),
    comment: commentFacts(commentId),
    hearers: hearersOf(commentId),
  }),
  decide({ rows, open, seal, viewer, now }, { commentId, rev, text, mentions }) {
    const [row] = rows.comment;
    if (!row) throw notFound();
    allow(canEdit(viewer.id, row));
    const { itemId, threadId, ownerId, starterId } = row;
    const before = openComment(open, ownerId, row);
    const added = mentions.filter((id) => !before.mentions.includes(id));
    const changed = [...added, ...before.mentions.filter((id) => !mentions.includes(id))];
    const readerIds = listFollowers(rows.hearers, ownerId, { authorId: starterId, at: row.begunAt });
    allow(canMention(readerIds, added), 'mentions');
    if (row.rev !== rev) throw conflict(before, 'You changed this comment somewhere else.');
    const told = listNewlyMentioned(readerIds, viewer.id, added);
    const sealed = seal(commentContent, { id: commentId, owner: ownerId, rev: rev + 1 }, { text, mentions });
    return {
      changes: [
        replaceComment(commentId, rev, sealed, now, null),
        // who is mentioned now instead of told, or no longer, is told of this comment once or not at all
        ...(changed.length > 0 ? [takeBackNotices(commentId, changed)] : []),
        ...tellOf(told, rows.hearers, { itemId, threadId, commentId, at: row.createdAt }, now),
      ],
      answer: {
        comment: { commentId, threadId, rev: rev + 1, editedAt: now.toISOString() },
        told: listToldNow(told, rows.hearers, row.createdAt),
      },
    };
  },
});

/** Deletes the viewer's comment: its place stays, its words go. Deleted already is fine. */
export const removingComment = act({
  facts: ({ commentId }: z.output<typeof RemoveComment>) => ({ held: holdComment(commentId), comment: commentFacts(commentId) }),
  decide({ rows, seal, viewer, now }, { commentId }) {
    const [row] = rows.comment;
    if (!row) throw notFound();
    allow(canDelete(viewer.id, row));
    const { threadId, ownerId, rev, editedAt } = row;
    const answer = { commentId, threadId };
    if (row.deletedAt !== null) return { changes: [], answer };
    const sealed = seal(commentContent, { id: commentId, owner: ownerId, rev: rev + 1 }, { text: '', mentions: [] });
    return { changes: [replaceComment(commentId, rev, sealed, editedAt, now), takeBackNotices(commentId, null)], answer };
  },
});
