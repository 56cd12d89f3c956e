import { type Answer, answers, type Figures, type Plan } from '@parley/domain/negotiation/negotiation';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PrivateGround } from '../../../components/private-ground.tsx';
import { useDecision } from '../use-evidence.ts';
import type { Editing } from './conflict-card.tsx';
import { OtherList, WalkPart } from './decision-list.tsx';
import { StrengthsForm } from './strengths-form.tsx';

export type DecisionCardProps = { negotiationId: string; plan: Plan; editing: Editing };
type Props = DecisionCardProps & {
  /** A figure was named: the question lies behind. */
  begun: boolean;
};
type Decision = NonNullable<ReturnType<typeof useDecision>['data']>;

const answerWords = { negotiate: 'Negotiate', accept: 'Accept it', decline: 'Decline it' } satisfies Record<Answer, string>;

/** Should I negotiate? The parts, laid out for the owner alone; the answer is theirs. */
export function DecisionCard({ negotiationId, plan, editing, begun }: Props) {
  const decision = useDecision(negotiationId);
  const { deciding } = plan;
  // once answered, or passed by, it comes folded, but never folds while one is in it
  const [open] = useState(deciding.answer === null && !begun);
  return (
    <PrivateGround>
      <details className="group" open={open}>
        <summary className="flex min-h-11 flex-wrap items-center gap-x-2">
          <ChevronRight aria-hidden="true" className="size-4 text-ink-soft transition-transform group-open:rotate-90" />
          <h2 className="text-base">Should I negotiate?</h2>
          {deciding.answer ? (
            <span className="text-ink-soft">You decided: {answerWords[deciding.answer].toLowerCase()}</span>
          ) : null}
        </summary>
        <div className="mt-2 flex flex-col gap-5">
          {decision.isPending ? <Skeleton lines={3} what="the parts of the decision" /> : null}
          {decision.isError ? (
            <Failed error={decision.error} what="the parts of the decision" retry={() => void decision.refetch()} />
          ) : null}
          {decision.data ? <Parts {...{ negotiationId, plan, editing }} decision={decision.data} /> : null}
          <RadioGroup
            inline
            label="My answer"
            value={deciding.answer}
            onChange={(answer) => editing.change({ deciding: { ...deciding, answer } })}
            choices={answers.map((value) => ({ value, label: answerWords[value] }))}
          />
          <TextArea
            label="Because"
            optional
            maxLength={1000}
            value={deciding.why}
            onChange={(event) => editing.change({ deciding: { ...deciding, why: event.target.value } })}
          />
        </div>
      </details>
    </PrivateGround>
  );
}

function Parts({ negotiationId, plan, editing, decision }: DecisionCardProps & { decision: Decision }) {
  const { currency, deciding } = plan;
  const say = (part: keyof Figures) => (minor: number | null) =>
    editing.change({ deciding: { ...deciding, said: { ...deciding.said, [part]: minor } } });
  return (
    <>
      <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <legend className="mb-1 font-medium">What I said I wanted, when they asked</legend>
        <MoneyField
          label="Base, a year"
          optional
          per="year"
          currency={currency}
          value={deciding.said.base}
          onChange={say('base')}
        />
        <MoneyField
          label="Total, four years"
          optional
          per="once"
          currency={currency}
          value={deciding.said.total}
          onChange={say('total')}
        />
      </fieldset>
      <StrengthsForm deciding={deciding} onChange={(patch) => editing.change({ deciding: { ...deciding, ...patch } })} />
      <WalkPart negotiationId={negotiationId} />
      <OtherList processes={decision.processes} />
    </>
  );
}
