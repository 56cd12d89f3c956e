import { type Decision, no, yes } from '../../kernel/decision.ts';
import type { MissionDocument } from '../mission.ts';

export const missionKeepings = ['saved', 'shared', 'restored', 'corrected', 'accepted'] as const;
/** Why a version was kept: by hand, because the mission was shared, an earlier one taken back, the manager's words, a suggestion. */
export type MissionKeeping = (typeof missionKeepings)[number];

export const missionKeepingWords: Record<MissionKeeping, string> = {
  saved: 'Saved',
  shared: 'Shared',
  restored: 'Restored',
  corrected: 'Corrected by the manager',
  accepted: 'Suggestion accepted',
};

/** A mission as it stood once; it never changes. `byId`: whose suggestion was taken. */
export type MissionVersion = { document: MissionDocument; why: MissionKeeping; word: string; byId: string | null };

/** How many versions one keeps by hand; what is shared, corrected or accepted is kept beyond. */
export const mostMissionVersions = 120;

/** Whether one more may be kept by hand. */
export function canKeepMission(count: number): Decision {
  return count < mostMissionVersions ? yes : no(`A mission keeps at most ${mostMissionVersions} versions that you save.`);
}

/** What a version brings back: the words. What has happened since (interviews, the conversation, the manager's words) stays. */
type Words = Pick<MissionDocument, 'statement' | 'objectives' | 'questions' | 'needs'>;

const wordsOf = ({ statement, objectives, questions, needs }: MissionDocument): Words => ({
  statement,
  objectives,
  questions,
  needs,
});

/** Whether two documents say the same, the manager's words included. */
export function saysTheSame(a: MissionDocument, b: MissionDocument): boolean {
  return a.corrections === b.corrections && JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}

/** The document `now` with the words of an earlier one. */
export function restoreWords(now: MissionDocument, earlier: MissionDocument): MissionDocument {
  return { ...now, ...wordsOf(earlier) };
}
