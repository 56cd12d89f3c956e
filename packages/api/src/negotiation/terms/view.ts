import { gateOf } from '@parley/domain/negotiation/terms/gate';
import type { Waiting } from '@parley/domain/notification/waiting';
import type { Scope } from '../../trpc.ts';
import { findOpenTerms } from './store.ts';

type Live = ReadonlyMap<string, { details: { role: string } }>;

/** Own negotiations without an outcome in which a term is said only, or said otherwise than written. */
export async function waitingTerms(scope: Scope, live: Live): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const { negotiationId, opportunityId, terms } of await findOpenTerms(scope)) {
    const role = live.get(opportunityId)?.details.role;
    const missing = gateOf(terms).missing.length;
    if (role !== undefined && missing > 0) waiting.push({ what: 'terms', opportunityId, negotiationId, role, missing });
  }
  return waiting;
}
