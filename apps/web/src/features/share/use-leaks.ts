import { listTexts } from '@parley/domain/share/texts';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Leaking, useWalkAwayCheck } from '../../components/feedback/use-walk-away.tsx';
import type { ItemKind } from '../../components/item-tools.tsx';
import { useTRPC } from '../../lib/trpc.ts';

/** Everything that is written in an item and that a share shows. */
function useWritten(kind: ItemKind, itemId: string): () => Promise<string[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    switch (kind) {
      case 'negotiation': {
        const { plan, asks, objections, evidence, moves } = await client.fetchQuery(
          trpc.negotiation.get.queryOptions({ negotiationId: itemId }),
        );
        return listTexts({ scripts: plan.scripts, asks, objections, evidence, moves });
      }
      case 'mission':
        return listTexts((await client.fetchQuery(trpc.mission.get.queryOptions({ missionId: itemId }))).document);
      case 'debrief':
        return listTexts((await client.fetchQuery(trpc.debrief.get.queryOptions({ debriefId: itemId }))).document);
      case 'offer':
        return listTexts((await client.fetchQuery(trpc.offer.get.queryOptions({ offerId: itemId }))).versions);
      case 'round':
        return listTexts((await client.fetchQuery(trpc.round.get.queryOptions({ roundId: itemId }))).document);
      default:
        return kind satisfies never;
    }
  };
}

/** Looks for the walk-away of the negotiations of this opening in what is about to be shared. */
export function useLeaks(kind: ItemKind, itemId: string): () => Promise<Leaking[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const check = useWalkAwayCheck();
  const written = useWritten(kind, itemId);
  const { opportunityId } = useParams({ strict: false });
  return async () => {
    const page = opportunityId ? await client.ensureQueryData(trpc.opportunity.page.queryOptions({ opportunityId })) : null;
    const ids = kind === 'negotiation' ? [itemId] : (page?.parts.negotiation ?? []);
    return ids.length === 0 ? [] : check(ids, await written());
  };
}
