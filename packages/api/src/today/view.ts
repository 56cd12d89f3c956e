import type { RowsOf } from '@parley/db/line';
import { listDue, orderCommitments } from '@parley/domain/commitment/commitment';
import { sortWaiting, type Waiting } from '@parley/domain/notification/waiting';
import type { DaysOff } from '@parley/domain/offer/days-off';
import { businessDaysLeft, civilDay, endOf, hasPassed } from '@parley/domain/offer/deadline';
import { isAhead, orderCalls } from '@parley/domain/opportunity/call';
import { isEnding } from '@parley/domain/opportunity/opportunity';
import { openCommitment, ownCommitments } from '../commitment/rows.ts';
import { openAbout, ownCouncils } from '../council/rows.ts';
import { askReads, listUnresolved, listWaitingReads } from '../debrief/waiting-view.ts';
import type { Given } from '../guard.ts';
import { calendarOf, knownPeople, namesOf } from '../identity/rows.ts';
import { itemsShared, openSeats, pickParts, sharesReaching } from '../item/rows.ts';
import { openTerms } from '../negotiation/terms/rows.ts';
import { listWaitingTerms } from '../negotiation/terms/view.ts';
import { type OwnDeadline, openDeadlines, ownFrames } from '../opportunity/deadline-rows.ts';
import { headersFrom, type Opportunity, openOpportunity, ownOpportunities } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { askRehearsals, listWaitingRehearsals } from '../rehearsal/waiting-view.ts';
import { askRounds, listWaitingRounds } from '../round/waiting-view.ts';
import { listMoved, listWaitingMentions } from './moved-view.ts';
import { headsForToday, latestNotices, openedAmong, ownLatest, rehearsalsAmong } from './rows.ts';

const ask = () => ({
  councils: ownCouncils(),
  opportunities: ownOpportunities(),
  frames: ownFrames(),
  notices: latestNotices(),
  heads: headsForToday(),
  rehearsed: rehearsalsAmong(),
  items: itemsShared(),
  shares: sharesReaching(),
  seats: openSeats(),
  latest: ownLatest(),
  opened: openedAmong(),
  terms: openTerms(),
  people: knownPeople(),
  ...askReads(),
  ...askRounds(),
  ...askRehearsals(),
  commitments: ownCommitments(),
});

type Asked = Given<ReturnType<typeof ask>>;

function councilsFrom(rows: RowsOf<ReturnType<typeof ask>>['councils'], open: Asked['open']) {
  return rows.map((row) => {
    const { ownerId: councilId, closedAt, charterVersion, acceptedCharter } = row;
    return { councilId, name: openAbout(open, row).name, owes: closedAt === null && acceptedCharter < charterVersion };
  });
}

/** Own offers of opportunities that have not ended, each with its opportunity. */
function pickLiveOffers(offers: readonly OwnDeadline[], live: ReadonlyMap<string, Opportunity>) {
  return offers.flatMap((offer) => {
    const opportunity = live.get(offer.opportunityId);
    return opportunity ? [{ ...offer, details: opportunity.details }] : [];
  });
}

type LiveOffer = ReturnType<typeof pickLiveOffers>[number];

function listDeadlines(offers: readonly LiveOffer[], now: Date, off: readonly DaysOff[]) {
  const entries = offers.flatMap(({ offerId, opportunityId, deadline, details: { role, company } }) => {
    if (!deadline) return [];
    const left = { businessDaysLeft: businessDaysLeft(deadline, now, off), passed: hasPassed(deadline, now) };
    return [{ offerId, opportunityId, role, company, deadline, endsAt: endOf(deadline), ...left }];
  });
  return entries.sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
}

/** The next act of each opportunity that has one: by day, those without a day last. */
function listNextActs(opportunities: readonly Opportunity[]) {
  const acts = opportunities.flatMap(({ opportunityId, stage, details: { role, company, next } }) =>
    next ? [{ opportunityId, stage, role, company, act: next.act, on: next.on }] : [],
  );
  return acts.sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1)).slice(0, 8);
}

const aheadDays = 7;

/** The calls of the next days, the nearest first, each with its opportunity. */
function listCalls(opportunities: readonly Opportunity[], now: Date) {
  const until = new Date(now.getTime() + aheadDays * 86_400_000).toISOString();
  const calls = opportunities.flatMap(({ opportunityId, details: { role, company, archived, calls: all } }) =>
    archived
      ? []
      : all.filter((call) => isAhead(call, now) && call.at <= until).map((call) => ({ ...call, opportunityId, role, company })),
  );
  return orderCalls(calls).map(({ id, kind, at, zone, minutes, withWhom, link, opportunityId, role, company }) => {
    return { id, kind, at, zone, minutes, withWhom, link, opportunityId, role, company };
  });
}

function listUndated(offers: readonly LiveOffer[]): Waiting[] {
  return offers
    .filter(({ deadline }) => deadline === null)
    .map(({ offerId, opportunityId, details: { role } }) => ({ what: 'deadline', offerId, opportunityId, role }));
}

/** Own commitments whose day has come, the oldest day first. */
function listWaitingCommitments({ rows, open, viewer }: Asked, day: string): Waiting[] {
  const due = listDue(rows.commitments, day).map((row) => openCommitment(open, viewer.id, row));
  return orderCommitments(due).map(({ commitmentId, text, dueOn }) => ({ what: 'commitment', commitmentId, text, dueOn }));
}

/** All that waits for the viewer, what ends when, and what moved. */
export const todayQuestion = question({
  ask,
  answer(given: Asked) {
    const { rows, open, viewer, now } = given;
    const { zone, off } = calendarOf(rows.people, open, viewer.id);
    const me = { id: viewer.id, now };
    const councils = councilsFrom(rows.councils, open);
    const all = rows.opportunities.map((row) => openOpportunity(open, row, []));
    const live = new Map(all.filter(({ stage }) => !isEnding(stage)).map((one) => [one.opportunityId, one]));
    const offers = pickLiveOffers(openDeadlines(open, rows.frames), live);
    const parts = pickParts({ viewer, now }, rows);
    const headerOf = headersFrom(open, viewer.id, rows.heads, parts);
    const others = [...rows.notices.map(({ actorId }) => actorId), ...rows.rehearsals.map(({ peerId }) => peerId)];
    const names = namesOf(rows.people, open, others);
    const { seats, shares, rehearsed } = rows;
    const moved = listMoved(rows.notices, { headerOf, names, councils, seats, shares, rehearsed });
    const charters = councils.filter(({ owes }) => owes);
    const waiting: Waiting[] = [
      ...charters.map(({ councilId, name }) => ({ what: 'charter' as const, councilId, council: name })),
      ...listWaitingReads(rows, viewer.id, headerOf),
      ...listWaitingRounds(rows, me, headerOf),
      ...listWaitingRehearsals(rows.rehearsals, names, headerOf),
      ...listWaitingMentions(moved, rows.latest, rows.opened),
      ...listWaitingCommitments(given, civilDay(now, zone)),
      ...listWaitingTerms(rows.terms, open, live),
      ...listUnresolved(rows.unresolved, all),
      ...listUndated(offers),
    ];
    return {
      waiting: sortWaiting(waiting),
      deadlines: listDeadlines(offers, now, off),
      calls: listCalls([...live.values()], now),
      next: listNextActs([...live.values()]),
      moved: moved.slice(0, 20),
      begun: { council: councils.length > 0, opportunity: all.length > 0 },
    };
  },
});
