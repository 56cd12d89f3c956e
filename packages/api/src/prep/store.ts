import type { Scope } from '../trpc.ts';

/** The viewer's own negotiations for an opportunity, the one begun last first. */
export async function findOwnNegotiations(scope: Scope, opportunityId: string): Promise<string[]> {
  const where = { opportunityId, kind: 'negotiation', ownerId: scope.viewer.id } as const;
  const items = await scope.db.item.findMany({ where, select: { id: true }, orderBy: { id: 'desc' } });
  return items.map(({ id }) => id);
}
