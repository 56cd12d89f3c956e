import { expect, it } from 'vitest';
import { ReactToComment } from './input.ts';
import { canReact, countWords } from './reaction.ts';

const commentId = '0197f7a0-0000-7000-8000-000000000000';

it('is one of four words, or none any more', () => {
  expect(ReactToComment.safeParse({ commentId, word: 'push' }).success).toBe(true);
  expect(ReactToComment.safeParse({ commentId, word: null }).success).toBe(true);
  for (const word of ['reviewed', 'like', '']) expect(ReactToComment.safeParse({ commentId, word }).success).toBe(false);
});

it('is said of what stands', () => {
  expect(canReact({ deletedAt: null }).allowed).toBe(true);
  expect(canReact({ deletedAt: new Date(0) }).allowed).toBe(false);
});

it('is counted by its word, in one order', () => {
  const said = [
    { word: 'careful', authorId: 'ben' },
    { word: 'strong', authorId: 'cara' },
    { word: 'careful', authorId: 'dan' },
    { word: 'reviewed', authorId: 'eva' },
  ];
  expect(countWords(said)).toEqual([
    { word: 'strong', authorIds: ['cara'] },
    { word: 'careful', authorIds: ['ben', 'dan'] },
  ]);
});
