import type { Ask } from '@parley/domain/negotiation/ask';
import type { Evidence } from '@parley/domain/negotiation/evidence';
import type { Ledger } from '@parley/domain/negotiation/ledger';
import type { KeptMove } from '@parley/domain/negotiation/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import type { Objection } from '@parley/domain/negotiation/objection';
import { amountsEntered } from '@parley/domain/negotiation/policy';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state.tsx';
import { Failed } from '../../components/failed.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { AskList } from './ask-list.tsx';
import { BeginForm } from './begin-form.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { DecisionCard } from './decision-card.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { GatePanel } from './gate-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { NumbersForm } from './numbers-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { PlaybookCard } from './playbook-card.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ScriptForm } from './script-form.tsx';
import { TradeCard } from './trade-card.tsx';
import { TurnMark } from './turn-card.tsx';
import { usePlan } from './use-plan.ts';
import { WalkAwayCard } from './walk-away-card.tsx';

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
