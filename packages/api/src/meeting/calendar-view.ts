import { type CalendarEntry, writeCalendar } from '@parley/domain/calendar/calendar';
import { listOccasions, type Occasion, type Plan } from '@parley/domain/council/occasion';
import { notFound } from '@parley/domain/kernel/error';
import type { MeetingOf } from '@parley/domain/meeting/input';
import type { z } from 'zod';
import { councilOf, openAbout } from '../council/rows.ts';
import { question } from '../read.ts';

/** A year of weekly meetings. */
const mostEntries = 52;

/** One meeting as an entry: from a moment to a moment, so that no program has to know the clock of the council's place. */
function entryOf(councilId: string, rev: number, plan: Plan, { on, startsAt, state }: Occasion): CalendarEntry {
  const end = new Date(startsAt.getTime() + plan.cadence.minutes * 60_000);
  return {
    uid: `meeting.${on}.${councilId}`,
    title: 'Council meeting',
    notes: 'What waits for it is in Parley.',
    where: '',
    when: { kind: 'span', from: startsAt.toISOString(), to: end.toISOString() },
    warn: 30,
    rev,
    cancelled: state === 'skipped',
  };
}

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
    const entries = listOccasions(plan, now, mostEntries).map((one) => entryOf(councilId, council.rev, plan, one));
    return { name: 'council-meetings.ics', text: writeCalendar({ name: 'Council meetings', entries, now }) };
  },
});
