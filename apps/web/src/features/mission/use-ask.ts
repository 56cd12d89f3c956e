import type { Need } from '@parley/domain/mission/mission';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Makes an ask of a need in the latest negotiation of the same opportunity. */
export function useAsk(opportunityId: string, missionId: string, mine: boolean) {
  const trpc = useTRPC();
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const page = useQuery({ ...trpc.opportunity.page.queryOptions({ opportunityId }), enabled: mine });
  const create = useMutation(trpc.ask.fromNeed.mutationOptions());
  const negotiationId = page.data?.parts.negotiation.at(-1);
  const make = ({ id, text }: Need) => {
    if (negotiationId === undefined) return;
    setMade(null);
    setFailure(null);
    create.mutate(
      { negotiationId, missionId, needId: id },
      {
        onSuccess: () => setMade(text),
        onError: (error) => setFailure(failureOf(error)),
      },
    );
  };
  const why = negotiationId === undefined ? 'Begin a negotiation on the offer first.' : null;
  return { make, made, failure, why };
}
