import { listKeyResults } from '@parley/domain/mission/mission';
import type { AskContent } from '@parley/domain/negotiation/asks/ask';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../lib/trpc.ts';

/** What an ask of the viewer's own can be tied to: the key results of the mission beside it, and their proofs. */
export function useTies(opportunityId: string, mine = true) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }, { enabled: mine }));
  const missionId = page.data?.parts.mission[0] ?? '';
  const mission = useQuery(trpc.mission.get.queryOptions({ missionId }, { enabled: mine && missionId !== '' }));
  const library = useQuery(trpc.proof.list.queryOptions(undefined, { enabled: mine }));
  const keyResults = mission.data ? listKeyResults(mission.data.document) : [];
  const proofs = library.data ?? [];
  const standing = ({ proofIds, serves }: Partial<Pick<AskContent, 'proofIds' | 'serves'>>) => ({
    // while it is not known what there is, the server says so
    proofIds: library.data ? proofIds?.filter((id) => proofs.some(({ proofId }) => proofId === id)) : proofIds,
    serves: mission.data && !keyResults.some(({ id }) => id === serves?.keyResultId) ? null : (serves ?? null),
  });
  return { missionId, keyResults, proofs, standing };
}

export type Ties = ReturnType<typeof useTies>;
