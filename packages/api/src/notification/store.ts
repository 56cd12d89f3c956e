import { newId } from '@parley/db/id';
import type { ItemKind } from '@parley/domain/item/item';
import type { NotificationKind } from '@parley/domain/notification/notification';
import type { Scope } from '../trpc.ts';

/** Somebody who is told of something. */
export type Notice = {
  recipientId: string;
  kind: NotificationKind;
  councilId?: string;
  itemId?: string;
  threadId?: string;
};

export type NotificationRow = {
  id: string;
  kind: NotificationKind;
  actorId: string;
  at: string;
  seen: boolean;
  councilId: string | null;
  threadId: string | null;
  item: { id: string; kind: ItemKind; ownerId: string; opportunityId: string } | null;
};

/**
 * Tells others, in the transaction of what happened. Never the viewer, nobody twice of the same thing, and only people
 * who sit in a council with the viewer: readers of one item may sit in different councils of its owner.
 */
export async function notify(scope: Scope, notices: readonly Notice[]): Promise<void> {
  const unique = new Map(
    notices
      .filter((notice) => notice.recipientId !== scope.viewer.id)
      .map((notice) => [`${notice.recipientId} ${notice.kind} ${notice.threadId ?? notice.itemId ?? notice.councilId}`, notice]),
  );
  const people = [...new Set([...unique.values()].map((notice) => notice.recipientId))];
  if (people.length === 0) return;
  const known = await scope.db.$queryRaw<{ id: string }[]>`
    select person.id::text as id from unnest(${people}::uuid[]) as person(id) where sits_with(person.id)`;
  const told = new Set(known.map((person) => person.id));
  await scope.db.notification.createMany({
    data: [...unique.values()]
      .filter((notice) => told.has(notice.recipientId))
      .map((notice) => ({ ...notice, id: newId(), actorId: scope.viewer.id, at: scope.now })),
  });
}

/** The viewer's latest notifications, newest first. Those about what the viewer can no longer read are not among them. */
export async function listNotifications(scope: Scope, limit: number): Promise<NotificationRow[]> {
  const rows = await scope.db.notification.findMany({
    where: { recipientId: scope.viewer.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const itemIds = rows.flatMap((row) => row.itemId ?? []);
  const items = await scope.db.item.findMany({
    where: { id: { in: itemIds } },
    select: { id: true, kind: true, ownerId: true, opportunityId: true },
  });
  const readable = new Map(items.map((item) => [item.id, item]));
  return rows.flatMap((row) => {
    const item = row.itemId === null ? null : (readable.get(row.itemId) ?? 'gone');
    if (item === 'gone') return [];
    const { id, kind, actorId, councilId, threadId } = row;
    return { id, kind, actorId, at: row.at.toISOString(), seen: row.seenAt !== null, councilId, threadId, item };
  });
}

/** Marks the viewer's own entries as seen; others' ids change nothing. */
export async function markSeen(scope: Scope, ids: readonly string[]): Promise<number> {
  const marked = await scope.db.notification.updateMany({
    where: { id: { in: [...ids] }, recipientId: scope.viewer.id, seenAt: null },
    data: { seenAt: scope.now },
  });
  return marked.count;
}
