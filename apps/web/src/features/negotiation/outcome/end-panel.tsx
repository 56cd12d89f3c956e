import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { TextCard } from '../texts/text-card.tsx';
import { OutcomePanel } from './outcome-panel.tsx';

export type EndPanelProps = {
  negotiationId: string;
  opportunityId: string;
  ownerName: string;
  plan: Plan;
  moves: readonly KeptMove[];
  asks: readonly Ask[];
  mine: boolean;
};

/** How it ended, or the acts that end it: asks for what both stand on. */
export function EndPanel({ negotiationId, opportunityId, ownerName, plan, moves, asks, mine }: EndPanelProps) {
  const trpc = useTRPC();
  const terms = useQuery(trpc.term.list.queryOptions({ negotiationId }));
  const outcome = useQuery(trpc.outcome.get.queryOptions({ negotiationId }));
  if (terms.isPending || outcome.isPending) return <Skeleton lines={5} what="the outcome" />;
  if (terms.isLoadingError) return <Failed error={terms.error} what="the terms" retry={() => void terms.refetch()} />;
  if (outcome.isLoadingError) return <Failed error={outcome.error} what="the outcome" retry={() => void outcome.refetch()} />;
  if (!mine && outcome.data.outcome === null) return <EmptyState title={`${ownerName} has not ended this negotiation yet.`} />;
  return (
    <div className="flex flex-col gap-5">
      <OutcomePanel {...{ negotiationId, moves, asks, mine }} list={terms.data} currency={plan.currency} seen={outcome.data} />
      {mine ? <TextCard {...{ negotiationId, opportunityId, plan, asks, moves }} /> : null}
    </div>
  );
}
