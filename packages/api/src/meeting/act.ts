import { newId } from '@parley/db/id';
import type { Ring } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import { listActiveSeats, type Seat } from '@parley/domain/council/council';
import { occasionAt, type Plan } from '@parley/domain/council/occasion';
import { isMissing } from '@parley/domain/council/presence';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { buildAgenda, isReviewDue } from '@parley/domain/meeting/agenda';
import type { EndMeeting, GivePulse, MeetingOf, MeetingRef, MoveMeeting, WriteNote } from '@parley/domain/meeting/input';
import { canMove, canStart, canTakeChair, canWrite, hasTurn } from '@parley/domain/meeting/meeting';
import type { z } from 'zod';
import { holdSeats, seatsOf } from '../council/change-rows.ts';
import { openPresence, presencesOf } from '../council/presence-rows.ts';
import { councilOf, openAbout } from '../council/rows.ts';
import { helpOf, openHelp } from '../help/rows.ts';
import { ownKey } from '../identity/rows.ts';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import {
  addMeeting,
  addNote,
  addPulse,
  closeMeeting,
  holdMeeting,
  meetingContent,
  meetingIn,
  meetingsOf,
  moveMeeting,
  noteContent,
  notesIn,
  openMeeting,
  ownPulse,
  pulseBind,
  pulseContent,
  replacePulse,
  seatChair,
  seatsBesideMeeting,
  waitingItems,
} from './rows.ts';

type Seated = { seats: readonly Seat[]; presences: readonly RowIn<typeof presencesOf>[] };

/** The members who have not said that they miss the meeting that is planned about now. */
function comingTo(plan: Plan, { seats, presences }: Seated, open: Ring['open'], now: Date): string[] {
  const meeting = occasionAt(plan, now);
  const gone = presences.filter((row) => meeting && isMissing(openPresence(open, row), meeting, plan.cadence.zone));
  const missing = new Set(gone.map(({ accountId }) => accountId));
  return listActiveSeats({ seats }).flatMap(({ accountId }) => (missing.has(accountId) ? [] : [accountId]));
}

/** Begins a meeting with what waits for it. Who begins it a moment later comes into the same one. */
export const startingMeeting = act({
  facts: ({ councilId }: z.output<typeof MeetingOf>) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
    meetings: meetingsOf(councilId),
    presences: presencesOf(councilId),
    help: helpOf(councilId),
    items: waitingItems(councilId),
  }),
  decide({ rows, open, seal, viewer, now }, { councilId }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    allow(canStart({ closed: council.closedAt !== null, seats: rows.seats }, viewer.id));
    const going = rows.meetings.find(({ endedAt }) => endedAt === null);
    if (going) return { changes: [], answer: { meetingId: going.id } };
    const turns = buildAgenda({
      memberIds: comingTo(openAbout(open, council), rows, open, now),
      help: rows.help.map((row) => openHelp(open, row, [])).filter(({ settledAt }) => settledAt === null),
      items: rows.items.map(({ itemId, speakerId }) => ({ itemId, ownerId: speakerId })),
      review: isReviewDue(
        rows.meetings.map((row) => openMeeting(open, row)),
        now,
      ),
    });
    const id = newId();
    const sealed = seal(meetingContent, { id, owner: councilId, rev: 1 }, { turns });
    const others = listActiveSeats(rows).filter(({ accountId }) => accountId !== viewer.id);
    const told = others.map(({ accountId }) => ({ id: accountId, kind: 'meetingBegun' as const }));
    const changes = [addMeeting(id, councilId, sealed, now), ...tell(told, { councilId, aboutId: id }, now)];
    return { changes, answer: { meetingId: id } };
  },
});

const facts = (meetingId: string) => ({
  held: holdMeeting(meetingId),
  meeting: meetingIn(meetingId),
  seats: seatsBesideMeeting(meetingId),
});

/** The meeting that an act is about. Throws not-found where row-level security gave none. */
function openGoing({ rows, open }: Pick<Facts<ReturnType<typeof facts>>, 'rows' | 'open'>) {
  const [row] = rows.meeting;
  if (!row) throw notFound();
  return { meeting: openMeeting(open, row), council: { closed: row.closedAt !== null, seats: rows.seats } };
}

const beaten = 'Somebody else has just moved the meeting. You see where it is now.';

/** Goes from the turn that is shown to another. Of two who press at once one moves it, the other is told. */
export const movingMeeting = act({
  facts: ({ meetingId }: z.output<typeof MoveMeeting>) => facts(meetingId),
  decide(given, { meetingId, step, to }) {
    const { meeting, council } = openGoing(given);
    allow(canMove(council, meeting, given.viewer.id));
    if (meeting.step !== step) throw conflict({ step: meeting.step }, beaten);
    if (!hasTurn(meeting, to)) throw invalid('to', 'This meeting has no such turn.');
    return { changes: [moveMeeting(meetingId, step, to, given.now)], answer: { step: to } };
  },
});

/** Takes the chair. */
export const takingChair = act({
  facts: ({ meetingId }: z.output<typeof MeetingRef>) => facts(meetingId),
  decide(given, { meetingId }) {
    const { meeting, council } = openGoing(given);
    allow(canTakeChair(council, meeting, given.viewer.id));
    return { changes: [seatChair(meetingId)], answer: { meetingId } };
  },
});

/** Ends the meeting where it is shown. */
export const endingMeeting = act({
  facts: ({ meetingId }: z.output<typeof EndMeeting>) => facts(meetingId),
  decide(given, { meetingId, step }) {
    const { meeting, council } = openGoing(given);
    allow(canMove(council, meeting, given.viewer.id));
    if (meeting.step !== step) throw conflict({ step: meeting.step }, beaten);
    return { changes: [closeMeeting(meetingId, given.now)], answer: { meetingId } };
  },
});

/** Writes something down for all, under the council's key: it stays when its author leaves. */
export const notingInMeeting = act({
  facts: ({ meetingId }: z.output<typeof WriteNote>) => ({ ...facts(meetingId), notes: notesIn(meetingId) }),
  decide(given, { meetingId, kind, text }) {
    const { meeting, council } = openGoing(given);
    allow(canWrite(council, meeting, given.viewer.id, given.rows.notes[0]?.count ?? 0));
    const id = newId();
    const sealed = given.seal(noteContent, { id, owner: meeting.councilId, rev: 1 }, { text });
    return { changes: [addNote(id, meetingId, meeting.councilId, kind, sealed, given.now)], answer: { noteId: id } };
  },
});

/** Says how one comes in, under one's own key; said again, the last one counts. */
export const givingPulse = act({
  facts: ({ meetingId }: z.output<typeof GivePulse>) => ({ ...facts(meetingId), key: ownKey(), pulse: ownPulse(meetingId) }),
  decide(given, { meetingId, pulse }) {
    const { meeting, council } = openGoing(given);
    const { rows, seal, viewer } = given;
    allow(canWrite(council, meeting, viewer.id, 0));
    const before = rows.pulse[0]?.rev ?? 0;
    const sealed = seal(pulseContent, pulseBind(meetingId, viewer.id, before + 1), pulse);
    const kept = before > 0 ? replacePulse(meetingId, before, sealed) : addPulse(meetingId, meeting.councilId, sealed);
    return { changes: [kept], answer: { meetingId } };
  },
});
