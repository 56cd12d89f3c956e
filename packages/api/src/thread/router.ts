import { allow } from '@parley/domain/kernel/decision';
import { StartThread, ThreadRef, ThreadsOf } from '@parley/domain/thread/input';
import { canResolve } from '@parley/domain/thread/policy';
import { notified } from '@parley/domain/thread/thread';
import { findNames } from '../identity/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { saveComment } from './comment/store.ts';
import * as store from './store.ts';

/** What `findNames` calls who is out of the viewer's sight. */
const formerMember = 'A former member';
const elsewhere = 'Somebody from another council';

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
    const readerIds = await store.findReadersFor(ctx, itemId, mentions);
    const threadId = await store.saveThread(ctx, ownerId, input);
    const comment = await saveComment(ctx, ownerId, threadId, { text, mentions });
    const told = notified({ ownerId, readerIds, starterId: null, comments: [] }, ctx.viewer.id, mentions);
    await store.saveNotices(ctx, { itemId, threadId }, told);
    return { threadId, comment, told: told.map(({ id }) => id) };
  }),

  resolve: signedIn.input(ThreadRef).mutation(async ({ ctx, input }) => {
    const thread = await store.findThread(ctx, input.threadId);
    allow(canResolve(ctx.viewer.id, thread.ownerId, thread));
    await store.saveResolved(ctx, thread.threadId, ctx.now);
    return { threadId: thread.threadId, resolvedAt: ctx.now.toISOString() };
  }),

  reopen: signedIn.input(ThreadRef).mutation(async ({ ctx, input }) => {
    const thread = await store.findThread(ctx, input.threadId);
    allow(canResolve(ctx.viewer.id, thread.ownerId, thread));
    await store.saveResolved(ctx, thread.threadId, null);
    return { threadId: thread.threadId, resolvedAt: null };
  }),
});
