import type { Ring } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import { groupBy } from '@parley/domain/kernel/group';
import { gateOf } from '@parley/domain/negotiation/terms/gate';
import type { TermsOf } from '@parley/domain/negotiation/terms/input';
import type { Waiting } from '@parley/domain/notification/waiting';
import type { z } from 'zod';
import { question } from '../../read.ts';
import { negotiationOf, openNegotiation } from '../rows.ts';
import { type openTerms, openTermsOf, termContent, termsOf } from './rows.ts';

type Row = RowIn<typeof openTerms>;
type Live = ReadonlyMap<string, { details: { role: string } }>;

/** Own negotiations without an outcome in which a term is said only, or said otherwise than written. */
export function listWaitingTerms(rows: readonly Row[], open: Ring['open'], live: Live): Waiting[] {
  return [...groupBy(rows, (row) => row.negotiationId)].flatMap(([negotiationId, terms]) => {
    const opportunityId = terms[0]?.opportunityId ?? '';
    const role = live.get(opportunityId)?.details.role;
    const stated = terms.map(({ id, ownerId, rev, state, sealed }) => ({
      state,
      ...open(termContent, { id, owner: ownerId, rev }, sealed),
    }));
    const missing = gateOf(stated).missing.length;
    return role !== undefined && missing > 0 ? [{ what: 'terms' as const, opportunityId, negotiationId, role, missing }] : [];
  });
}

/** The terms of a negotiation that the viewer may read. */
export const termsQuestion = question({
  ask: ({ negotiationId }: z.output<typeof TermsOf>) => ({
    negotiation: negotiationOf(negotiationId),
    terms: termsOf(negotiationId),
  }),
  answer: ({ rows, open }) => openTermsOf(open, openNegotiation(open, rows.negotiation).ownerId, rows.terms),
});
