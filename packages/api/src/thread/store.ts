import { newId } from '@parley/db/id';
import { invalid, notFound } from '@parley/domain/kernel/error';
import { canMention } from '@parley/domain/thread/policy';
import type { Recipient } from '@parley/domain/thread/thread';
import { z } from 'zod';
import type { Scope } from '../trpc.ts';
import { type CommentEntry, openComment } from './comment/store.ts';

const labelContent = z.object({ label: z.string() });

export type ThreadEntry = {
  threadId: string;
  itemId: string;
  blockId: string;
  label: string;
  starterId: string;
  createdAt: string;
  resolvedAt: string | null;
  resolvedById: string | null;
  comments: CommentEntry[];
};

/** What the rules ask of a thread: its item's owner, who started it, who has written in it. */
export type ThreadFacts = {
  threadId: string;
  itemId: string;
  ownerId: string;
  starterId: string;
  resolvedAt: Date | null;
  comments: { authorId: string; deletedAt: Date | null }[];
};

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The owner of an item that the viewer may read. */
export async function findOwner(scope: Scope, itemId: string): Promise<string> {
  const item = await scope.db.item.findUnique({ where: { id: itemId }, select: { ownerId: true } });
  if (!item) throw notFound();
  return item.ownerId;
}

/** All threads of an item with their comments, oldest first, in three queries and one for the owner's key. */
export async function findThreads(scope: Scope, itemId: string): Promise<ThreadEntry[]> {
  const ownerId = await findOwner(scope, itemId);
  const order = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const threads = await scope.db.thread.findMany({
    where: { itemId },
    orderBy: order,
    include: { comments: { orderBy: order } },
  });
  return Promise.all(
    threads.map(async (row) => {
      const ref = { table: 'thread', id: row.id, owner: ownerId, rev: 1 };
      const { label } = await scope.vault.open(ref, row.sealed, labelContent);
      return {
        threadId: row.id,
        itemId,
        blockId: row.blockId,
        label,
        starterId: row.starterId,
        createdAt: row.createdAt.toISOString(),
        resolvedAt: iso(row.resolvedAt),
        resolvedById: row.resolvedById,
        comments: await Promise.all(row.comments.map((comment) => openComment(scope, ownerId, comment))),
      };
    }),
  );
}

/** Everybody who can read the item now, its owner included; ids only, sorted. */
export async function findReaderIds(scope: Scope, itemId: string): Promise<string[]> {
  const rows = await scope.db.$queryRaw<{ id: string }[]>`select r as id from item_readers(${itemId}::uuid) r order by r`;
  return rows.map((row) => row.id);
}

/** The same, after making sure that all who are mentioned are among them. */
export async function findReadersFor(scope: Scope, itemId: string, mentions: readonly string[]): Promise<string[]> {
  const readerIds = await findReaderIds(scope, itemId);
  const decision = canMention(readerIds, mentions);
  if (!decision.allowed) throw invalid('mentions', decision.reason);
  return readerIds;
}

/** A thread's facts for the rules. */
export async function findThread(scope: Scope, threadId: string): Promise<ThreadFacts> {
  const row = await scope.db.thread.findUnique({
    where: { id: threadId },
    include: { item: { select: { ownerId: true } }, comments: { select: { authorId: true, deletedAt: true } } },
  });
  if (!row) throw notFound();
  const { itemId, starterId, resolvedAt, comments } = row;
  return { threadId, itemId, ownerId: row.item.ownerId, starterId, resolvedAt, comments };
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
