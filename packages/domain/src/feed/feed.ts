import type { CalendarEntry } from '../calendar/calendar.ts';
import type { Deadline } from '../offer/deadline.ts';
import { endOf } from '../offer/deadline.ts';
import { type Call, endOfCall } from '../opportunity/call.ts';
import type { NextAct } from '../opportunity/opportunity.ts';

/** What of an opening has a day. `rev`: of the opening, which grows with each change of its calls. */
export type Dated = { opportunityId: string; rev: number; calls: readonly Call[]; next: NextAct | null };
export type DatedOffer = { offerId: string; deadline: Deadline | null };
export type DatedCommitment = { commitmentId: string; rev: number; dueOn: string };

/** All of a person's own that has a day. */
export type OwnDays = {
  openings: readonly Dated[];
  offers: readonly DatedOffer[];
  commitments: readonly DatedCommitment[];
};

const day = 86_400_000;
const [daysBack, daysAhead] = [60, 400];
const hour = 3_600_000;

/** A calendar is seen by colleagues and on shared screens: no employer, no title, no name, no link. */
const plain = { notes: 'The rest is in Parley.', where: '', cancelled: false };

function enterCall(call: Call, rev: number): CalendarEntry {
  const when = { kind: 'span' as const, from: call.at, to: endOfCall(call) };
  return { ...plain, uid: `call.${call.id}`, title: 'Call', when, warn: 15, rev, cancelled: call.outcome === 'off' };
}

function enterDeadline({ offerId, deadline }: DatedOffer): CalendarEntry[] {
  if (deadline === null) return [];
  const to = endOf(deadline);
  const from = new Date(new Date(to).getTime() - hour).toISOString();
  return [{ ...plain, uid: `deadline.${offerId}`, title: 'Answer due', when: { kind: 'span', from, to }, warn: 1_440, rev: 0 }];
}

const enterDay = (uid: string, title: string, on: string, rev: number): CalendarEntry => ({
  ...plain,
  ...{ uid, title, rev, warn: null, when: { kind: 'day', on } },
});

/**
 * The entries of a person's feed: calls, the days by which to answer, next steps, commitments, from 60 days back to 400 ahead of
 * `now`. What they are about is in none of them.
 */
export function buildFeed({ openings, offers, commitments }: OwnDays, now: Date): CalendarEntry[] {
  const all = [
    ...openings.flatMap(({ calls, rev }) => calls.map((call) => enterCall(call, rev))),
    ...offers.flatMap(enterDeadline),
    ...openings.flatMap(({ opportunityId, next, rev }) =>
      next?.on ? [enterDay(`next.${opportunityId}`, 'Next step', next.on, rev)] : [],
    ),
    ...commitments.map(({ commitmentId, dueOn, rev }) => enterDay(`commitment.${commitmentId}`, 'Commitment due', dueOn, rev)),
  ];
  const from = new Date(now.getTime() - daysBack * day).toISOString();
  const until = new Date(now.getTime() + daysAhead * day).toISOString();
  const at = ({ when }: CalendarEntry) => (when.kind === 'day' ? when.on : when.from);
  return all.filter((entry) => at(entry) >= from.slice(0, 10) && at(entry) <= until);
}
