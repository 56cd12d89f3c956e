import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

/** The evidence of the negotiation on the screen: it came with it. */
export function useEvidence(negotiationId: string) {
  const trpc = useTRPC();
  const query = useQuery(trpc.negotiation.get.queryOptions({ negotiationId }, { select: ({ evidence }) => evidence }));
  return query.data ?? [];
}

/** The parts of the decision, for the owner: the offered figures, and what else is going on. */
export function useDecision(negotiationId: string, mine = true) {
  const trpc = useTRPC();
  return useQuery(trpc.decision.get.queryOptions({ negotiationId }, { enabled: mine }));
}
