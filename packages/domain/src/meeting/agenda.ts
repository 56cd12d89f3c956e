import { type HelpLength, helpMinutes } from '../help/help.ts';

/** What a turn of a meeting is about. `all`: nobody speaks alone. */
export const turnKinds = ['pulse', 'update', 'item', 'help', 'review', 'commit', 'closing'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** One turn: who has the floor, about what, for how many minutes. The words stay where they are; a turn names them by id. */
export type Turn = { kind: TurnKind; speakerId: string | null; subjectId: string | null; minutes: number };

/** Minutes of each part; an update is five a member, with its signal at four. */
export const turnMinutes = { pulse: 5, update: 5, item: 5, review: 10, commit: 5, closing: 5 } as const;

/** What a meeting has to go through. */
export type Waiting = {
  memberIds: readonly string[];
  /** Open requests: who asked, how long. */
  help: readonly { helpId: string; askerId: string; length: HelpLength; at: string }[];
  /** Items shared with the whole council that wait for feedback. */
  items: readonly { itemId: string; ownerId: string }[];
  /** Whether two weeks have passed since the council last looked back. */
  review: boolean;
};

/** A meeting that was held: when it began, and what it went through. */
type Held = { startedAt: string; endedAt: string | null; turns: readonly Pick<Turn, 'kind'>[] };

/** A day less than two weeks: the meeting may be moved by some hours. */
const reviewAfter = 13 * 86_400_000;

/** Whether a look back is due: two weeks after the last one, or after the first meeting that is known, whatever the rhythm. */
export function isReviewDue(meetings: readonly Held[], now: Date): boolean {
  const held = meetings.filter(({ endedAt }) => endedAt !== null).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  const last = held.findLast(({ turns }) => turns.some(({ kind }) => kind === 'review')) ?? held[0];
  return last !== undefined && now.getTime() - Date.parse(last.startedAt) >= reviewAfter;
}

/**
 * The turns of a meeting, in their order: check-in, an update of each member with what they had committed to, items that
 * wait for feedback, help requests short before long, every two weeks a look back, commitments, plus and delta.
 * Minutes are whole. Source: the usual parts of a council's meeting.
 */
export function buildAgenda({ memberIds, help, items, review }: Waiting): Turn[] {
  const all = (kind: 'pulse' | 'review' | 'commit' | 'closing'): Turn => {
    return { kind, speakerId: null, subjectId: null, minutes: turnMinutes[kind] };
  };
  const rank = { short: 0, long: 1 };
  const wanted = help.toSorted((a, b) => rank[a.length] - rank[b.length] || a.at.localeCompare(b.at));
  return [
    all('pulse'),
    ...memberIds.map((speakerId) => ({ kind: 'update' as const, speakerId, subjectId: null, minutes: turnMinutes.update })),
    ...items.map(({ itemId, ownerId }) => {
      return { kind: 'item' as const, speakerId: ownerId, subjectId: itemId, minutes: turnMinutes.item };
    }),
    ...wanted.map(({ helpId, askerId, length }) => {
      return { kind: 'help' as const, speakerId: askerId, subjectId: helpId, minutes: helpMinutes[length] };
    }),
    ...(review ? [all('review')] : []),
    all('commit'),
    all('closing'),
  ];
}

/** How long the turns take together, in minutes. */
export function lengthOf(turns: readonly Pick<Turn, 'minutes'>[]): number {
  return turns.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** How a turn's time stands. `signal`: one minute before the end has come, as at four of five. */
export type Clock = { left: number; signal: boolean; over: boolean };

const minute = 60_000;

/** The shared timer: seconds left of a turn that began at `began`, negative when it is over, never more than it has. */
export function readTimer(began: Date, { minutes }: Pick<Turn, 'minutes'>, now: Date): Clock {
  const left = Math.min(minutes * 60, Math.ceil((began.getTime() + minutes * minute - now.getTime()) / 1000));
  return { left, signal: left <= 60 && left > 0, over: left <= 0 };
}
