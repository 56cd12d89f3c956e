import type { Deadline } from '@parley/domain/offer/deadline';
import { frame } from '@parley/domain/offer/input';
import type { Scope } from '../trpc.ts';

/** When the viewer last wrote in each of these threads (ISO), of those that are not resolved; absent ones are settled or gone. */
export async function findOwnLatest(scope: Scope, threadIds: readonly string[]): Promise<Map<string, string>> {
  const threads = await scope.db.thread.findMany({
    where: { id: { in: [...threadIds] }, resolvedAt: null },
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
  return new Map(threads.map((thread) => [thread.id, thread.comments[0]?.createdAt.toISOString() ?? '']));
}

/** Which of these items the viewer has opened in the log. */
export async function findOpened(scope: Scope, itemIds: readonly string[]): Promise<Set<string>> {
  const where = { readerId: scope.viewer.id, itemId: { in: [...itemIds] } };
  const rows = await scope.db.viewLog.findMany({ where, select: { itemId: true }, distinct: ['itemId'] });
  return new Set(rows.map(({ itemId }) => itemId));
}

/** The viewer's own offers with the deadline that was given, if any. */
export async function findOwnDeadlines(
  scope: Scope,
): Promise<{ offerId: string; opportunityId: string; deadline: Deadline | null }[]> {
  const owner = scope.viewer.id;
  const rows = await scope.db.offer.findMany({
    where: { item: { ownerId: owner } },
    select: { id: true, rev: true, sealed: true, item: { select: { opportunityId: true } } },
    orderBy: { id: 'asc' },
  });
  return Promise.all(
    rows.map(async ({ id, rev, sealed, item }) => {
      const { deadline } = await scope.vault.open({ table: 'offer', id, owner, rev }, sealed, frame);
      return { offerId: id, opportunityId: item.opportunityId, deadline };
    }),
  );
}
