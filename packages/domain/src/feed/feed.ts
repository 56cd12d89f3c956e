import type { CalendarEntry } from '../calendar/calendar.ts';
import { listOccasions, type Occasion, type Plan } from '../council/occasion.ts';
import { isMissing, type Presence } from '../council/presence.ts';
import type { Deadline } from '../offer/deadline.ts';
import { endOf } from '../offer/deadline.ts';
import { type Call, endOfCall } from '../opportunity/call.ts';
import type { NextAct } from '../opportunity/opportunity.ts';

/** What of an opening has a day. `rev`: of the opening, which grows with each change of its calls. */
export type Dated = { opportunityId: string; rev: number; calls: readonly Call[]; next: NextAct | null };
export type DatedOffer = { offerId: string; deadline: Deadline | null };
export type DatedCommitment = { commitmentId: string; rev: number; dueOn: string };

/** A council's plan, and what the person has said there about coming. `rev`: of the plan. */
export type DatedCouncil = { councilId: string; rev: number; plan: Plan; presence: Pick<Presence, 'missing' | 'awayUntil'> };

/** All of a person's own that has a day. */
export type OwnDays = {
  councils: readonly DatedCouncil[];
  openings: readonly Dated[];
  offers: readonly DatedOffer[];
  commitments: readonly DatedCommitment[];
};

const day = 86_400_000;
const [daysBack, daysAhead] = [60, 400];
const hour = 3_600_000;
/** A year of weekly meetings. */
export const mostMeetings = 52;

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

/** What of a council a meeting is an entry of. */
export type Planned = Pick<DatedCouncil, 'councilId' | 'rev' | 'plan'>;

/**
 * One meeting as an entry: from a moment to a moment, so that no program has to know the clock of the council's place. The day it
 * was planned for names it: a moved one stays the same entry, one that is left out is called off.
 */
export function enterMeeting({ councilId, rev, plan }: Planned, { on, startsAt, state }: Occasion): CalendarEntry {
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

/** The meetings that are not over, of which there is at most one a day; one that the person cannot come to leaves the hour free. */
function enterMeetings(council: DatedCouncil, now: Date): CalendarEntry[] {
  const { plan, presence } = council;
  const running = new Date(now.getTime() - plan.cadence.minutes * 60_000);
  return listOccasions(plan, running, mostMeetings).map((one) => {
    const entry = enterMeeting(council, one);
    return isMissing(presence, one, plan.cadence.zone) ? { ...entry, cancelled: true } : entry;
  });
}

/**
 * The entries of a person's feed: calls, the days by which to answer, next steps, commitments, from 60 days back to 400 ahead of
 * `now`, and their councils' meetings that are not over. What they are about is in none of them.
 */
export function buildFeed({ councils, openings, offers, commitments }: OwnDays, now: Date): CalendarEntry[] {
  const all = [
    ...councils.flatMap((council) => enterMeetings(council, now)),
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
