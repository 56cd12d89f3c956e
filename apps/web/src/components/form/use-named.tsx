import type { Named } from '@parley/domain/negotiation/ledger/named';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

const none = { base: null, total: null };
const nothing: Named = { plan: { target: none, ideal: none }, moves: [] };

/** What was named in a negotiation so far, as the viewer may read it; nothing until it is there. */
export function useNamed(negotiationId: string): Named {
  const trpc = useTRPC();
  return useQuery(trpc.negotiation.get.queryOptions({ negotiationId })).data ?? nothing;
}
