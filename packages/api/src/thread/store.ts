import { newId } from '@parley/db/id';
import { notFound } from '@parley/domain/kernel/error';
import type { Recipient } from '@parley/domain/thread/thread';
import type { Scope } from '../trpc.ts';

/** What the rules ask of a thread: its item's owner, who started it, who has written in it. */
export type ThreadFacts = {
  threadId: string;
  itemId: string;
  ownerId: string;
  starterId: string;
  createdAt: Date;
  resolvedAt: Date | null;
  comments: { authorId: string; deletedAt: Date | null }[];
};

/** How many threads the item has, whoever hears them, while nobody else begins one: until the end of the transaction. */
export async function holdThreads(scope: Scope, itemId: string): Promise<number> {
  const [held] = await scope.db.$queryRaw<{ count: number }[]>`select hold_threads(${itemId}::uuid)::int as count`;
  return held?.count ?? 0;
}

/** A thread's facts for the rules. */
export async function findThread(scope: Scope, threadId: string): Promise<ThreadFacts> {
  const row = await scope.db.thread.findUnique({
    where: { id: threadId },
    include: { item: { select: { ownerId: true } }, comments: { select: { authorId: true, deletedAt: true } } },
  });
  if (!row) throw notFound();
  const { itemId, starterId, createdAt, resolvedAt, comments } = row;
  return { threadId, itemId, ownerId: row.item.ownerId, starterId, createdAt, resolvedAt, comments };
}

/** Begins a thread; the label is sealed so that it stays readable when its block goes. */
export async function saveThread(
  scope: Scope,
  ownerId: string,
  thread: { itemId: string; blockId: string; label: string },
): Promise<string> {
  const id = newId();
  const { itemId, blockId, label } = thread;
  const sealed = await scope.vault.seal({ table: 'thread', id, owner: ownerId, rev: 1 }, { label });
  await scope.db.thread.createMany({ data: [{ id, itemId, blockId, starterId: scope.viewer.id, sealed, createdAt: scope.now }] });
  return id;
}

/** Marks a thread as settled, or open again. */
export async function saveResolved(scope: Scope, threadId: string, resolvedAt: Date | null): Promise<void> {
  const resolvedById = resolvedAt ? scope.viewer.id : null;
  const { count } = await scope.db.thread.updateMany({ where: { id: threadId }, data: { resolvedAt, resolvedById } });
  if (count === 0) throw notFound();
}

/** One row for each person told, in the transaction of the comment: that it happened, never what it says. */
export async function saveNotices(
  scope: Scope,
  thread: { itemId: string; threadId: string },
  recipients: readonly Recipient[],
): Promise<void> {
  const data = recipients.map(({ id, kind }) => ({
    id: newId(),
    recipientId: id,
    actorId: scope.viewer.id,
    kind,
    itemId: thread.itemId,
    threadId: thread.threadId,
    at: scope.now,
  }));
  await scope.db.notification.createMany({ data });
}

/** From whom what the viewer writes on an item is held until a reveal. */
export async function findHeld(scope: Scope, itemId: string): Promise<{ authorId: string }[]> {
  return scope.db.$queryRaw<{ authorId: string }[]>`
    select distinct author_id::text as "authorId" from held_talks() where item_id = ${itemId}::uuid`;
}
