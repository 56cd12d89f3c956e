import type { Ring } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import { type CalendarEntry, writeCalendar } from '@parley/domain/calendar/calendar';
import { allow, no } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { NegotiationRef } from '@parley/domain/negotiation/input';
import {
  buildDeadlineEvent,
  buildHandOverEvents,
  type CalendarEvent,
  type Job,
  termDay,
} from '@parley/domain/negotiation/outcome/calendar-event';
import type { OfferRef } from '@parley/domain/offer/input';
import type { z } from 'zod';
import { missionBeside, missionContent } from '../../mission/rows.ts';
import { offerOf, openOffer, openVersion, versionsBehind } from '../../offer/rows.ts';
import { headBeside, opportunityContent } from '../../opportunity/rows.ts';
import { question } from '../../read.ts';
import { negotiationOf, openNegotiation } from '../rows.ts';
import { openTermsOf, termsOf } from '../terms/rows.ts';

const hour = 3_600_000;

function whenOf({ when }: CalendarEvent): CalendarEntry['when'] {
  if (when.kind === 'day') return when;
  return { kind: 'span', from: new Date(new Date(when.at).getTime() - hour).toISOString(), to: when.at };
}

/** The text of a calendar file. The same events keep their ids, so a second import replaces and does not double. */
function toFile(about: string, events: readonly CalendarEvent[], now: Date): string {
  const entries = events.map((event) => ({
    uid: `${event.key}.${about}`,
    title: event.summary,
    notes: event.description,
    where: '',
    when: whenOf(event),
    warn: event.warn * 1_440,
    rev: 0,
    cancelled: false,
  }));
  return writeCalendar({ name: '', entries, now });
}

type HeadRow = RowIn<typeof headBeside>;

/** The job by its full name, for the owner of the opportunity alone. */
function jobOf(open: Ring['open'], viewerId: string, [head]: readonly HeadRow[]): Job {
  if (head?.ownerId !== viewerId) throw notFound();
  const { id, ownerId: owner, rev } = head;
  const { role, company } = open(opportunityContent, { id, owner, rev }, head.sealed);
  return { role, employer: company };
}

/** The day by which an own offer is to be answered, as a file. */
export const deadlineQuestion = question({
  ask: ({ offerId }: z.output<typeof OfferRef>) => ({ offer: offerOf(offerId), head: headBeside(offerId) }),
  answer({ rows, open, viewer, now }) {
    const { offerId, frame } = openOffer(open, rows.offer[0], []);
    if (!frame.deadline) allow(no('This offer has no deadline. Enter the day by which they want an answer.'));
    const events = frame.deadline ? [buildDeadlineEvent(frame.deadline, jobOf(open, viewer.id, rows.head))] : [];
    return { name: 'answer-due.ics', text: toFile(offerId, events, now) };
  },
});

/** What of the first ninety days has a day, as a file: only the owner's own content, for the owner alone. */
export const handOverQuestion = question({
  ask: ({ negotiationId }: z.output<typeof NegotiationRef>) => ({
    negotiation: negotiationOf(negotiationId),
    terms: termsOf(negotiationId),
    versions: versionsBehind(negotiationId),
    missions: missionBeside(negotiationId),
    head: headBeside(negotiationId),
  }),
  answer({ rows, open, viewer, now }) {
    const { negotiationId, ownerId: owner } = openNegotiation(open, rows.negotiation);
    const job = jobOf(open, viewer.id, rows.head);
    const terms = openTermsOf(open, owner, rows.terms);
    const latest = rows.versions.at(-1);
    const offered = latest && openVersion(open, owner, latest).content.components;
    const day = (part: 'startDate' | 'reviewDate') => {
      const stated = offered?.[part];
      return termDay(terms, part) ?? (stated?.state === 'known' ? stated.value : null);
    };
    const missions = rows.missions.map(({ id, rev, sealed }) => open(missionContent, { id, owner, rev }, sealed));
    const events = buildHandOverEvents({ job, startsOn: day('startDate'), reviewOn: day('reviewDate'), missions, terms });
    if (events.length === 0)
      allow(no('Nothing has a date yet. Agree on a start date, or give the key results of the first 90 days a date.'));
    return { name: 'first-90-days.ics', text: toFile(negotiationId, events, now) };
  },
});
