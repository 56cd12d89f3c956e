import { newId } from '@parley/db/id';
import { conflict, notFound } from '@parley/domain/kernel/error';
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

/** Makes the item and its row, visible to the viewer alone. */
export async function createNegotiation(scope: Scope, offerId: string, opportunityId: string, plan: Plan): Promise<Negotiation> {
  const id = newId();
  const ownerId = scope.viewer.id;
  await scope.db.item.createMany({ data: [{ id, kind: 'negotiation', ownerId, opportunityId, createdAt: scope.now }] });
  const sealed = await scope.vault.seal(ref(id, ownerId, 1), plan);
  await scope.db.negotiation.createMany({ data: [{ id, offerId, sealed, updatedAt: scope.now }] });
  return { negotiationId: id, offerId, opportunityId, ownerId, rev: 1, plan };
}

/** Writes the next revision. Throws a conflict with the newer one when another came first. */
export async function savePlan(scope: Scope, loaded: Negotiation, rev: number, plan: Plan): Promise<Negotiation> {
  const { negotiationId: id, ownerId } = loaded;
  const sealed = await scope.vault.seal(ref(id, ownerId, rev + 1), plan);
  const data = { rev: rev + 1, sealed, updatedAt: scope.now };
  const { count } = await scope.db.negotiation.updateMany({ where: { id, rev }, data });
  if (count === 0) throw conflict(await findNegotiation(scope, id));
  return { ...loaded, rev: rev + 1, plan };
}

/** Ends a negotiation with everything that hangs on it by relation. */
export async function removeNegotiation(scope: Scope, id: string): Promise<void> {
  const { count } = await scope.db.item.deleteMany({ where: { id, kind: 'negotiation' } });
  if (count === 0) throw notFound();
}
