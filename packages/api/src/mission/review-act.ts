import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { canReview, composeReview, type GiveReview } from '@parley/domain/mission/review';
import { canStart, listFollowers, listNotified } from '@parley/domain/thread/policy';
import type { z } from 'zod';
import { tell } from '../tell.ts';
import { addComment, commentContent, hearersOf } from '../thread/comment-rows.ts';
import { keepReaction, reactionBind, reactionContent } from '../thread/reaction-rows.ts';
import { addThread, holdThreads, threadContent } from '../thread/rows.ts';
import { act, type Facts } from '../write.ts';
import { missionOf, openMission } from './rows.ts';

const reviewFacts = (missionId: string) => ({
  held: holdThreads(missionId),
  mission: missionOf(missionId),
  hearers: hearersOf(missionId),
});

type Said = { missionId: string; ownerId: string; text: string };

/** The conversation that a review begins, and its notice to the owner. */
function begin({ rows, seal, viewer, now }: Facts<ReturnType<typeof reviewFacts>>, { missionId, ownerId, text }: Said) {
  allow(canStart(rows.held[0]?.count ?? 0));
  const readerIds = listFollowers(rows.hearers, ownerId, { authorId: viewer.id, at: now });
  const told = listNotified({ ownerId, readerIds, starterId: null, comments: [] }, viewer.id, []);
  const [threadId, commentId] = [newId(), newId()];
  const named = seal(threadContent, { id: threadId, owner: ownerId, rev: 1 }, { label: 'The mission as a whole', quote: null });
  const said = seal(commentContent, { id: commentId, owner: ownerId, rev: 1 }, { text, mentions: [] });
  return [
    addThread(threadId, missionId, 'item', named, now),
    addComment(commentId, threadId, said, now),
    ...tell(told, { itemId: missionId, threadId, commentId }, now),
  ];
}

/**
 * Says that the viewer has reviewed the mission as it is now; what they answered begins a conversation about the whole.
 * When the share was taken back meanwhile, nothing of it is kept here: it stays with who wrote it.
 */
export const givingReview = act({
  facts: ({ missionId }: z.output<typeof GiveReview>) => reviewFacts(missionId),
  decide(given, { missionId, parts }) {
    const { rows, open, seal, viewer, now } = given;
    const [row] = rows.mission;
    if (!row) throw notFound();
    const { ownerId, rev, document } = openMission(open, row);
    allow(canReview(viewer.id, ownerId));
    const seen = seal(reactionContent, reactionBind(missionId, viewer.id, ownerId), { word: 'reviewed', rev });
    const reviewed = keepReaction(missionId, missionId, null, seen, now);
    const text = composeReview(document.feedback, parts);
    const answers = text === null ? [] : begin(given, { missionId, ownerId, text });
    return { changes: [reviewed, ...answers], answer: { rev } };
  },
});
