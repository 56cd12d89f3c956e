import type { RowIn } from '@parley/db/statement';
import type { ItemKind } from '@parley/domain/item/item';
import type { NotificationKind } from '@parley/domain/notification/notification';
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
  rehearsals: readonly Rehearsal[];
};

/** The newest rehearsal of a negotiation in which both had part when the notice was written. */
function rehearsalOf({ kind, itemId, actorId, at }: Notice, rehearsals: readonly Rehearsal[]): string | null {
  if (kind !== 'rehearsalAsked' && kind !== 'rehearsalReady') return null;
  const ofBoth = rehearsals.filter((one) => one.negotiationId === itemId && (one.ownerId === actorId || one.peerId === actorId));
  return ofBoth.find(({ createdAt }) => createdAt <= at)?.id ?? null;
}

function itemOf(notice: Notice, { headerOf, rehearsals }: Pick<Around, 'headerOf' | 'rehearsals'>): Moved['item'] {
  const { itemId, itemKind, itemOwnerId, opportunityId } = notice;
  if (!itemId || !itemKind || !itemOwnerId || !opportunityId) return null;
  const header: Header | undefined = headerOf({ id: itemId, ownerId: itemOwnerId, opportunityId });
  if (!header) return null;
  const { mine, ownerName, role, employer } = header;
  const rehearsalId = rehearsalOf(notice, rehearsals);
  return { itemId, kind: itemKind, opportunityId, mine, ownerName, role, employer, rehearsalId };
}

/** What moved, newest first, of what the viewer can still read. */
export function listMoved(notices: readonly Notice[], { headerOf, names, councils, rehearsals }: Around): Moved[] {
  return notices.flatMap((row) => {
    const { id, kind, threadId } = row;
    const item = itemOf(row, { headerOf, rehearsals });
    const council = councils.find(({ councilId }) => councilId === row.councilId) ?? null;
    if (row.itemId ? !item : !council) return [];
    // who sealed last is nobody's business: reads and counters are revealed by all together
    const actor = kind === 'revealed' || kind === 'roundRevealed' ? '' : (names[row.actorId] ?? '');
    const told = { id, kind, actor, at: row.at.toISOString(), seen: row.seenAt !== null, threadId };
    return [{ ...told, item, council: council && { councilId: council.councilId, name: council.name } }];
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
