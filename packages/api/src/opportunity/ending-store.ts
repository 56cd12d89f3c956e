import type { Scope } from '../trpc.ts';

/** How many negotiations the viewer's opportunity has, and how many of them ended in an acceptance. */
export async function countAcceptances(
  scope: Scope,
  opportunityId: string,
): Promise<{ negotiations: number; acceptances: number }> {
  const negotiation = { item: { opportunityId, ownerId: scope.viewer.id } };
  return {
    negotiations: await scope.db.negotiation.count({ where: negotiation }),
    acceptances: await scope.db.outcome.count({ where: { kind: 'accepted', negotiation } }),
  };
}

/** Ends the walk-aways of an opportunity's negotiations: no relation leads to them, so none takes them along. */
export async function removeWalkAways(scope: Scope, opportunityId: string): Promise<void> {
  const negotiations = await scope.db.negotiation.findMany({
    where: { item: { opportunityId, ownerId: scope.viewer.id } },
    select: { id: true },
  });
  const ids = negotiations.map(({ id }) => id);
  await scope.db.walkAway.deleteMany({ where: { negotiationId: { in: ids }, ownerId: scope.viewer.id } });
}
