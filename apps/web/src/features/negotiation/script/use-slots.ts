import type { Ask } from '@parley/domain/negotiation/asks/ask';
import type { KeptMove } from '@parley/domain/negotiation/ledger/move';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { takeOffered } from '@parley/domain/negotiation/plan/decision';
import { fillSlots, nameThem, type SlotGround } from '@parley/domain/negotiation/script/slot';
import { dayOf } from '@parley/domain/offer/deadline';
import { useQuery } from '@tanstack/react-query';
import { showSlots } from '../../../components/spoken-lines.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { useDecision } from '../use-evidence.ts';

export type SlotProps = {
  negotiationId: string;
  opportunityId: string;
  mine: boolean;
  plan: Plan;
  asks: readonly Ask[];
  moves: readonly KeptMove[];
};

/** What only the owner has: the offer on record, its deadline, and who is on the other side. */
function useGround({ negotiationId, opportunityId, mine, plan }: SlotProps): SlotGround | null {
  const trpc = useTRPC();
  const { data: decision } = useDecision(negotiationId, mine);
  const { data: page } = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }, { enabled: mine }));
  const details = page?.own?.details;
  if (!mine || !details) return null;
  const offered = decision?.offered ?? null;
  return {
    offered: {
      base: takeOffered(offered, plan.currency).base,
      bonusPercent: offered?.currency === plan.currency ? offered.bonusPercent : null,
    },
    deadline: decision?.deadline ? dayOf(decision.deadline) : null,
    theirName: nameThem(details.people),
    company: details.company,
    role: details.role,
  };
}

/** How each slot of a script reads now: it follows the plan, the asks and the ledger. */
export function useSlots(props: SlotProps) {
  const { plan, asks, moves } = props;
  const ground = useGround(props);
  const format = useFormat();
  const values = fillSlots({ plan, asks, moves, ground });
  return { values, show: showSlots(values, plan.currency, format) };
}
