import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { notFound } from '@parley/domain/kernel/error';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { KeptPlan } from '@parley/domain/negotiation/plan/input';

/** A negotiation without its parts and without the walk-away, which no function here can reach. */
export type Negotiation = {
  negotiationId: string;
  offerId: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  plan: Plan;
};

export const planContent = content<Plan>('negotiation', KeptPlan);

export const negotiationColumns = { id: uuid, offerId: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped };

/** Negotiations with their owner's key, for a statement that says which. */
export const negotiationText = `select n.id, n.offer_id, i.opportunity_id, n.owner_id, n.rev, n.sealed, k.wrapped
  from negotiation n join item i on i.id = n.id join sealing_key k on k.owner_id = n.owner_id`;

/** A negotiation that the viewer may read, with its owner's key. */
export const negotiationOf = statement({
  name: 'negotiation_of',
  takes: [uuid],
  gives: negotiationColumns,
  text: `${negotiationText} where n.id = $1`,
});

type NegotiationRow = RowIn<typeof negotiationOf>;

/** A negotiation without its parts and without the walk-away. Throws not-found when row-level security gave none. */
export function openNegotiation(open: Ring['open'], [row]: readonly NegotiationRow[]): Negotiation {
  if (!row) throw notFound();
  const { id, offerId, opportunityId, ownerId, rev } = row;
  const plan = open(planContent, { id, owner: ownerId, rev }, row.sealed);
  return { negotiationId: id, offerId, opportunityId, ownerId, rev, plan };
}
