import { expect, it } from 'vitest';
import { canReview, composeReview, GiveReview, listFrames } from './review.ts';

const missionId = '0197f7a0-0000-7000-8000-000000000000';
const own = { kind: 'question', question: 'Is the first objective this job?' } as const;

it('is asked for in the frame that the owner chose', () => {
  expect(listFrames({ kind: 'likeWishWonder' }).map(({ label }) => label)).toEqual(['I like …', 'I wish …', 'I wonder …']);
  expect(listFrames(own)).toEqual([{ frame: 'answer', label: 'Is the first objective this job?' }]);
  expect(listFrames(null)).toEqual([{ frame: 'answer', label: 'What would you say?' }]);
});

it('becomes one comment, in the order of the frames', () => {
  const parts = [
    { frame: 'wonder' as const, text: 'who decides.' },
    { frame: 'like' as const, text: 'the first objective.' },
  ];
  expect(composeReview({ kind: 'likeWishWonder' }, parts)).toBe('**I like** the first objective.\n\n**I wonder** who decides.');
  expect(composeReview(own, [{ frame: 'answer', text: 'Half of it.' }])).toBe(
    '> Is the first objective this job?\n\nHalf of it.',
  );
  expect(composeReview(null, [])).toBeNull();
});

it('takes no empty answer and no frame of its own', () => {
  expect(GiveReview.safeParse({ missionId, parts: [] }).success).toBe(true);
  expect(GiveReview.safeParse({ missionId, parts: [{ frame: 'like', text: ' ' }] }).success).toBe(false);
  expect(GiveReview.safeParse({ missionId, parts: [{ frame: 'hate', text: 'it' }] }).success).toBe(false);
});

it('is given by somebody else', () => {
  expect(canReview('ben', 'ana').allowed).toBe(true);
  expect(canReview('ana', 'ana').allowed).toBe(false);
});
