import { type CouncilFacts, seatOf } from '../council/council.ts';
import { type Decision, every, no, yes } from '../kernel/decision.ts';
import type { Turn } from './agenda.ts';

export const noteKinds = ['note', 'plus', 'delta'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A meeting as the rules look at it. `step`: which turn it is at. */
export type Meeting = { chairId: string; step: number; turns: readonly Turn[]; endedAt: string | null };

type Table = Pick<CouncilFacts, 'closed' | 'seats'>;

export const mostNotes = 200;

function sits(council: Table, viewerId: string): Decision {
  if (council.closed) return no('This council is closed.');
  return seatOf(council, viewerId) ? yes : no('You are not in this council.');
}

const goesOn = ({ endedAt }: Pick<Meeting, 'endedAt'>): Decision => (endedAt === null ? yes : no('This meeting has ended.'));

/** Any member begins a meeting, and chairs it until another takes the chair. */
export function canStart(council: Table, viewerId: string): Decision {
  return sits(council, viewerId);
}

/** Who chairs the meeting moves it, and so does the moderator: two who do it at once make one step. */
export function canMove(council: Table, meeting: Pick<Meeting, 'chairId' | 'endedAt'>, viewerId: string): Decision {
  const chairs = meeting.chairId === viewerId || seatOf(council, viewerId)?.role === 'moderator';
  return every(sits(council, viewerId), goesOn(meeting), chairs ? yes : no('Only who chairs this meeting moves it.'));
}

/** Any member takes the chair: the phone of who had it may be empty. */
export function canTakeChair(council: Table, meeting: Pick<Meeting, 'chairId' | 'endedAt'>, viewerId: string): Decision {
  const free = meeting.chairId === viewerId ? no('You have the chair.') : yes;
  return every(sits(council, viewerId), goesOn(meeting), free);
}

/** Everybody writes while it goes on. */
export function canWrite(council: Table, meeting: Pick<Meeting, 'endedAt'>, viewerId: string, notes: number): Decision {
  const room = notes < mostNotes ? yes : no(`A meeting keeps at most ${mostNotes} notes.`);
  return every(sits(council, viewerId), goesOn(meeting), room);
}

/** Whether a meeting can be at this turn. */
export function hasTurn({ turns }: Pick<Meeting, 'turns'>, step: number): boolean {
  return step >= 0 && step < turns.length;
}
