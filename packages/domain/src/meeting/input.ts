import { z } from 'zod';
import { id, optionalLine, someProse } from '../kernel/input.ts';

const step = z.int('Which turn?').min(0, 'Which turn?').max(500, 'Which turn?');
const sayPulse = 'Choose a whole number from 0 to 10.';

const turn = z.strictObject({
  kind: z.enum(['pulse', 'update', 'item', 'help', 'review', 'commit', 'closing']),
  speakerId: z.string().nullable(),
  subjectId: z.string().nullable(),
  minutes: z.int(),
});

/** What is sealed in a meeting's row: it is said once, at its beginning. */
export const MeetingContent = z.strictObject({ turns: z.array(turn) });
/** What is sealed in a note's row. */
export const NoteContent = z.strictObject({ text: z.string() });

const scale = z.int(sayPulse).min(0, sayPulse).max(10, sayPulse);

/** How somebody comes in, 0 to 10, and why. */
export const PulseFields = z.strictObject({ value: scale, why: optionalLine(200, 'why') });

/** What is filled in: nothing is chosen at first, because a figure that stands there already draws everybody towards it. */
export const ChosenPulse = PulseFields.extend({
  value: scale.nullable().transform((value, context) => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: sayPulse });
    return z.NEVER;
  }),
});

const text = someProse(1_000, 'a note');

/** meeting.page, meeting.start */
export const MeetingOf = z.strictObject({ councilId: id });
/** meeting.takeChair */
export const MeetingRef = z.strictObject({ meetingId: id });
/** meeting.move: from the turn that is shown to another. Who comes second is told. */
export const MoveMeeting = z.strictObject({ meetingId: id, step, to: step });
/** meeting.end */
export const EndMeeting = z.strictObject({ meetingId: id, step });
/** meeting.note */
export const WriteNote = z.strictObject({ meetingId: id, kind: z.enum(['note', 'plus', 'delta']), text });
/** meeting.pulse: given again, the last one counts. */
export const GivePulse = z.strictObject({ meetingId: id, pulse: PulseFields });
