import { owesAcceptance } from '@parley/domain/council/council';
import { isComplete } from '@parley/domain/debrief/reads';
import type { ItemKind } from '@parley/domain/item/item';
import type { NotificationKind } from '@parley/domain/notification/notification';
import { inTurn, unanswered, type Waiting } from '@parley/domain/notification/waiting';
import { businessDaysLeft, type Deadline, endOf, hasPassed } from '@parley/domain/offer/deadline';
import type { Header } from '@parley/domain/opportunity/header';
import { isEnding } from '@parley/domain/opportunity/opportunity';
import { findCouncils } from '../council/store.ts';
import { findRound, listOpenReads } from '../debrief/read-store.ts';
import { findNames } from '../identity/store.ts';
import { findParts } from '../item/store.ts';
import { waitingTerms } from '../negotiation/terms/view.ts';
import { listNotifications, type NotificationRow } from '../notification/store.ts';
import { findOwnDeadlines } from '../opportunity/deadline-store.ts';
import { findHeader, findOpportunities, type Opportunity } from '../opportunity/store.ts';
import { waitingRounds } from '../round/waiting-view.ts';
import type { Scope } from '../trpc.ts';
import { findOwnLatest } from './store.ts';

type Council = Awaited<ReturnType<typeof findCouncils>>[number];
type Moved = {
  id: string;
  kind: NotificationKind;
  actor: string;
  at: string;
  seen: boolean;
  threadId: string | null;
  council: { councilId: string; name: string } | null;
  item: {
    itemId: string;
    kind: ItemKind;
    opportunityId: string;
    mine: boolean;
    ownerName: string;
    role: string;
    employer: string;
  } | null;
};

/** The header beside each item that the viewer may read; items that are out of reach get none. */
async function headersOf(scope: Scope, items: readonly { id: string; opportunityId: string }[]): Promise<Map<string, Header>> {
  const headers = new Map<string, Header>();
  for (const opportunityId of new Set(items.map((item) => item.opportunityId))) {
    const parts = await findParts(scope, opportunityId);
    const readable = new Set(parts.map((part) => part.id));
    const here = items.filter((item) => item.opportunityId === opportunityId && readable.has(item.id));
    if (here.length === 0) continue;
    const header = await findHeader(scope, opportunityId, parts);
    for (const item of here) headers.set(item.id, header);
  }
  return headers;
}

/** Reads to give, and own debriefs of which all reads are in. Who has sealed is asked no more. */
async function waitingReads(scope: Scope): Promise<Waiting[]> {
  const open = await listOpenReads(scope);
  const headers = await headersOf(scope, open);
  const waiting: Waiting[] = [];
  for (const { id: debriefId, opportunityId, ownerId } of open) {
    const header = headers.get(debriefId);
    if (!header) continue;
    const round = await findRound(scope, debriefId);
    const { role, ownerName: owner } = header;
    if (ownerId === scope.viewer.id && isComplete(round)) waiting.push({ what: 'reveal', opportunityId, debriefId, role });
    if (ownerId !== scope.viewer.id && !round.sealedIds.includes(scope.viewer.id))
      waiting.push({ what: 'read', opportunityId, debriefId, owner, role });
  }
  return waiting;
}

async function waitingMentions(scope: Scope, moved: readonly Moved[]): Promise<Waiting[]> {
  const mentions = moved.flatMap(({ kind, seen, threadId, at, item, actor }) => {
    if (kind !== 'mentioned' || seen || threadId === null || item === null) return [];
    const { itemId, opportunityId, role } = item;
    const closed = item.kind === 'offer' && !item.mine;
    return [
      {
        threadId,
        at,
        itemId,
        closed,
        entry: { what: 'mention' as const, itemId, kind: item.kind, opportunityId, threadId, actor, role },
      },
    ];
  });
  const latest = await findOwnLatest(scope, mentions);
  return unanswered(mentions, latest).map((mention) => mention.entry);
}

function waitingCharters(councils: readonly Council[], viewerId: string): Waiting[] {
  return councils
    .filter(({ document, table }) => !document.closed && owesAcceptance(table, viewerId))
    .map(({ document }) => ({ what: 'charter', councilId: document.councilId, council: document.name }));
}

function movedEntry(
  row: NotificationRow,
  names: Map<string, string>,
  headers: Map<string, Header>,
  councils: readonly Council[],
): Moved[] {
  const { id, kind, at, seen, threadId } = row;
  const header = row.item && headers.get(row.item.id);
  const council = councils.find(({ document }) => document.councilId === row.councilId)?.document;
  if ((row.item && !header) || (!row.item && !council)) return [];
  // who sealed last is nobody's business: reads and counters are revealed by all together
  const actor = kind === 'revealed' || kind === 'roundRevealed' ? '' : (names.get(row.actorId) ?? '');
  const item = row.item &&
    header && {
      itemId: row.item.id,
      kind: row.item.kind,
      opportunityId: row.item.opportunityId,
      mine: header.mine,
      ownerName: header.ownerName,
      role: header.role,
      employer: header.employer,
    };
  return [
    {
      id,
      kind,
      actor,
      at,
      seen,
      threadId,
      item: item ?? null,
      council: council ? { councilId: council.councilId, name: council.name } : null,
    },
  ];
}

async function whatMoved(scope: Scope, councils: readonly Council[]): Promise<Moved[]> {
  const rows = await listNotifications(scope, 60);
  const headers = await headersOf(
    scope,
    rows.flatMap((row) => row.item ?? []),
  );
  const names = await findNames(
    scope,
    rows.map((row) => row.actorId),
  );
  return rows.flatMap((row) => movedEntry(row, names, headers, councils));
}

type OwnOffer = { offerId: string; opportunityId: string; deadline: Deadline | null };

function deadlineEntry({ offerId, opportunityId, deadline }: OwnOffer, { details }: Opportunity, now: Date) {
  if (!deadline) return [];
  const { role, company } = details;
  const endsAt = endOf(deadline);
  const left = { businessDaysLeft: businessDaysLeft(deadline, now), passed: hasPassed(deadline, now) };
  return [{ offerId, opportunityId, role, company, deadline, endsAt, ...left }];
}

/** All that waits for the viewer, what ends when, and what moved. */
export async function viewToday(scope: Scope) {
  const councils = await findCouncils(scope);
  const all = await findOpportunities(scope);
  const live = new Map(all.filter(({ stage }) => !isEnding(stage)).map((one) => [one.opportunityId, one]));
  const offers = (await findOwnDeadlines(scope)).flatMap((offer) => {
    const opportunity = live.get(offer.opportunityId);
    return opportunity ? [{ offer, opportunity }] : [];
  });
  const moved = await whatMoved(scope, councils);
  const undated: Waiting[] = offers
    .filter(({ offer }) => offer.deadline === null)
    .map(({ offer, opportunity }) => ({
      what: 'deadline',
      offerId: offer.offerId,
      opportunityId: offer.opportunityId,
      role: opportunity.details.role,
    }));
  const waiting = [
    ...waitingCharters(councils, scope.viewer.id),
    ...(await waitingReads(scope)),
    ...(await waitingRounds(scope, headersOf)),
    ...(await waitingMentions(scope, moved)),
    ...(await waitingTerms(scope, live)),
    ...undated,
  ];
  return {
    waiting: inTurn(waiting),
    deadlines: offers
      .flatMap(({ offer, opportunity }) => deadlineEntry(offer, opportunity, scope.now))
      .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1)),
    next: nextActs([...live.values()]),
    moved: moved.slice(0, 20),
    begun: { council: councils.length > 0, opportunity: all.length > 0 },
  };
}

/** The next act of each opportunity that has one: by day, those without a day last. */
function nextActs(opportunities: readonly Opportunity[]) {
  const acts = opportunities.flatMap(({ opportunityId, stage, details: { role, company, next } }) =>
    next ? [{ opportunityId, stage, role, company, act: next.act, on: next.on }] : [],
  );
  return acts.sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1)).slice(0, 8);
}
