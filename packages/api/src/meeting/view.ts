import type { MeetingOf } from '@parley/domain/meeting/input';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { question } from '../read.ts';
import { meetingsOf, notesOf, openMeeting, openNote, openPulse, pulsesOf } from './rows.ts';

/** The meeting that goes on, and the last ones with what was noted; of how people came in, what the viewer may still see. */
export const meetingQuestion = question({
  ask: ({ councilId }: z.output<typeof MeetingOf>) => ({
    meetings: meetingsOf(councilId),
    notes: notesOf(councilId),
    pulses: pulsesOf(councilId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer, now }) {
    const notes = rows.notes.map((row) => openNote(open, row));
    const pulses = rows.pulses.map((row) => openPulse(open, row));
    const all = rows.meetings.map((row) => {
      const meeting = openMeeting(open, row);
      const of = ({ meetingId }: { meetingId: string }) => meetingId === meeting.meetingId;
      return { ...meeting, notes: notes.filter(of), pulses: pulses.filter(of) };
    });
    const ids = all.flatMap(({ chairId, turns }) => [chairId, ...turns.flatMap(({ speakerId }) => speakerId ?? [])]);
    const writers = [...notes.map(({ authorId }) => authorId), ...pulses.map(({ accountId }) => accountId)];
    return {
      meeting: all.find(({ endedAt }) => endedAt === null) ?? null,
      past: all.filter(({ endedAt }) => endedAt !== null),
      names: namesOf(rows.people, open, [...ids, ...writers]),
      viewerId: viewer.id,
      now: now.toISOString(),
    };
  },
});
