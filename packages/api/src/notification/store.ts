import { newId } from '@parley/db/id';
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
