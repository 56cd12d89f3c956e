import { type Held, heldAgainst, offeredIn } from '@parley/domain/negotiation/decision';
import { type Answer, answers, type Figures, type Plan } from '@parley/domain/negotiation/negotiation';
import type { LeaveAnswer } from '@parley/domain/negotiation/walk-away';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { RadioGroup } from '../../components/choice-field.tsx';
import { Delta } from '../../components/delta.tsx';
import { Failed } from '../../components/failed.tsx';
import { TextArea } from '../../components/field.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { Editing } from './conflict-card.tsx';
import { useDecision } from './use-evidence.ts';

export type DecisionCardProps = { negotiationId: string; plan: Plan; editing: Editing };
type Decision = NonNullable<ReturnType<typeof useDecision>['data']>;

const answerWords = { negotiate: 'Negotiate', accept: 'Accept it', decline: 'Decline it' } satisfies Record<Answer, string>;

/** Should I negotiate? The parts, laid out for the owner alone; the answer is theirs. */
export function DecisionCard({ negotiationId, plan, editing }: DecisionCardProps) {
  const decision = useDecision(negotiationId);
  const { deciding } = plan;
  return (
    <PrivateGround>
      <details className="group" open={deciding.answer === null}>
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
        <MoneyField label="Base, a year" optional currency={currency} value={deciding.said.base} onChange={say('base')} />
        <MoneyField label="Total, four years" optional currency={currency} value={deciding.said.total} onChange={say('total')} />
      </fieldset>
      <Against plan={plan} decision={decision} />
      <Walk negotiationId={negotiationId} />
      <Others decision={decision} />
    </>
  );
}

/** Said, offered and target beside each other, and what lies between. */
function Against({ plan, decision }: { plan: Plan; decision: Decision }) {
  const format = useFormat();
  const { currency, deciding, target } = plan;
  const { offered } = decision;
  const there = offeredIn(offered, currency);
  const row = (label: string, part: keyof Figures) => (
    <tr>
      <RowHead>{label}</RowHead>
      <Cell number>{format.amount(there[part], currency)}</Cell>
      <Cell number>
        <Gap held={heldAgainst(deciding.said[part], there[part])} currency={currency} />
      </Cell>
      <Cell number>
        <Gap held={heldAgainst(target[part], there[part])} currency={currency} />
      </Cell>
    </tr>
  );
  return (
    <Table caption={`What is offered, in ${currency}`} note={noteOn(offered, currency)}>
      <thead>
        <tr>
          <Head>Part</Head>
          <Head number>Offered</Head>
          <Head number>Against what I said</Head>
          <Head number>Against my target</Head>
        </tr>
      </thead>
      <tbody>
        {row('Base, a year', 'base')}
        {row('Total, four years', 'total')}
      </tbody>
    </Table>
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
  return <Delta value={by}>{format.change(by, currency)}</Delta>;
}

const leaving = { yes: 'Yes, I would leave.', no: 'No, I would stay.', unsure: 'I am not sure.' } satisfies Record<
  LeaveAnswer,
  string
>;

/** Would I really walk? Fetched only when it is asked for, and forgotten when it is hidden. */
function Walk({ negotiationId }: { negotiationId: string }) {
  const [shown, setShown] = useState(false);
  return (
    <Part title="Would I really walk?">
      {shown ? <Leaving negotiationId={negotiationId} /> : null}
      <Button kind="quiet" aria-expanded={shown} className="-ml-4" onClick={() => setShown(!shown)}>
        {shown ? 'Hide it' : 'Show my answer'}
      </Button>
    </Part>
  );
}

function Leaving({ negotiationId }: { negotiationId: string }) {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.walkAway.get.queryOptions({ negotiationId }), gcTime: 0, staleTime: 0 });
  if (query.isPending) return <Skeleton lines={1} what="your answer" />;
  if (query.isError) return <Failed error={query.error} what="your answer" retry={() => void query.refetch()} />;
  const { leave } = query.data.walkAway;
  return <p>{leave === null ? 'Not answered yet: it stands with your walk-away below.' : leaving[leave]}</p>;
}

/** What else is going on; without any of it one negotiates on market, scope and opportunity cost. */
function Others({ decision: { processes } }: { decision: Decision }) {
  const format = useFormat();
  return (
    <Part title="Other offers and live processes">
      {processes.length === 0 ? (
        <p className="text-ink-soft">
          None from the first screening on. What speaks for you is the market, the scope, and their cost of going on looking.
        </p>
      ) : (
        <ul className="flex flex-col">
          {processes.map(({ opportunityId, company, role, stage, offers }) => (
            <li key={opportunityId}>
              <Link
                to="/opportunities/$opportunityId"
                params={{ opportunityId }}
                className="flex min-h-11 flex-wrap items-center gap-x-2 text-ink hover:underline"
              >
                <span className="font-medium">
                  {role}, {company}
                </span>
                <span className="text-ink-soft">
                  {stageName(stage)}
                  {offers.flatMap(({ offered }) =>
                    offered
                      ? [
                          ` · ${format.money(offered.total, offered.currency)} over four years${offered.complete ? '' : ' so far'}`,
                        ]
                      : [],
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      {children}
    </div>
  );
}
