import { type Decision, no, yes } from '../kernel/decision.ts';

/** The council's words for a comment or for quoted words; one a person. */
export const reactionWords = ['strong', 'push', 'hold', 'careful'] as const;
export type ReactionWord = (typeof reactionWords)[number];

/** What each says, for whoever does not know it yet. */
export const reactionHints: Readonly<Record<ReactionWord, string>> = {
  strong: 'strong: keep it as it is',
  push: 'push: ask for more here',
  hold: 'hold: do not move on this',
  careful: 'careful: this may cost you',
};

/** A word as it is kept; of a mission as a whole that it was reviewed, and which revision of it. */
export type Reaction = { word: ReactionWord } | { word: 'reviewed'; rev: number };

/** A deleted comment takes no word any more. */
export function canReact(comment: { deletedAt: Date | null }): Decision {
  return comment.deletedAt === null ? yes : no('This comment was deleted.');
}

/** How often each word was said of one thing, by whom, in the order of the words; those that nobody said are left out. */
export function countWords<R extends { word: string; authorId: string }>(said: readonly R[]) {
  return reactionWords
    .map((word) => ({ word, authorIds: said.filter((one) => one.word === word).map(({ authorId }) => authorId) }))
    .filter(({ authorIds }) => authorIds.length > 0);
}
