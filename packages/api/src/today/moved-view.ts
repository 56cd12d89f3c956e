import type { RowIn } from '@parley/db/statement';
import type { ItemKind } from '@parley/domain/item/item';
import { type NotificationKind, tellings } from '@parley/domain/notification/notification';
import { findUnanswered, type Waiting } from '@parley/domain/notification/waiting';
import type { Header } from '@parley/domain/opportunity/header';
import type { HeaderOf } from '../opportunity/rows.ts';
import type { latestNotices, openedAmong, ownLatest, rehearsalsAmong } from './rows.ts';

type Notice = RowIn<typeof latestNotices>;
type Latest = RowIn<typeof ownLatest>;
type Opened = RowIn<typeof openedAmong>;
type Rehearsal = RowIn<typeof rehearsalsAmong>;

export type Moved = {
  id: string;
  kind: NotificationKind;
  actor: string;
  at: string;
  seen: boolean;
  threadId: string | null;
  council: { councilId: string; name: string } | null;
  /** The council in which it moved: of an item, where its owner shares it or both sit. */
  via: { councilId: string; name: string } | null;
  item: {
    itemId: string;
    kind: ItemKind;
    opportunityId: string;
    mine: boolean;
    ownerName: string;
    role: string;
    employer: string;
    /** The rehearsal that it speaks of. */
    rehearsalId: string | null;
  } | null;
};

/** What an entry needs besides its own row. */
export type Around = {
  headerOf: HeaderOf;
  names: Readonly<Record<string, string>>;
  councils: readonly { councilId: string; name: string }[];
  seats: readonly { councilId: string; accountId: string }[];
  shares: readonly { councilId: string; itemId: string }[];
  rehearsed: readonly Rehearsal[];
};

/** The newest rehearsal of a negotiation in which both had part when the notice was written. */
function rehearsalOf({ kind, itemId, actorId, at }: Notice, rehearsals: readonly Rehearsal[]): string | null {
  if (kind !== 'rehearsalAsked' && kind !== 'rehearsalReady') return null;
  const ofBoth = rehearsals.filter((one) => one.negotiationId === itemId && (one.ownerId === actorId || one.peerId === actorId));
  return ofBoth.find(({ createdAt }) => createdAt <= at)?.id ?? null;
}

function itemOf(notice: Notice, { headerOf, rehearsed }: Pick<Around, 'headerOf' | 'rehearsed'>): Moved['item'] {
  const { itemId, itemKind, itemOwnerId, opportunityId } = notice;
  if (!itemId || !itemKind || !itemOwnerId || !opportunityId) return null;
  const header: Header | undefined = headerOf({ id: itemId, ownerId: itemOwnerId, opportunityId });
  if (!header) return null;
  const { mine, ownerName, role, employer } = header;
  const rehearsalId = rehearsalOf(notice, rehearsed);
  return { itemId, kind: itemKind, opportunityId, mine, ownerName, role, employer, rehearsalId };
}

/** In which council it happened: the one that it is about, the one by which an item reaches the viewer, or one that both sit in. */
function viaOf({ councilId, itemId, actorId }: Notice, { seats, shares }: Around): string | undefined {
  if (councilId !== null) return councilId;
  const both = seats.filter(({ accountId }) => accountId === actorId).map((seat) => seat.councilId);
  return shares.find((share) => share.itemId === itemId)?.councilId ?? both[0];
}

/** What moved, newest first, of what the viewer can still read. */
export function listMoved(notices: readonly Notice[], around: Around): Moved[] {
  const { names, councils } = around;
  const named = (id: string | null | undefined) => {
    const found = councils.find(({ councilId }) => councilId === id);
    return found ? { councilId: found.councilId, name: found.name } : null;
  };
  return notices.flatMap((row) => {
    const { id, kind, threadId } = row;
    const item = itemOf(row, around);
    const council = named(row.councilId);
    // what is about neither is one's own
    if (row.itemId ? !item : row.councilId && !council) return [];
    // who sealed last is nobody's business: reads and counters are revealed by all together
    const actor = tellings[kind].unnamed ? '' : (names[row.actorId] ?? '');
    const told = { id, kind, actor, at: row.at.toISOString(), seen: row.seenAt !== null, threadId };
    return [{ ...told, item, council, via: named(viaOf(row, around)) }];
  });
}

/** Mentions that the viewer has not answered. On another's offer that they have not opened yet they never wrote. */
export function listWaitingMentions(moved: readonly Moved[], latest: readonly Latest[], opened: readonly Opened[]): Waiting[] {
  const mentions = moved.flatMap(({ kind, seen, threadId, at, item, actor }) => {
    if (kind !== 'mentioned' || seen || threadId === null || item === null) return [];
    const { itemId, opportunityId, role } = item;
    const closed = item.kind === 'offer' && !item.mine && !opened.some((row) => row.itemId === itemId);
    const entry = { what: 'mention' as const, itemId, kind: item.kind, opportunityId, threadId, actor, role };
    return [{ threadId, at, closed, entry }];
  });
  const closed = mentions.filter((mention) => mention.closed).map(({ threadId }) => [threadId, ''] as const);
  const wrote = latest.map((row) => [row.threadId, row.at?.toISOString() ?? ''] as const);
  return findUnanswered(mentions, new Map([...closed, ...wrote])).map(({ entry }) => entry);
}
