import type { Scope } from '../trpc.ts';

/** Where somebody was mentioned; `closed`: on another's offer, which keeps what is said of it until it is opened. */
type Place = { threadId: string; itemId: string; closed: boolean };

/**
 * When the viewer last wrote in each of these threads (ISO), of those that are not resolved; absent ones are settled or
 * gone. In a thread of an offer that they have not opened yet they never wrote: the mention waits there.
 */
export async function findOwnLatest(scope: Scope, places: readonly Place[]): Promise<Map<string, string>> {
  const threads = await scope.db.thread.findMany({
    where: { id: { in: places.map(({ threadId }) => threadId) }, resolvedAt: null },
    select: {
      id: true,
      comments: {
        where: { authorId: scope.viewer.id, deletedAt: null },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  });
  const latest = new Map(threads.map((thread) => [thread.id, thread.comments[0]?.createdAt.toISOString() ?? '']));
  const closed = places.filter((place) => place.closed);
  const where = { readerId: scope.viewer.id, itemId: { in: closed.map(({ itemId }) => itemId) } };
  const opened = await scope.db.viewLog.findMany({ where, select: { itemId: true }, distinct: ['itemId'] });
  const waits = closed.filter(({ itemId }) => !opened.some((row) => row.itemId === itemId));
  return new Map([...waits.map(({ threadId }) => [threadId, ''] as const), ...latest]);
}
