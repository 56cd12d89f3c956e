import type { Assumptions } from '@parley/domain/compensation/assumptions';
import { targetOf, yearBaseOf } from '@parley/domain/compensation/base';
import { projectOffer } from '@parley/domain/compensation/project-offer';
import { compareWithWanted, type Held, takeOffered } from '@parley/domain/negotiation/plan/decision';
import type { Content } from '@parley/domain/offer/offer';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Props = { offerId: string; opportunityId: string; content: Content; assumptions: Assumptions };

/** What I said at screening that I wanted, in the negotiation of this offer; null while there is none. */
function usePlan(offerId: string, opportunityId: string) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const ids = page.data?.parts.negotiation ?? [];
  const plans = useQueries({
    queries: ids.map((negotiationId) => trpc.negotiation.get.queryOptions({ negotiationId })),
  });
  return plans.find(({ data }) => data?.offerId === offerId)?.data?.plan ?? null;
}

/** Asked against offered: met, so much below, so much above. What was said is written down once, with the negotiation. */
export function AskedPanel({ offerId, opportunityId, content, assumptions }: Props) {
  const plan = usePlan(offerId, opportunityId);
  const format = useFormat();
  if (plan === null) return null;
  const { said } = plan.deciding;
  if (said.base === null && said.total === null)
    return (
      <p className="text-ink-soft">
        What did you say you wanted, when they asked? Write it down under “Should I negotiate?”, and this offer is held against
        it.
      </p>
    );
  const { total, complete } = projectOffer(content, { ...assumptions, horizon: 4 });
  const base = yearBaseOf(content.components.base);
  const bonusPercent = targetOf(content.components.bonus);
  const offered = takeOffered({ base, bonusPercent, total, complete, currency: content.currency }, plan.currency);
  const money = (sum: number) => format.money(sum, plan.currency);
  const lines = [
    { label: 'base', wanted: said.base, held: compareWithWanted(said.base, offered.base) },
    { label: 'four years', wanted: said.total, held: compareWithWanted(said.total, offered.total) },
  ].filter(({ wanted }) => wanted !== null);
  return (
    <p>
      <span className="text-ink-soft">Asked against offered: </span>
      {lines.map(({ label, wanted, held }, at) => (
        <span key={label}>
          {at > 0 ? '; ' : ''}
          {label} {wanted === null ? '' : money(wanted)}, <HeldWords held={held} money={money} />
        </span>
      ))}
      .
    </p>
  );
}

function HeldWords({ held, money }: { held: Held | null; money: (sum: number) => string }) {
  if (held === null) return <span className="text-ink-soft">not told by this offer</span>;
  if (held.kind === 'met') return <span className="font-medium text-good">met</span>;
  const [mark, tone] = held.kind === 'above' ? ['▲', 'text-good'] : ['▼', 'text-bad'];
  return (
    <span className={`font-medium whitespace-nowrap tabular-nums ${tone}`}>
      <span aria-hidden="true" className="text-[0.8em]">
        {mark}{' '}
      </span>
      {money(held.by)} {held.kind}
    </span>
  );
}
