import { type Decision, no, yes } from '../kernel/decision.ts';

/** Where a mission stands on its way to the manager. */
export const missionStates = ['private', 'inReview', 'shownToManager', 'corrected'] as const;
export type MissionState = (typeof missionStates)[number];

/** Which way the number should go. */
export const directions = ['rise', 'fall'] as const;
export type Direction = (typeof directions)[number];

/** What a need is about: the legs of a negotiation without pay. */
export const needLegs = ['budget', 'resources', 'support'] as const;
export type NeedLeg = (typeof needLegs)[number];

/**
 * A proof of the owner's library that a line points at, and what it lets others read: the outcome and the number. The words
 * stay when the proof is gone; to who is not the owner the line points at nothing.
 */
export type LineProof = { proofId: string | null; words: string };

/** Numbers are exact decimals as text; null is "not said yet". `id` is stable: threads hang on it. */
export type KeyResult = {
  id: string;
  metric: string;
  direction: Direction;
  start: string | null;
  target: string | null;
  current: string | null;
  unit: string;
  due: string | null;
  firstNinetyDays: boolean;
  proof: LineProof | null;
};

export type Objective = { id: string; title: string; keyResults: KeyResult[] };

/** Something to ask in an interview. `lineId`: the objective, key result or need it is about. */
export type Question = {
  id: string;
  text: string;
  lineId: string | null;
  asked: boolean;
  answered: boolean;
  answer: string;
};

/** Money for a need, in the currency's smallest unit. */
export type NeedAmount = { minor: number; currency: string };

/** What it takes to succeed. `keyResultId`: the key result it serves. */
export type Need = {
  id: string;
  leg: NeedLeg;
  text: string;
  amount: NeedAmount | null;
  keyResultId: string | null;
  proof: LineProof | null;
};

/** What kind of feedback the owner asks for: in kind, or by a question of their own. */
export type Feedback = { kind: 'likeWishWonder' } | { kind: 'question'; question: string };

/** The live conversation in which the draft is shown. */
export const conversationChannels = ['call', 'video', 'inPerson'] as const;
export type ConversationChannel = (typeof conversationChannels)[number];
export type Conversation = { on: string; channel: ConversationChannel };

/** The whole mission as its owner writes it. `corrections`: the manager's own words. */
export type MissionDocument = {
  statement: string;
  objectives: Objective[];
  questions: Question[];
  needs: Need[];
  feedback: Feedback | null;
  interviewsHeld: number;
  conversation: Conversation | null;
  corrections: string;
};

export const emptyMission: MissionDocument = {
  statement: '',
  objectives: [],
  questions: [],
  needs: [],
  feedback: null,
  interviewsHeld: 0,
  conversation: null,
  corrections: '',
};

export const mostObjectives = 5;
export const fewestObjectives = 2;
export const mostKeyResults = 6;
export const mostQuestions = 24;
export const mostNeeds = 20;

/** The key results of all objectives, in the order of the page. */
export function listKeyResults(document: Pick<MissionDocument, 'objectives'>): KeyResult[] {
  return document.objectives.flatMap((objective) => objective.keyResults);
}

/** The need with this id, or null. */
export function findNeed(document: Pick<MissionDocument, 'needs'>, needId: string): Need | null {
  return document.needs.find((need) => need.id === needId) ?? null;
}

/** The key result with this id, or null. */
export function findKeyResult(document: Pick<MissionDocument, 'objectives'>, id: string): KeyResult | null {
  return listKeyResults(document).find((result) => result.id === id) ?? null;
}

/** True when a key result says from where to where, so that progress can be counted. */
export function hasNumber(result: Pick<KeyResult, 'start' | 'target'>): boolean {
  return result.start !== null && result.target !== null;
}

/** A thread may begin on each of these: the whole, the statement, and every line that has an id. */
export function listBlocks(document: MissionDocument): { id: string; label: string }[] {
  return [
    { id: 'item', label: 'Mission' },
    { id: 'statement', label: document.statement || 'Statement' },
    ...document.objectives.flatMap((objective) => [
      { id: objective.id, label: objective.title },
      ...objective.keyResults.map(({ id, metric }) => ({ id, label: metric })),
    ]),
    ...document.questions.map(({ id, text }) => ({ id, label: text })),
    ...document.needs.map(({ id, text }) => ({ id, label: text })),
    { id: 'corrections', label: "The manager's corrections" },
  ];
}

/**
 * Where a mission stands: until the manager sees it that follows from whether somebody else reads it, so that what is read
 * by others is never called private. `kept` is what its owner last set.
 */
export function standingState(kept: MissionState, isRead: boolean): MissionState {
  if (kept === 'shownToManager' || kept === 'corrected') return kept;
  return isRead ? 'inReview' : 'private';
}

/** The states to which a mission may go from where it stands. It comes into review by being shared, and by nothing else. */
export function listNextStates(from: MissionState, isRead: boolean): readonly MissionState[] {
  const draft = standingState('private', isRead);
  const next: Record<MissionState, readonly MissionState[]> = {
    private: [],
    inReview: ['private', 'shownToManager'],
    shownToManager: [draft, 'corrected'],
    corrected: [draft, 'shownToManager'],
  };
  return next[from];
}

/**
 * Whether the mission may go to another state: one step forward or back, and after a correction it may be reviewed
 * or shown again. It is corrected only when the manager's words are written down. To make it private ends its shares.
 */
export function canBecome(document: MissionDocument, from: MissionState, to: MissionState, isRead: boolean): Decision {
  if (from === to) return no('The mission is already in this state.');
  if (to === 'inReview' && !isRead)
    return no('Share it with your council: it is in review as long as somebody there can read it.');
  if (!listNextStates(from, isRead).includes(to))
    return no(`A mission goes ${missionStates.map(stateName).join(' → ')}, step by step.`);
  if (to !== 'private' && document.statement.trim() === '') return no('Write the mission in a sentence or two first.');
  if (to === 'corrected' && document.corrections.trim() === '')
    return no("Write down the manager's corrections in their words first.");
  return yes;
}

/** A state in the words of the screen. */
export function stateName(state: MissionState): string {
  const names: Record<MissionState, string> = {
    private: 'private',
    inReview: 'in review by the council',
    shownToManager: 'shown to the manager',
    corrected: 'corrected',
  };
  return names[state];
}
