import type { Figures, Plan } from '@parley/domain/negotiation/negotiation';
import { compareWithWanted, type Held, takeOffered } from '@parley/domain/negotiation/plan/decision';
import { Card } from '../../../components/card.tsx';
import { Delta } from '../../../components/delta.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Cell, Head, RowHead, stack, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useDecision } from '../use-evidence.ts';
import { TimelineList } from './timeline-list.tsx';

type Decision = NonNullable<ReturnType<typeof useDecision>['data']>;

/** What is offered against what is wanted, and the days that are left: where a plan begins. */
export function OfferedCard({ negotiationId, plan }: { negotiationId: string; plan: Plan }) {
  const decision = useDecision(negotiationId);
  return (
    <Card title="What is offered">
      <div className="flex flex-col gap-5">
        {decision.isPending ? <Skeleton lines={3} what="the offer" /> : null}
        {decision.isError ? <Failed error={decision.error} what="the offer" retry={() => void decision.refetch()} /> : null}
        {decision.data ? (
          <>
            <Against plan={plan} decision={decision.data} />
            <TimelineList steps={decision.data.timeline} />
          </>
        ) : null}
      </div>
    </Card>
  );
}

/** Said, offered and target beside each other, and what lies between. */
function Against({ plan, decision }: { plan: Plan; decision: Decision }) {
  const format = useFormat();
  const { currency, deciding, target } = plan;
  const { offered } = decision;
  const there = takeOffered(offered, currency);
  const hasSaid = deciding.said.base !== null || deciding.said.total !== null;
  const row = (label: string, part: keyof Figures) => (
    <tr className={stack.row}>
      <RowHead className={stack.head}>{label}</RowHead>
      <Cell number className={stack.cell} data-label="Offered">
        {format.amount(there[part], currency)}
      </Cell>
      <Cell number className={stack.cell} data-label="Against target">
        <Gap held={compareWithWanted(target[part], there[part])} currency={currency} />
      </Cell>
      {hasSaid ? (
        <Cell number className={stack.cell} data-label="Against what I said">
          <Gap held={compareWithWanted(deciding.said[part], there[part])} currency={currency} />
        </Cell>
      ) : null}
    </tr>
  );
  return (
    <div>
      <Table stacked caption={`In ${currency}`} note={noteOn(offered, currency)}>
        <thead className="max-sm:sr-only">
          <tr>
            <Head>Part</Head>
            <Head number>Offered</Head>
            <Head number>Against target</Head>
            {hasSaid ? <Head number>Against what I said</Head> : null}
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
