import { z } from 'zod';
import { type Decision, no, yes } from '../kernel/decision.ts';
import { id, list, someProse } from '../kernel/input.ts';
import type { Feedback } from './mission.ts';

/** The frames in which a reviewer answers: three that begin a sentence, or the answer to the owner's own question. */
export const frames = ['like', 'wish', 'wonder', 'answer'] as const;
export type Frame = (typeof frames)[number];

const beginnings: Readonly<Record<Frame, string>> = { like: 'I like', wish: 'I wish', wonder: 'I wonder', answer: '' };

/** What is asked of a reviewer, frame by frame, with the label of its field. */
export function listFrames(feedback: Feedback | null): { frame: Frame; label: string }[] {
  if (feedback?.kind === 'question') return [{ frame: 'answer', label: feedback.question }];
  if (feedback === null) return [{ frame: 'answer', label: 'What would you say?' }];
  const asked = ['like', 'wish', 'wonder'] as const;
  return asked.map((frame) => ({ frame, label: `${beginnings[frame]} …` }));
}

const part = z.strictObject({
  frame: z.enum(frames, 'Answer in the frame that is asked for.'),
  text: someProse(1000, 'an answer, or leave it away'),
});

/** review.give: what the reviewer answered, frame by frame; without any it says that they have read it. */
export const GiveReview = z.strictObject({ missionId: id, parts: list(part, frames.length, 'answers') });

/** A review as the comment that it becomes, above an owner's own question the question; null when nothing was written. */
export function composeReview(feedback: Feedback | null, parts: z.output<typeof GiveReview>['parts']): string | null {
  if (parts.length === 0) return null;
  const asked = feedback?.kind === 'question' && parts.some(({ frame }) => frame === 'answer') ? [`> ${feedback.question}`] : [];
  const answers = frames.flatMap((frame) => parts.filter((one) => one.frame === frame));
  const say = ({ frame, text }: (typeof parts)[number]) => (frame === 'answer' ? text : `**${beginnings[frame]}** ${text}`);
  return [...asked, ...answers.map(say)].join('\n\n');
}

/** A mission is reviewed by somebody else than its owner. */
export function canReview(viewerId: string, ownerId: string): Decision {
  return viewerId === ownerId ? no('Somebody else reviews your mission.') : yes;
}
