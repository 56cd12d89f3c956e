import { writeCalendar } from '@parley/domain/calendar/calendar';
import { listOccasions } from '@parley/domain/council/occasion';
import { enterMeeting, mostMeetings } from '@parley/domain/feed/feed';
import { notFound } from '@parley/domain/kernel/error';
import type { MeetingOf } from '@parley/domain/meeting/input';
import type { z } from 'zod';
import { councilOf, openAbout } from '../council/rows.ts';
import { question } from '../read.ts';

/**
 * The meetings of the coming year as a file. It says nothing of the council: a calendar is read by others and kept elsewhere.
 * The file of a later day replaces this one: a moved meeting keeps its id, one that is left out is called off.
 */
export const meetingCalendarQuestion = question({
  ask: ({ councilId }: z.output<typeof MeetingOf>) => ({ council: councilOf(councilId) }),
  answer({ rows, open, now }, { councilId }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const plan = openAbout(open, council);
    const planned = { councilId, rev: council.rev, plan };
    const entries = listOccasions(plan, now, mostMeetings).map((one) => enterMeeting(planned, one));
    return { name: 'council-meetings.ics', text: writeCalendar({ name: 'Council meetings', entries, now }) };
  },
});
