import { Temporal } from 'temporal-polyfill';
import { type Decision, no, yes } from '../kernel/decision.ts';
import type { Call } from './call.ts';

/** The stages of a pursuit, in order; the last four end it. */
export const stages = [
  'lead',
  'applied',
  'screen',
  'interview',
  'final',
  'offer',
  'negotiating',
  'accepted',
  'declined',
  'rejected',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

export const endings = ['accepted', 'declined', 'rejected', 'withdrawn'] as const satisfies readonly Stage[];
export const liveStages = [
  'lead',
  'applied',
  'screen',
  'interview',
  'final',
  'offer',
  'negotiating',
] as const satisfies readonly Stage[];

/** The part that somebody at the employer plays. */
export const parts = ['hiringManager', 'recruiter', 'referee'] as const;
export type Part = (typeof parts)[number];

export type Person = { id: string; part: Part; name: string; contact: string; note: string };

/** What the owner does next, and by when where there is a day. */
export type NextAct = { act: string; on: string | null };

/** What the owner writes about one opening. `alias` stands for the company where a reader may not see it. */
export type OpportunityDetails = {
  company: string;
  alias: string;
  role: string;
  level: string;
  place: string;
  source: string;
  posting: string;
  targeted: boolean;
  people: Person[];
  next: NextAct | null;
  /** Where the posting stands, and what it says of pay, as it says it. */
  link: string;
  pay: string;
  notes: string;
  tags: string[];
  calls: Call[];
  /** The day on which the owner last asked for an answer. */
  followedOn: string | null;
  /** Out of sight, with everything that it holds. */
  archived: boolean;
};

/** One entry of the dated history. `on`: the civil date the owner gives; `at`: when it was written down (ISO). */
export type StageEntry = { id: string; stage: Stage; on: string; at: string };

/** What a move means: onwards, back, to an end, out of an end. */
export type MoveKind = 'onward' | 'back' | 'end' | 'reopen';

/** A stage as the screen writes it. */
export function stageName(stage: Stage): string {
  return stage.slice(0, 1).toUpperCase() + stage.slice(1);
}

/** What the part of a person is called. */
export function partName(part: Part): string {
  const names: Record<Part, string> = { hiringManager: 'Hiring manager', recruiter: 'Recruiter', referee: 'Referee' };
  return names[part];
}

/** Whether a stage ends the pursuit. */
export function isEnding(stage: Stage): boolean {
  return endings.some((ending) => ending === stage);
}

/** What a move from one stage to another means. Back is allowed and stays in the history. */
export function moveKind(from: Stage, to: Stage): MoveKind {
  if (isEnding(to)) return 'end';
  if (isEnding(from)) return 'reopen';
  return stages.indexOf(to) > stages.indexOf(from) ? 'onward' : 'back';
}

/**
 * Whether an opportunity may go from one stage to another. Between live stages every move is allowed, on and back.
 * An offer is accepted or declined only when there is one; an employer rejects only who applied; what has ended is
 * reopened before it ends in another way.
 */
export function canMove(from: Stage, to: Stage): Decision {
  if (from === to) return no('It is already in this stage.');
  if (isEnding(from) && isEnding(to)) return no('Reopen it first: move it back to a live stage.');
  if ((to === 'accepted' || to === 'declined') && from !== 'offer' && from !== 'negotiating')
    return no('There is no offer yet. Move it to “offer” first.');
  if (to === 'rejected' && from === 'lead') return no('You have not applied yet. Withdraw it instead.');
  return yes;
}

/** The stages to which an opportunity may go from here, in order. */
export function listNextStages(from: Stage): Stage[] {
  return stages.filter((to) => canMove(from, to).allowed);
}

/**
 * Whether a change may carry this date: not before the last one in the history, and not after today, where today is
 * the latest civil date anywhere on earth at `now`.
 */
export function canDate(history: readonly StageEntry[], on: string, now: Date): Decision {
  const last = history.at(-1);
  if (last && on < last.on) return no(`The stage before began on ${last.on}. Choose that day or a later one.`);
  if (on > latestToday(now)) return no('This day is still to come.');
  return yes;
}

/** The date it is, at this moment, where it is latest on earth (UTC+14). */
export function latestToday(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('+14:00').toPlainDate().toString();
}

/**
 * Whether an entry of the history may bear another date: not before the one before it, not after the one after it, and not
 * after today.
 */
export function canRedate(history: readonly StageEntry[], entryId: string, on: string, now: Date): Decision {
  const at = history.findIndex(({ id }) => id === entryId);
  if (at < 0) return no('This step is not in the history any more.');
  const [before, after] = [history[at - 1], history[at + 1]];
  if (before && on < before.on) return no(`The step before was on ${before.on}. Choose that day or a later one.`);
  if (after && on > after.on) return no(`The step after was on ${after.on}. Choose that day or an earlier one.`);
  return on > latestToday(now) ? no('This day is still to come.') : yes;
}

/** How long a change of stage can be undone, in minutes. After that a move back is a new entry. */
export const undoMinutes = 10;

/** Whether the last change may be taken back as if it had not been made: a slip just now, and not the beginning. */
export function canUndo(history: readonly StageEntry[], now: Date): Decision {
  const last = history.at(-1);
  if (history.length < 2 || !last) return no('There is no change to undo.');
  const minutes = (now.getTime() - new Date(last.at).getTime()) / 60_000;
  return minutes <= undoMinutes ? yes : no('This change is part of the history now. Move it instead.');
}

/** The order of a history: by date, then by when it was written down. */
export function orderHistory(history: readonly StageEntry[]): StageEntry[] {
  const key = (entry: StageEntry) => `${entry.on} ${entry.at} ${entry.id}`;
  return [...history].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
