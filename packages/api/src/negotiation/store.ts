import { notFound } from '@parley/domain/kernel/error';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { Plan as PlanSchema } from '@parley/domain/negotiation/plan/input';
import type { Scope } from '../trpc.ts';

/** A negotiation without its parts and without the walk-away, which no function here can reach. */
export type Negotiation = {
  negotiationId: string;
  offerId: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  plan: Plan;
};

function ref(id: string, owner: string, rev: number) {
  return { table: 'negotiation', id, owner, rev };
}

/** Throws not-found when the viewer may not read it. */
export async function findNegotiation(scope: Scope, id: string): Promise<Negotiation> {
  const row = await scope.db.negotiation.findUnique({
    where: { id },
    include: { item: { select: { ownerId: true, opportunityId: true } } },
  });
  if (!row) throw notFound();
  const { ownerId, opportunityId } = row.item;
  const plan = await scope.vault.open(ref(id, ownerId, row.rev), row.sealed, PlanSchema);
  return { negotiationId: id, offerId: row.offerId, opportunityId, ownerId, rev: row.rev, plan };
}
