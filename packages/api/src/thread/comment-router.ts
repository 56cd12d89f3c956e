import { allow } from '@parley/domain/kernel/decision';
import { AddComment, EditComment, RemoveComment } from '@parley/domain/thread/input';
import { canDelete, canEdit } from '@parley/domain/thread/policy';
import { newlyMentioned } from '@parley/domain/thread/thread';
import { refuseOutsiders } from '../item/rows.ts';
import { findAudience } from '../item/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { write } from '../write.ts';
import { addingComment, toldNow } from './comment-act.ts';
import * as store from './comment-store.ts';
import { findHeld, findThread, saveNotices, type ThreadFacts } from './store.ts';

/** Who can follow the conversation, after making sure that all who are mentioned are among them. */
async function readersFor(scope: Scope, thread: ThreadFacts, mentions: readonly string[]): Promise<string[]> {
  const audience = await findAudience(scope, thread.itemId, thread.ownerId);
  const readerIds = audience.of({ authorId: thread.starterId, at: thread.createdAt });
  refuseOutsiders(readerIds, mentions);
  return readerIds;
}

export const commentRouter = router({
  add: write(AddComment, addingComment),

  edit: signedIn.input(EditComment).mutation(async ({ ctx, input }) => {
    const { text, mentions, rev } = input;
    const { row, ownerId, entry } = await store.findComment(ctx, input.commentId);
    allow(canEdit(ctx.viewer.id, row));
    const added = mentions.filter((id) => !entry.mentions.includes(id));
    const thread = await findThread(ctx, row.threadId);
    const readerIds = await readersFor(ctx, thread, added);
    await store.replaceComment(ctx, ownerId, { id: row.id, rev }, { text, mentions }, { editedAt: ctx.now });
    const told = newlyMentioned(readerIds, ctx.viewer.id, added);
    await saveNotices(ctx, thread, told);
    const ids = told.map(({ id }) => id);
    const held = await findHeld(ctx, thread.itemId);
    return { comment: (await store.findComment(ctx, row.id)).entry, told: toldNow(ids, held) };
  }),

  remove: signedIn.input(RemoveComment).mutation(async ({ ctx, input }) => {
    const { row, thread, ownerId } = await store.findComment(ctx, input.commentId);
    allow(canDelete(ctx.viewer.id, row));
    const empty = { text: '', mentions: [] };
    if (row.deletedAt === null) await store.replaceComment(ctx, ownerId, row, empty, { deletedAt: ctx.now });
    return { commentId: row.id, threadId: thread.threadId };
  }),
});
