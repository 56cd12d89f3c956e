import { type Decision, every, no, yes } from '../kernel/decision.ts';
import { type CouncilFacts, seatOf } from './council.ts';

/** One line of a council's own checklist. `id` is stable: ticks of negotiations are kept by it. */
export type ChecklistLine = { id: string; text: string };

export type ChecklistContent = { title: string; lines: ChecklistLine[] };

/** A checklist of a council, for the negotiations of its members. */
export type Checklist = ChecklistContent & { checklistId: string; councilId: string; authorId: string; rev: number };

/** The council as these rules look at it. */
type Table = Pick<CouncilFacts, 'closed' | 'seats'>;

export const mostChecklists = 30;

/** Every member writes checklists for the council. */
export function canAddChecklist(council: Table, viewerId: string, existing: number): Decision {
  const sits = seatOf(council, viewerId) ? yes : no('You are not in this council.');
  const room = existing < mostChecklists ? yes : no(`A council keeps at most ${mostChecklists} checklists.`);
  return every(council.closed ? no('This council is closed.') : yes, sits, room);
}

/** Its author changes and removes a checklist, and the moderator, as with the charter. */
export function canEditChecklist(council: Table, viewerId: string, authorId: string): Decision {
  const seat = seatOf(council, viewerId);
  const may = seat !== null && (authorId === viewerId || seat.role === 'moderator');
  return every(
    council.closed ? no('This council is closed.') : yes,
    may ? yes : no('Only its author and the moderator can change this checklist.'),
  );
}
