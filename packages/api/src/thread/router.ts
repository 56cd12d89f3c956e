import { allow } from '@parley/domain/kernel/decision';
import { StartThread, ThreadRef, ThreadsOf } from '@parley/domain/thread/input';
import { canResolve, canStart } from '@parley/domain/thread/policy';
import { notified } from '@parley/domain/thread/thread';
import { findNames } from '../identity/store.ts';
import { findAudience, findItem, findReaderIds, refuseOutsiders } from '../item/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { saveComment } from './comment-store.ts';
import * as store from './store.ts';

async function names(scope: Scope, ids: readonly string[]): Promise<Record<string, string>> {
  return Object.fromEntries(await findNames(scope, [...new Set(ids)]));
}

export const threadRouter = router({
  list: signedIn.input(ThreadsOf).query(async ({ ctx, input }) => {
    const { itemId } = input;
    const { ownerId } = await findItem(ctx, itemId);
    const threads = await store.findThreads(ctx, { itemId, ownerId }, await findAudience(ctx, itemId, ownerId));
    const people = threads.flatMap((thread) => [
      thread.starterId,
      ...(thread.resolvedById ? [thread.resolvedById] : []),
      ...thread.comments.flatMap((comment) => [comment.authorId, ...comment.mentions]),
    ]);
    return { threads, people: await names(ctx, people) };
  }),

  readers: signedIn.input(ThreadsOf).query(async ({ ctx, input }) => {
    const { ownerId } = await findItem(ctx, input.itemId);
    const readerIds = await findReaderIds(ctx, input.itemId);
    const known = await names(ctx, readerIds);
    return { ownerId, readers: readerIds.map((id) => ({ id, name: known[id] ?? '' })) };
  }),

  start: signedIn.input(StartThread).mutation(async ({ ctx, input }) => {
    const { itemId, text, mentions } = input;
    const { ownerId } = await findItem(ctx, itemId);
    allow(canStart(await store.holdThreads(ctx, itemId)));
    const readerIds = (await findAudience(ctx, itemId, ownerId)).of({ authorId: ctx.viewer.id, at: ctx.now });
    refuseOutsiders(readerIds, mentions);
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
