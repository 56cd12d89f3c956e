import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTRPC } from '../../lib/trpc.ts';
import { type Leaking, useWalkAwayCheck } from './use-walk-away.tsx';

/** Looks for the writer's own walk-away in words about an opening of theirs; somebody else's is known to nobody here. */
export function useOwnWalkAway(): (...texts: string[]) => Promise<Leaking[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const check = useWalkAwayCheck();
  const { opportunityId } = useParams({ strict: false });
  return async (...texts) => {
    if (!opportunityId) return [];
    const { header, parts } = await client.ensureQueryData(trpc.opportunity.page.queryOptions({ opportunityId }));
    return header.mine ? check(parts.negotiation, texts) : [];
  };
}
