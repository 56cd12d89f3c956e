import type { AppRouter } from '@parley/api/router';
import type { Turn, TurnKind } from '@parley/domain/meeting/agenda';
import type { inferRouterOutputs } from '@trpc/server';

export type MeetingPage = inferRouterOutputs<AppRouter>['meeting']['page'];
export type Going = NonNullable<MeetingPage['meeting']>;
export type Past = MeetingPage['past'][number];

const titles: Record<Exclude<TurnKind, 'update' | 'item' | 'help'>, string> = {
  pulse: 'Check-in',
  review: 'Two-weekly review',
  commit: 'New commitments',
  closing: 'Plus and delta',
};

/** What a turn is called: `Ben: update`, `Plus and delta`. */
export function titleOf({ kind, speakerId }: Turn, { names, viewerId }: Pick<MeetingPage, 'names' | 'viewerId'>): string {
  if (kind !== 'update' && kind !== 'item' && kind !== 'help') return titles[kind];
  const who = speakerId === viewerId ? 'You' : ((speakerId && names[speakerId]) ?? 'Somebody who left');
  if (kind === 'update') return `${who}: update`;
  return kind === 'help' ? `${who}: help wanted` : `${who}: feedback wanted`;
}

/** What is done in a turn, in a sentence. */
export const turnSentences: Record<TurnKind, string> = {
  pulse: 'How do you come in, 0 to 10, and why? A sentence each.',
  update: 'What has happened since last time, and what came of the commitments. The others listen.',
  item: 'Open it, give your read, then talk. The owner decides.',
  help: 'The kind of feedback first, then the question. I like, I wish, I wonder.',
  review: 'Two weeks back: what worked in the search, what did not, what each of you does otherwise.',
  commit: 'What will each of you do until you meet again?',
  closing: 'What was good about this meeting, and what do you want to do otherwise?',
};
