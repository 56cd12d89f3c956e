import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
import { z } from 'zod';
import type { Scope } from '../trpc.ts';

const commentContent = z.object({ text: z.string(), mentions: z.array(z.string()) });
type CommentContent = z.infer<typeof commentContent>;

/** A comment as it reaches a screen. `text` is null once its author deleted it; names are in `people` beside. */
export type CommentEntry = {
  commentId: string;
  threadId: string;
  authorId: string;
  text: string | null;
  mentions: string[];
  rev: number;
  createdAt: string;
  editedAt: string | null;
};

type CommentRow = {
  id: string;
  threadId: string;
  authorId: string;
  rev: number;
  sealed: Uint8Array;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
};

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Opens a comment under the key of the item's owner. */
export async function openComment(scope: Scope, ownerId: string, row: CommentRow): Promise<CommentEntry> {
  const ref = { table: 'comment', id: row.id, owner: ownerId, rev: row.rev };
  const content = await scope.vault.open(ref, row.sealed, commentContent);
  return {
    commentId: row.id,
    threadId: row.threadId,
    authorId: row.authorId,
    text: row.deletedAt ? null : content.text,
    mentions: row.deletedAt ? [] : content.mentions,
    rev: row.rev,
    createdAt: row.createdAt.toISOString(),
    editedAt: iso(row.editedAt),
  };
}

/** The comment's row, opened, and the owner under whose key it is sealed. */
export async function findComment(scope: Scope, commentId: string) {
  const row = await scope.db.comment.findUnique({
    where: { id: commentId },
    include: { thread: { select: { id: true, itemId: true, item: { select: { ownerId: true } } } } },
  });
  if (!row) throw notFound();
  const { id: threadId, itemId, item } = row.thread;
  return { row, thread: { threadId, itemId }, ownerId: item.ownerId, entry: await openComment(scope, item.ownerId, row) };
}

/** Adds the viewer's comment to a thread. */
export async function saveComment(
  scope: Scope,
  ownerId: string,
  threadId: string,
  content: CommentContent,
): Promise<CommentEntry> {
  const id = newId();
  const sealed = await scope.vault.seal({ table: 'comment', id, owner: ownerId, rev: 1 }, content);
  const row = { id, threadId, authorId: scope.viewer.id, rev: 1, sealed, createdAt: scope.now };
  await scope.db.comment.createMany({ data: [row] });
  return openComment(scope, ownerId, { ...row, editedAt: null, deletedAt: null });
}

/** Replaces a comment at the revision that was read; otherwise a conflict with the newer text. */
export async function replaceComment(
  scope: Scope,
  ownerId: string,
  comment: { id: string; rev: number },
  content: CommentContent,
  times: { editedAt?: Date; deletedAt?: Date },
): Promise<void> {
  const rev = comment.rev + 1;
  const sealed = await scope.vault.seal({ table: 'comment', id: comment.id, owner: ownerId, rev }, content);
  const where = { id: comment.id, rev: comment.rev, deletedAt: null };
  const { count } = await scope.db.comment.updateMany({ where, data: { rev, sealed, ...times } });
  if (count === 0) throw conflict((await findComment(scope, comment.id)).entry, 'You changed this comment somewhere else.');
}
