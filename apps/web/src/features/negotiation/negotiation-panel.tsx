import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { Ledger } from '@parley/domain/negotiation/ledger/ledger';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import type { Evidence } from '@parley/domain/negotiation/plan/evidence';
import type { Objection } from '@parley/domain/negotiation/plan/objection';
import { amountsEntered } from '@parley/domain/negotiation/policy';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { AskList } from './asks/ask-list.tsx';
import { TradeCard } from './asks/trade-card.tsx';
import { BeginForm } from './begin-form.tsx';
import { GatePanel } from './gate-panel.tsx';
import { LedgerPanel } from './ledger/ledger-panel.tsx';
import { TurnMark } from './ledger/turn-card.tsx';
import { ConflictCard } from './plan/conflict-card.tsx';
import { DecisionCard } from './plan/decision-card.tsx';
import { EvidenceList } from './plan/evidence-list.tsx';
import { NumbersForm } from './plan/numbers-form.tsx';
import { ObjectionList } from './plan/objection-list.tsx';
import { PlaybookCard } from './plan/playbook-card.tsx';
import { ScriptForm } from './plan/script-form.tsx';
import { usePlan } from './plan/use-plan.ts';
import { WalkAwayCard } from './plan/walk-away-card.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

export type NegotiationPanelProps = { opportunityId: string; mine: boolean; itemIds: string[] };

/** Everything about the negotiation of an opportunity's offers, in the order in which one decides. */
export function NegotiationPanel({ opportunityId, mine, itemIds }: NegotiationPanelProps) {
  return (
    <div className="flex flex-col gap-10">
      {itemIds.map((negotiationId) => (
        <NegotiationSheet key={negotiationId} negotiationId={negotiationId} opportunityId={opportunityId} />
      ))}
      {mine ? <BeginForm opportunityId={opportunityId} negotiationIds={itemIds} /> : null}
      {!mine && itemIds.length === 0 ? <EmptyState title="No negotiation is shared with you here." /> : null}
    </div>
  );
}

function NegotiationSheet({ negotiationId, opportunityId }: { negotiationId: string; opportunityId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.negotiation.get.queryOptions({ negotiationId }));
  if (query.isPending) return <Skeleton lines={8} what="the negotiation" />;
  if (query.isLoadingError) return <Failed error={query.error} what="the negotiation" retry={() => void query.refetch()} />;
  return <OpenNegotiation {...query.data} opportunityId={opportunityId} />;
}

type OpenProps = {
  negotiationId: string;
  opportunityId: string;
  mine: boolean;
  ownerName: string;
  rev: number;
  plan: Plan;
  asks: readonly Ask[];
  objections: readonly Objection[];
  evidence: readonly Evidence[];
  moves: readonly KeptMove[];
  ledger: Ledger;
};

function OpenNegotiation({ negotiationId, opportunityId, mine, ownerName, rev, plan: seen, ...parts }: OpenProps) {
  const editing = usePlan(negotiationId, { rev, plan: seen });
  const { asks, objections, evidence, moves, ledger } = parts;
  const candidate = mine ? 'You' : ownerName;
  const plan = mine ? editing.plan : seen;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <TurnMark negotiationId={negotiationId} turn={ledger.turn} candidate={candidate} />
        <span className="flex min-w-0 items-center gap-1">
          <ShareChip itemId={negotiationId} kind="negotiation" />
          {mine ? (
            <LinkButton kind="quiet" to="/opportunities/$opportunityId/prep" params={{ opportunityId }}>
              Before the call
            </LinkButton>
          ) : null}
          {mine ? <RemoveDialog negotiationId={negotiationId} /> : null}
        </span>
      </div>
      <ConflictCard editing={editing} />
      {mine ? <DecisionCard {...{ negotiationId, plan, editing }} /> : null}
      {mine ? <PlaybookCard {...{ negotiationId, plan, editing, ledger, moves }} /> : null}
      <NumbersForm {...{ negotiationId, plan, mine }} locked={amountsEntered(asks, moves)} editing={editing} />
      {mine ? <WalkAwayCard negotiationId={negotiationId} currency={plan.currency} /> : null}
      <AskList {...{ negotiationId, opportunityId, asks, mine }} currency={plan.currency} />
      <EvidenceList {...{ negotiationId, evidence, mine }} currency={plan.currency} />
      <ObjectionList {...{ negotiationId, objections, mine }} />
      <ScriptForm {...{ negotiationId, plan, mine, editing }} />
      <LedgerPanel {...{ negotiationId, moves, ledger, plan, mine, candidate }} />
      <GatePanel {...{ negotiationId, plan, moves, asks, mine }} />
      <TradeCard {...{ negotiationId, plan, moves, mine }} />
    </div>
  );
}
