import { type Answer, answers, type Figures, type Plan } from '@parley/domain/negotiation/negotiation';
import { compareWithWanted, type Held, takeOffered } from '@parley/domain/negotiation/plan/decision';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { Delta } from '../../../components/delta.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PrivateGround } from '../../../components/private-ground.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useDecision } from '../use-evidence.ts';
import type { Editing } from './conflict-card.tsx';
import { OtherList, WalkPart } from './decision-list.tsx';
import { StrengthsForm } from './strengths-form.tsx';
import { TimelineList } from './timeline-list.tsx';

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
      <Against plan={plan} decision={decision} />
      <StrengthsForm deciding={deciding} onChange={(patch) => editing.change({ deciding: { ...deciding, ...patch } })} />
      <WalkPart negotiationId={negotiationId} />
      <OtherList processes={decision.processes} />
      <TimelineList steps={decision.timeline} />
    </>
  );
}

/** Said, offered and target beside each other, and what lies between. */
function Against({ plan, decision }: { plan: Plan; decision: Decision }) {
  const format = useFormat();
  const { currency, deciding, target } = plan;
  const { offered } = decision;
  const there = takeOffered(offered, currency);
  const row = (label: string, part: keyof Figures) => (
    <tr>
      <RowHead>{label}</RowHead>
      <Cell number>{format.amount(there[part], currency)}</Cell>
      <Cell number>
        <Gap held={compareWithWanted(deciding.said[part], there[part])} currency={currency} />
      </Cell>
      <Cell number>
        <Gap held={compareWithWanted(target[part], there[part])} currency={currency} />
      </Cell>
    </tr>
  );
  return (
    <div className="rounded-md border border-line bg-raised p-3">
      <Table caption={`What is offered, in ${currency}`} note={noteOn(offered, currency)}>
        <thead>
          <tr>
            <Head>Part</Head>
            <Head number>Offered</Head>
            <Head number>Against what I said</Head>
            <Head number>Against target</Head>
          </tr>
        </thead>
        <tbody>
          {row('Base', 'base')}
          {row('4 years', 'total')}
        </tbody>
      </Table>
    </div>
  );
}

function noteOn(offered: Decision['offered'], currency: string): string {
  if (offered === null) return 'No version of the offer is on record yet.';
  if (offered.currency !== currency) return `The offer is in ${offered.currency}; this plan counts in ${currency}.`;
  return offered.complete ? 'As last put on record.' : 'Parts of the offer are unknown, so its total is not known either.';
}

function Gap({ held, currency }: { held: Held | null; currency: string }) {
  const format = useFormat();
  if (held === null) return <>–</>;
  if (held.kind === 'met') return <>met</>;
  const by = held.kind === 'below' ? 0 - held.by : held.by;
  return <Delta value={by}>{format.money(Math.abs(by), currency)}</Delta>;
}
