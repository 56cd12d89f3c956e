import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { AcceptSuggestion, DeclineSuggestion, MakeSuggestion } from '@parley/domain/suggestion/input';
import { canAnswer, canSuggestOn } from '@parley/domain/suggestion/policy';
import { listFollowers } from '@parley/domain/thread/policy';
import type { z } from 'zod';
import { itemFacts } from '../share/rows.ts';
import { tell } from '../tell.ts';
import { beginFacts, beginThread } from '../thread/act.ts';
import { addComment, commentContent, hearersOf } from '../thread/comment-rows.ts';
import { settleThread, threadContent } from '../thread/rows.ts';
import { addSuggestion, answerSuggestion, holdSuggestion, openSuggestion, suggestionContent } from '../thread/suggestion-rows.ts';
import { act, type Facts } from '../write.ts';
import { takeInto, textFacts } from './text-act.ts';

/** Suggests other words for a quote: a conversation about it, which the owner of the text answers. */
export const makingSuggestion = act({
  facts: ({ itemId }: z.output<typeof MakeSuggestion>) => ({ ...beginFacts(itemId), about: itemFacts(itemId) }),
  decide(given, { words, ...input }) {
    const [item] = given.rows.about;
    if (!item) throw notFound();
    allow(canSuggestOn(item.kind));
    const begun = beginThread(given, input, 'suggested');
    const { threadId } = begun.answer;
    const bind = { id: threadId, owner: item.ownerId, rev: 1 };
    const sealed = given.seal(suggestionContent, bind, { words, taken: null });
    return { changes: [...begun.changes, addSuggestion(threadId, sealed)], answer: begun.answer };
  },
});

const answerFacts = (threadId: string) => ({ suggestion: holdSuggestion(threadId), hearers: hearersOf(threadId) });
type Answering = Facts<ReturnType<typeof answerFacts>>;

/** The suggestion that is answered, with the quote it is about. */
function openHeld({ rows, open, viewer }: Answering) {
  const [row] = rows.suggestion;
  if (!row) throw notFound();
  allow(canAnswer(viewer.id, row));
  const { quote } = open(threadContent, { id: row.threadId, owner: row.ownerId, rev: 1 }, row.named);
  return { ...row, quote, ...openSuggestion(open, row.ownerId, row) };
}
type Held = ReturnType<typeof openHeld>;

/** The answer: the suggestion is settled with its conversation, and who made it is told. */
function answering({ rows, seal, viewer, now }: Answering, held: Held, state: 'accepted' | 'declined', taken: string | null) {
  const { threadId, itemId, ownerId, starterId, begunAt, rev, words } = held;
  const readerIds = listFollowers(rows.hearers, ownerId, { authorId: starterId, at: begunAt });
  const told = [starterId].filter((id) => id !== viewer.id && readerIds.includes(id));
  const sealed = seal(suggestionContent, { id: threadId, owner: ownerId, rev: rev + 1 }, { words, taken });
  return [
    answerSuggestion(threadId, rev, state, sealed),
    settleThread(threadId, now),
    ...tell(
      told.map((id) => ({ id, kind: 'suggestionAnswered' as const })),
      { itemId, threadId },
      now,
    ),
  ];
}

/**
 * Puts the words where the quote stands now: the next revision of the text, and a version of it that names who suggested
 * them. What stands there must be what the owner saw, so that an edit that came between is never overwritten.
 */
export const acceptingSuggestion = act({
  facts: ({ threadId }: z.output<typeof AcceptSuggestion>) => ({ ...textFacts(threadId), ...answerFacts(threadId) }),
  decide(given, { seen, words }) {
    const held = openHeld(given);
    const { changes, rev, versionId } = takeInto(given, held, { seen, words });
    return {
      changes: [...changes, ...answering(given, held, 'accepted', words)],
      answer: { threadId: held.threadId, rev, versionId },
    };
  },
});

/** Leaves the text as it is, with a word of the owner's where they give one. */
export const decliningSuggestion = act({
  facts: ({ threadId }: z.output<typeof DeclineSuggestion>) => answerFacts(threadId),
  decide(given, { threadId, text }) {
    const held = openHeld(given);
    const commentId = newId();
    const bind = { id: commentId, owner: held.ownerId, rev: 1 };
    const said =
      text.trim() === ''
        ? []
        : [addComment(commentId, threadId, given.seal(commentContent, bind, { text: text.trim(), mentions: [] }), given.now)];
    return { changes: [...said, ...answering(given, held, 'declined', null)], answer: { threadId } };
  },
});
