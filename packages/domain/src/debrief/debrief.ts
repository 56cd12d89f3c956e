import type { Stage } from '../opportunity/opportunity.ts';

/** What was debriefed: an interview, or a call of the negotiation. */
export const debriefKinds = ['interview', 'negotiation'] as const;
export type DebriefKind = (typeof debriefKinds)[number];

export const debriefChannels = ['in person', 'video', 'phone', 'mail', 'chat'] as const;
export type DebriefChannel = (typeof debriefChannels)[number];

export const outcomes = ['advanced', 'rejected', 'offer', 'withdrew', 'none'] as const;
export type DebriefOutcome = (typeof outcomes)[number];

/** A civil day, or a moment with the zone it was agreed in. */
export type DebriefTime = { type: 'day'; day: string } | { type: 'moment'; at: string; zone: string };

export type DebriefQuestion = { id: string; text: string };

/** What the owner writes. Confidence is 0-10; null where it is not given yet. */
export type DebriefDocument = {
  kind: DebriefKind;
  time: DebriefTime | null;
  withWhom: string;
  channel: DebriefChannel | null;
  said: string;
  felt: string;
  inferred: string;
  questions: DebriefQuestion[];
  confidenceBefore: number | null;
  confidenceAfter: number | null;
  change: string;
};

/** The blocks of a debrief that a thread can be about, with what they are called. */
export const debriefBlocks = {
  said: 'What they said',
  felt: 'What I felt',
  inferred: 'What I infer',
  questions: 'Questions asked',
  change: 'One thing I change',
} as const;

/** An empty debrief of this kind, to be filled in place. */
export function blankDebrief(kind: DebriefKind): DebriefDocument {
  return {
    kind,
    time: null,
    withWhom: '',
    channel: null,
    said: '',
    felt: '',
    inferred: '',
    questions: [],
    confidenceBefore: null,
    confidenceAfter: null,
    change: '',
  };
}

/** What a later stage says about a conversation before it: null where it says nothing. */
export function outcomeFrom(stage: Stage): DebriefOutcome | null {
  if (stage === 'lead' || stage === 'applied') return null;
  if (stage === 'screen' || stage === 'interview' || stage === 'final') return 'advanced';
  if (stage === 'rejected') return 'rejected';
  return stage === 'withdrawn' ? 'withdrew' : 'offer';
}

/** The day or moment as text that sorts: later is greater; a debrief without a time sorts first. */
export function timeKey(time: DebriefTime | null): string {
  if (time === null) return '';
  return time.type === 'day' ? time.day : time.at;
}

/** "Interview with the hiring manager", "Negotiation call". */
export function debriefTitle(debrief: Pick<DebriefDocument, 'kind' | 'withWhom'>): string {
  const what = debrief.kind === 'interview' ? 'Interview' : 'Negotiation call';
  return debrief.withWhom === '' ? what : `${what} with ${debrief.withWhom}`;
}
