import type { Plan } from '@parley/domain/negotiation/negotiation';
import { Plan as PlanSchema } from '@parley/domain/negotiation/plan/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../lib/trpc.ts';
import { useAutosaved } from '../../../lib/use-autosaved.ts';

/** The plan as it is being edited; what is not a whole plan yet waits for the next change. */
export function usePlan(negotiationId: string, seen: { rev: number; plan: Plan }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.negotiation.save.mutationOptions());
  const query = { negotiationId };
  const editing = useAutosaved({
    name: `negotiation:${negotiationId}`,
    part: 'plan',
    shape: PlanSchema,
    seen: { rev: seen.rev, value: seen.plan },
    send: async (plan, rev) => {
      const saved = await mutateAsync({ negotiationId, rev, plan });
      return { rev: saved.rev, value: { ...plan, script: { ...plan.script, cites: saved.cites } } };
    },
    settle: ({ rev, value }) => {
      client.setQueryData(trpc.negotiation.get.queryKey(query), (old) => (old ? { ...old, rev, plan: value } : old));
    },
    pause: 800,
    isReady: (plan) => PlanSchema.safeParse(plan).success,
  });
  const change = (patch: Partial<Plan>) => editing.change((now) => ({ ...now, ...patch }));
  return { ...editing, plan: editing.value, change };
}
