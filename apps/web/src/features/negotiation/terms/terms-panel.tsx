import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { gateOf } from '@parley/domain/negotiation/terms/gate';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../../components/card.tsx';
import { Chip } from '../../../components/chip.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { TermList } from './term-list.tsx';

export type TermsPanelProps = {
  negotiationId: string;
  plan: Plan;
  moves: readonly KeptMove[];
  asks: readonly Ask[];
  mine: boolean;
};

/** What was agreed, and what the letter says. */
export function TermsPanel({ negotiationId, plan, moves, asks, mine }: TermsPanelProps) {
  const trpc = useTRPC();
  const terms = useQuery(trpc.term.list.queryOptions({ negotiationId }));
  if (terms.isPending) return <Skeleton lines={5} what="the terms" />;
  if (terms.isLoadingError) return <Failed error={terms.error} what="the terms" retry={() => void terms.refetch()} />;
  const list = terms.data;
  const { missing } = gateOf(list);
  const proposed = list.filter(({ state }) => state === 'proposed').length;
  return (
    <Card
      flush
      level={3}
      title="Terms and the gate"
      aside={list.length === 0 ? null : <GateChip missing={missing.length} proposed={proposed} />}
    >
      <TermList {...{ negotiationId, list, moves, asks, mine }} currency={plan.currency} />
    </Card>
  );
}

/** What the letter still has to confirm; what is only proposed does not shut the gate, and is not agreed either. */
function GateChip({ missing, proposed }: { missing: number; proposed: number }) {
  if (missing > 0) return <Chip tone="warn">{`${missing} not confirmed`}</Chip>;
  return proposed > 0 ? <Chip>{`${proposed} only proposed`}</Chip> : <Chip tone="good">nothing is missing</Chip>;
}
