import { allow, no } from '@parley/domain/kernel/decision';
import { GetNegotiation } from '@parley/domain/negotiation/input';
import {
  type CalendarEvent,
  deadlineEvent,
  handOverEvents,
  type Job,
  termDay,
} from '@parley/domain/negotiation/outcome/calendar-event';
import { OfferRef } from '@parley/domain/offer/input';
import { latestOf } from '@parley/domain/offer/offer';
import ical, { ICalAlarmType } from 'ical-generator';
import { findParts } from '../../item/store.ts';
import { findMission } from '../../mission/store.ts';
import { findOffer } from '../../offer/store.ts';
import { findOpportunity } from '../../opportunity/store.ts';
import { router, type Scope, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { findTerms } from '../terms/store.ts';

const hour = 3_600_000;

/** iCalendar knows no other control characters than the line breaks that it escapes. */
const writable = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** Everything in UTC and without a zone of the calendar's: a `Date` with one would be written at the wrong hour. */
function timesOf({ when }: CalendarEvent) {
  if (when.kind === 'day') return { allDay: true, start: new Date(`${when.on}T00:00:00Z`) };
  const end = new Date(when.at);
  return { start: new Date(end.getTime() - hour), end };
}

/** The text of a calendar file. The same events keep their ids, so a second import replaces and does not double. */
function toFile(about: string, events: readonly CalendarEvent[], now: Date): string {
  const calendar = ical({ prodId: { company: 'Parley', product: 'Parley', language: 'EN' } });
  for (const event of events) {
    const entry = calendar.createEvent({
      id: `${event.key}.${about}@parley`,
      stamp: now,
      summary: writable(event.summary),
      description: writable(event.description),
      ...timesOf(event),
    });
    entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: event.warn * 86_400, description: writable(event.summary) });
  }
  return calendar.toString();
}

async function jobOf(scope: Scope, opportunityId: string): Promise<Job> {
  const { details } = await findOpportunity(scope, opportunityId);
  return { role: details.role, employer: details.company };
}

/** What a person puts into their own calendar: only the owner's own content, for the owner alone. */
export const calendarRouter = router({
  deadline: signedIn.input(OfferRef).query(async ({ ctx, input }) => {
    const { opportunityId, offerId, frame } = await findOffer(ctx, input.offerId);
    if (!frame.deadline) allow(no('This offer has no deadline. Enter the day by which they want an answer.'));
    const events = frame.deadline ? [deadlineEvent(frame.deadline, await jobOf(ctx, opportunityId))] : [];
    return { name: 'answer-due.ics', text: toFile(offerId, events, ctx.now) };
  }),

  handOver: signedIn.input(GetNegotiation).query(async ({ ctx, input }) => {
    const { negotiationId, ownerId, offerId, opportunityId } = await findNegotiation(ctx, input.negotiationId);
    const terms = await findTerms(ctx, negotiationId, ownerId);
    const offered = latestOf((await findOffer(ctx, offerId)).versions)?.content.components;
    const day = (part: 'startDate' | 'reviewDate') => {
      const stated = offered?.[part];
      return termDay(terms, part) ?? (stated?.state === 'known' ? stated.value : null);
    };
    const parts = await findParts(ctx, opportunityId);
    const missions = await Promise.all(parts.filter(({ kind }) => kind === 'mission').map(({ id }) => findMission(ctx, id)));
    const events = handOverEvents({
      job: await jobOf(ctx, opportunityId),
      startsOn: day('startDate'),
      reviewOn: day('reviewDate'),
      missions: missions.map(({ document }) => document),
    });
    if (events.length === 0)
      allow(no('Nothing has a date yet. Agree on a start date, or give the key results of the first 90 days a date.'));
    return { name: 'first-90-days.ics', text: toFile(negotiationId, events, ctx.now) };
  }),
});
