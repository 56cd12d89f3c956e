import { EndMeeting, GivePulse, MeetingOf, MeetingRef, MoveMeeting, WriteNote } from '@parley/domain/meeting/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { endingMeeting, givingPulse, movingMeeting, notingInMeeting, startingMeeting, takingChair } from './act.ts';
import { meetingCalendarQuestion } from './calendar-view.ts';
import { meetingQuestion } from './view.ts';

/** A council's meeting, which all its members see move together. */
export const meetingRouter = router({
  page: read(MeetingOf, meetingQuestion),
  calendar: read(MeetingOf, meetingCalendarQuestion),
  start: write(MeetingOf, startingMeeting),
  move: write(MoveMeeting, movingMeeting),
  takeChair: write(MeetingRef, takingChair),
  end: write(EndMeeting, endingMeeting),
  note: write(WriteNote, notingInMeeting),
  pulse: write(GivePulse, givingPulse),
});
