import { allow } from '@parley/domain/kernel/decision';
import { StartThread, ThreadRef, ThreadsOf } from '@parley/domain/thread/input';
import { canResolve, canStart } from '@parley/domain/thread/policy';
import { notified } from '@parley/domain/thread/thread';
import { refuseOutsiders } from '../item/rows.ts';
import { findAudience, findItem } from '../item/store.ts';
import { read } from '../read.ts';
import { router, signedIn } from '../trpc.ts';
import { toldNow } from './comment-act.ts';
import { saveComment } from './comment-store.ts';
import * as store from './store.ts';
import { readersQuestion, threadsQuestion } from './view.ts';

export const threadRouter = router({
  list: read(ThreadsOf, threadsQuestion),

  readers: read(ThreadsOf, readersQuestion),

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
    const ids = told.map(({ id }) => id);
    return { threadId, comment, told: toldNow(ids, await store.findHeld(ctx, itemId)) };
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
