import type { Ledger } from '@parley/domain/negotiation/ledger/ledger';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { findPlayPhase, type PlayPhase, playPhases, type Situation, situations } from '@parley/domain/negotiation/plan/playbook';
import { situationPlaybooks } from '@parley/domain/negotiation/plan/situation-playbook';
import { stagePlaybooks } from '@parley/domain/negotiation/plan/stage-playbook';
import { countTicked } from '@parley/domain/negotiation/plan/tick';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { MethodLink } from '../../../components/method-link.tsx';
import type { LedgerProps } from '../ledger/use-move-form.ts';
import { ChecklistList } from './checklist-list.tsx';
import type { Editing } from './conflict-card.tsx';
import { Lines } from './playbook-list.tsx';
import { SuggestionList } from './playbook-suggestion-list.tsx';

export type PlaybookCardProps = {
  negotiationId: string;
  plan: Plan;
  editing: Editing;
  ledger: Ledger;
  moves: LedgerProps['moves'];
};

const stageWords = {
  receive: 'Receive',
  prepare: 'Prepare',
  open: 'Open',
  'push-back': 'Pushback',
  close: 'Close',
} satisfies Record<PlayPhase, string>;

/** The stage to begin with, from what stands in the ledger. */
function nowOf({ ledger, moves }: PlaybookCardProps): PlayPhase {
  const figures = (party: 'candidate' | 'employer') =>
    ledger.steps.some((step) => step.value !== null && moves.find(({ moveId }) => moveId === step.moveId)?.party === party);
  return findPlayPhase(ledger.turn, figures('candidate'), figures('employer'));
}

/** The checklists, folded away until they are wanted; what is ticked is kept with the plan. */
export function PlaybookCard(props: PlaybookCardProps) {
  const { plan, editing } = props;
  const [chosen, setChosen] = useState<PlayPhase | null>(null);
  const stage = chosen ?? nowOf(props);
  const { done, of } = countTicked(stagePlaybooks[stage], plan.ticks);
  const tick = (id: string, on: boolean) =>
    editing.change({ ticks: on ? [...plan.ticks, id] : plan.ticks.filter((one) => one !== id) });
  const take = (one: Situation, on: boolean) =>
    editing.change({ situations: on ? [...plan.situations, one] : plan.situations.filter((other) => other !== one) });
  return (
    <details className="group rounded-md border border-line bg-raised">
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2 sm:px-5">
        <ChevronRight aria-hidden="true" className="size-4 text-ink-soft transition-transform group-open:rotate-90" />
        <span className="font-semibold">Checklist</span>
        <span className="text-ink-soft">
          {stagePlaybooks[stage].title}: {done} of {of}
        </span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-line px-4 py-4 sm:px-5">
        <RadioGroup
          inline
          label="Where you are"
          value={stage}
          onChange={setChosen}
          choices={playPhases.map((value) => ({ value, label: stageWords[value] }))}
        />
        <Lines playbook={stagePlaybooks[stage]} ticks={plan.ticks} onTick={tick} />
        <SuggestionList {...props} onTake={(one) => take(one, true)} />
        <fieldset className="min-w-0">
          <legend className="font-medium">What makes it special</legend>
          <div className="grid sm:grid-cols-2">
            {situations.map((one) => (
              <Checkbox
                key={one}
                label={situationPlaybooks[one].title}
                checked={plan.situations.includes(one)}
                onChange={(event) => take(one, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
        {plan.situations.map((one) => (
          <Lines key={one} playbook={situationPlaybooks[one]} ticks={plan.ticks} onTick={tick} />
        ))}
        <ChecklistList plan={plan} editing={editing} onTick={tick} />
        <p className="flex flex-wrap gap-x-5">
          <MethodLink hash="mistakes">Ten mistakes</MethodLink>
          <MethodLink hash="not">When not to negotiate</MethodLink>
          <MethodLink hash="perks">Perks beyond pay</MethodLink>
          <MethodLink hash="steps">The whole method</MethodLink>
        </p>
      </div>
    </details>
  );
}
