import { fewestObjectives, hasNumber, type MissionDocument } from './mission.ts';

/** One line of the checklist before the manager sees the mission. `missing` says what to do, empty when it is done. */
export type Check = {
  name: 'interviews' | 'conversation' | 'peer' | 'numbers';
  title: string;
  done: boolean;
  missing: string;
};

/** What of a mission's surroundings the checklist needs: how many comments come from somebody else. */
export type Surroundings = { peerComments: number };

const interviewsWanted = 2;

/**
 * The checklist before showing the mission to the manager: two interviews held, a live conversation planned, one peer
 * has reviewed, every objective has a key result with a number. It informs; the owner decides.
 */
export function checkReadiness(document: MissionDocument, { peerComments }: Surroundings): Check[] {
  const bare = document.objectives.filter(({ keyResults }) => !keyResults.some(hasNumber)).length;
  const numbered = document.objectives.length > 0 && bare === 0;
  const missingInterviews = interviewsWanted - document.interviewsHeld;
  return [
    check('interviews', 'At least two interviews held', missingInterviews <= 0, `${missingInterviews} more to hold.`),
    check('conversation', 'A live conversation planned', document.conversation !== null, 'Say when, and how. Not by mail.'),
    check('peer', 'One peer has reviewed it', peerComments > 0, 'Share it and ask for feedback.'),
    check('numbers', 'Every objective has a key result with a number', numbered, missingNumbers(document, bare)),
  ];
}

/** True when nothing on the checklist is missing. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every(({ done }) => done);
}

/** What to remark about the number of objectives, or null. Too few is a remark, never a refusal. */
export function objectivesRemark(document: Pick<MissionDocument, 'objectives'>): string | null {
  if (document.objectives.length >= fewestObjectives) return null;
  return 'Two to five objectives make a mission that can be corrected.';
}

function check(name: Check['name'], title: string, done: boolean, missing: string): Check {
  return { name, title, done, missing: done ? '' : missing };
}

function missingNumbers(document: MissionDocument, bare: number): string {
  if (document.objectives.length === 0) return 'Write the objectives first.';
  return bare === 1 ? 'One objective has none.' : `${bare} objectives have none.`;
}
