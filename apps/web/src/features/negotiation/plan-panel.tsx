import { hasAmounts } from '@parley/domain/negotiation/policy';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { AskList } from './asks/ask-list.tsx';
import { TradeCard } from './asks/trade-card.tsx';
import { DecisionCard } from './plan/decision-card.tsx';
import { EvidenceList } from './plan/evidence-list.tsx';
import { NumbersForm } from './plan/numbers-form.tsx';
import { ObjectionList } from './plan/objection-list.tsx';
import { OfferedCard } from './plan/offered-card.tsx';
import { PlaybookCard } from './plan/playbook-card.tsx';
import { WalkAwayCard } from './plan/walk-away-card.tsx';
import { ScriptList } from './script/script-list.tsx';
import { TextCard } from './texts/text-card.tsx';
import type { Sheet } from './use-sheet.ts';

type Part = { id: string; title: string; shown: ReactNode };

type Props = Sheet & {
  opportunityId: string;
  /** The rehearsals, which the app brings. */
  rehearsals: ReactNode;
};

/** What one wants, why, and how one says it, in the order in which one decides; an index beside it leads to each part. */
export function PlanPanel({ rehearsals, ...sheet }: Props) {
  const parts = partsOf(sheet, rehearsals);
  // a link from elsewhere names its part before the plan is here
  useEffect(() => document.getElementById(window.location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <div className="relative flex flex-col gap-5">
      <PlanIndex parts={parts} />
      {parts.map(({ id, shown }) => (
        <div key={id} id={id} className="flex scroll-mt-32 flex-col gap-5 empty:hidden">
          {shown}
        </div>
      ))}
    </div>
  );
}

function partsOf(sheet: Omit<Props, 'rehearsals'>, rehearsals: ReactNode): Part[] {
  const { negotiationId, opportunityId, mine, plan, editing, asks, objections, evidence, moves, ledger } = sheet;
  const own = (part: Part): Part[] => (mine ? [part] : []);
  const numbers = <NumbersForm {...{ negotiationId, plan, mine }} locked={hasAmounts(asks, moves)} editing={editing} />;
  const asked = (
    <>
      <AskList {...{ negotiationId, opportunityId, asks, mine }} currency={plan.currency} />
      <TradeCard {...{ negotiationId, plan, moves, mine }} />
    </>
  );
  const said = (
    <>
      <ScriptList {...{ negotiationId, opportunityId, mine, plan, asks, moves, editing }} />
      {mine ? <TextCard {...{ negotiationId, opportunityId, plan, asks, moves }} /> : null}
    </>
  );
  return [
    ...own({ id: 'offered', title: 'What is offered', shown: <OfferedCard negotiationId={negotiationId} plan={plan} /> }),
    { id: 'numbers', title: 'Target and ideal', shown: numbers },
    ...own({ id: 'walk-away', title: 'Walk-away', shown: <WalkAwayCard negotiationId={negotiationId} plan={plan} /> }),
    { id: 'asks', title: 'Asks', shown: asked },
    {
      id: 'evidence',
      title: 'Evidence',
      shown: <EvidenceList {...{ negotiationId, evidence, mine }} currency={plan.currency} />,
    },
    { id: 'objections', title: 'Objections', shown: <ObjectionList {...{ negotiationId, objections, mine }} /> },
    { id: 'say', title: mine ? 'What you say' : 'Scripts', shown: said },
    ...own({
      id: 'checklists',
      title: 'Checklists',
      shown: <PlaybookCard {...{ negotiationId, plan, editing, ledger, moves }} />,
    }),
    { id: 'rehearse', title: 'Rehearse', shown: rehearsals },
    ...own({
      id: 'deciding',
      title: 'Should I negotiate?',
      shown: <DecisionCard {...{ negotiationId, plan, editing }} begun={moves.length > 0} />,
    }),
  ];
}

/** Where everything is: beside the plan where there is room, a list to jump from where there is none; an open panel takes its place. */
function PlanIndex({ parts }: { parts: readonly Part[] }) {
  return (
    <nav aria-label="In this plan" className="lg:absolute lg:inset-y-0 lg:left-full lg:ml-4 lg:w-40 lg:group-has-[aside]:hidden">
      <ul className="flex flex-wrap gap-x-4 lg:sticky lg:top-32 lg:flex-col">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <Link
              to="."
              search={(now) => now}
              hash={id}
              className="inline-flex min-h-11 items-center text-sm text-ink-soft underline hover:text-ink lg:min-h-9 lg:no-underline lg:hover:underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
