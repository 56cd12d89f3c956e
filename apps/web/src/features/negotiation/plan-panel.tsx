import { hasAmounts } from '@parley/domain/negotiation/policy';
import { AskList } from './asks/ask-list.tsx';
import { TradeCard } from './asks/trade-card.tsx';
import { DecisionCard } from './plan/decision-card.tsx';
import { EvidenceList } from './plan/evidence-list.tsx';
import { NumbersForm } from './plan/numbers-form.tsx';
import { ObjectionList } from './plan/objection-list.tsx';
import { PlaybookCard } from './plan/playbook-card.tsx';
import { WalkAwayCard } from './plan/walk-away-card.tsx';
import { ScriptList } from './script/script-list.tsx';
import { TextCard } from './texts/text-card.tsx';
import type { Sheet } from './use-sheet.ts';

/** What one wants, why, and how one says it, in the order in which one decides. */
export function PlanPanel(sheet: Sheet & { opportunityId: string }) {
  const { negotiationId, opportunityId, mine, plan, editing, asks, objections, evidence, moves, ledger } = sheet;
  return (
    <div className="flex flex-col gap-5">
      {mine ? <DecisionCard {...{ negotiationId, plan, editing }} begun={moves.length > 0} /> : null}
      <NumbersForm {...{ negotiationId, plan, mine }} locked={hasAmounts(asks, moves)} editing={editing} />
      {mine ? <WalkAwayCard negotiationId={negotiationId} plan={plan} /> : null}
      <AskList {...{ negotiationId, opportunityId, asks, mine }} currency={plan.currency} />
      <ScriptList {...{ negotiationId, opportunityId, mine, plan, asks, moves, editing }} />
      {mine ? <TextCard {...{ negotiationId, opportunityId, plan, asks, moves }} /> : null}
      <ObjectionList {...{ negotiationId, objections, mine }} />
      <EvidenceList {...{ negotiationId, evidence, mine }} currency={plan.currency} />
      {mine ? <PlaybookCard {...{ negotiationId, plan, editing, ledger, moves }} /> : null}
      <TradeCard {...{ negotiationId, plan, moves, mine }} />
    </div>
  );
}
