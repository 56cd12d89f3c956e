import type { Deadline } from '@parley/domain/offer/deadline';
import { frame } from '@parley/domain/offer/input';
import type { Scope } from '../trpc.ts';

/** The viewer's own offers with the deadline that was given, if any: all, or those of one opportunity. */
export async function findOwnDeadlines(
  scope: Scope,
  opportunityId?: string,
): Promise<{ offerId: string; opportunityId: string; deadline: Deadline | null }[]> {
  const owner = scope.viewer.id;
  const rows = await scope.db.offer.findMany({
    where: { ownerId: owner, ...(opportunityId && { item: { opportunityId } }) },
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
