import { allow } from '@parley/domain/kernel/decision';
import { invalid } from '@parley/domain/kernel/error';
import { AddComment, EditComment, RemoveComment, StartThread, ThreadRef, ThreadsOf } from '@parley/domain/thread/input';
import { canDelete, canEdit, canMention, canReply, canResolve } from '@parley/domain/thread/policy';
import { newlyMentioned, notified } from '@parley/domain/thread/thread';
import { findNames } from '../identity/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import * as store from './store.ts';

/** What `findNames` calls who is out of the viewer's sight. */
const formerMember = 'A former member';
const elsewhere = 'Somebody from another council';

/** Readers of the item, after making sure that all who are mentioned are among them. */
async function readersFor(scope: Scope, itemId: string, mentions: readonly string[]): Promise<string[]> {
  const readerIds = await store.findReaderIds(scope, itemId);
  const decision = canMention(readerIds, mentions);
  if (!decision.allowed) throw invalid('mentions', decision.reason);
  return readerIds;
}

/** Who is out of the viewer's sight but still reads: a member of another council of the owner, unnamed here. */
async function names(scope: Scope, itemId: string, ids: Iterable<string>): Promise<Record<string, string>> {
  const known = await findNames(scope, [...new Set(ids)]);
  const unseen = [...known].filter(([, name]) => name === formerMember).map(([id]) => id);
  const readerIds = unseen.length > 0 ? await store.findReaderIds(scope, itemId) : [];
  for (const id of unseen) if (readerIds.includes(id)) known.set(id, elsewhere);
  return Object.fromEntries(known);
}

export const threadRouter = router({
  list: signedIn.input(ThreadsOf).query(async ({ ctx, input }) => {
    const threads = await store.findThreads(ctx, input.itemId);
    const people = threads.flatMap((thread) => [
      thread.starterId,
      ...(thread.resolvedById ? [thread.resolvedById] : []),
      ...thread.comments.flatMap((comment) => [comment.authorId, ...comment.mentions]),
    ]);
    return { threads, people: await names(ctx, input.itemId, people) };
  }),

  readers: signedIn.input(ThreadsOf).query(async ({ ctx, input }) => {
    const readerIds = await store.findReaderIds(ctx, input.itemId);
    const known = await names(ctx, input.itemId, readerIds);
    const ownerId = await store.findOwner(ctx, input.itemId);
    const named = (name: string | undefined) => (name === undefined || name === elsewhere ? null : name);
    return { ownerId, readers: readerIds.map((id) => ({ id, name: named(known[id]) })) };
  }),

  start: signedIn.input(StartThread).mutation(async ({ ctx, input }) => {
    const { itemId, text, mentions } = input;
    const ownerId = await store.findOwner(ctx, itemId);
    const readerIds = await readersFor(ctx, itemId, mentions);
    const threadId = await store.saveThread(ctx, ownerId, input);
    const comment = await store.saveComment(ctx, ownerId, threadId, { text, mentions });
    const told = notified({ ownerId, readerIds, starterId: null, comments: [] }, ctx.viewer.id, mentions);
    await store.saveNotices(ctx, { itemId, threadId }, told);
    return { threadId, comment, told: told.map(({ id }) => id) };
  }),

  resolve: signedIn.input(ThreadRef).mutation(async ({ ctx, input }) => {
    const thread = await store.findThread(ctx, input.threadId);
    allow(canResolve(ctx.viewer.id, thread.ownerId, thread));
    await store.saveResolved(ctx, thread.id, ctx.now);
    return { threadId: thread.id, resolvedAt: ctx.now.toISOString() };
  }),

  reopen: signedIn.input(ThreadRef).mutation(async ({ ctx, input }) => {
    const thread = await store.findThread(ctx, input.threadId);
    allow(canResolve(ctx.viewer.id, thread.ownerId, thread));
    await store.saveResolved(ctx, thread.id, null);
    return { threadId: thread.id, resolvedAt: null };
  }),
});

export const commentRouter = router({
  add: signedIn.input(AddComment).mutation(async ({ ctx, input }) => {
    const { text, mentions } = input;
    const thread = await store.findThread(ctx, input.threadId);
    allow(canReply(thread));
    const readerIds = await readersFor(ctx, thread.itemId, mentions);
    const comment = await store.saveComment(ctx, thread.ownerId, thread.id, { text, mentions });
    const told = notified({ ...thread, readerIds }, ctx.viewer.id, mentions);
    await store.saveNotices(ctx, { itemId: thread.itemId, threadId: thread.id }, told);
    return { comment, told: told.map(({ id }) => id) };
  }),

  edit: signedIn.input(EditComment).mutation(async ({ ctx, input }) => {
    const { text, mentions } = input;
    const { row, thread, entry } = await store.findComment(ctx, input.commentId);
    allow(canEdit(ctx.viewer.id, row));
    const added = mentions.filter((id) => !entry.mentions.includes(id));
    const readerIds = await readersFor(ctx, thread.itemId, added);
    const editedAt = ctx.now;
    await store.replaceComment(ctx, thread.ownerId, { id: row.id, rev: input.rev }, { text, mentions }, { editedAt });
    const told = newlyMentioned(readerIds, ctx.viewer.id, added);
    await store.saveNotices(ctx, { itemId: thread.itemId, threadId: thread.id }, told);
    return { comment: (await store.findComment(ctx, row.id)).entry, told: told.map(({ id }) => id) };
  }),

  remove: signedIn.input(RemoveComment).mutation(async ({ ctx, input }) => {
    const { row, thread } = await store.findComment(ctx, input.commentId);
    allow(canDelete(ctx.viewer.id, row));
    const empty = { text: '', mentions: [] };
    if (row.deletedAt === null) await store.replaceComment(ctx, thread.ownerId, row, empty, { deletedAt: ctx.now });
    return { commentId: row.id, threadId: thread.id };
  }),
});
