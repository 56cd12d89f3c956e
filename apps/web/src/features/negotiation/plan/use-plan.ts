import type { Plan } from '@parley/domain/negotiation/negotiation';
import { KeptPlan, Plan as PlanSchema } from '@parley/domain/negotiation/plan/input';
import type { Script } from '@parley/domain/negotiation/script/script';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Leaking, useWalkAwayCheck } from '../../../components/feedback/use-walk-away.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import { useAutosaved } from '../../../lib/use-autosaved.ts';

/** What somebody reads of a script, each text by itself. */
export const textsOf = ({ name, text, slots }: Script): string[] => [name, text, ...slots.map(({ value }) => value)];

/** Why a plan waits, in the form of a refused call. */
const heldBack = () =>
  Object.assign(new Error('held back'), {
    data: { code: 'HELD_BACK', message: 'Not saved yet: your walk-away stands in a script. Look under “What you say”.' },
  });

/** Holds a plan back while a script that was changed shows the walk-away, until the owner says that it may. */
function useHolding(negotiationId: string) {
  const check = useWalkAwayCheck();
  const accepted = useRef(new Set<string>());
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const look = async (scripts: readonly Script[], saved: readonly Script[]) => {
    const before = new Set(saved.flatMap(textsOf));
    const changed = scripts.flatMap(textsOf).filter((text) => !before.has(text) && !accepted.current.has(text));
    const found = await check([negotiationId], changed);
    setLeaking(found);
    if (found.length > 0) throw heldBack();
  };
  const accept = () => {
    for (const { text } of leaking) accepted.current.add(text);
    setLeaking([]);
  };
  return { leaking, look, accept };
}

/** The plan as it is being edited; what is not a whole plan yet waits for the next change. */
export function usePlan(negotiationId: string, seen: { rev: number; plan: Plan }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.negotiation.save.mutationOptions());
  const holding = useHolding(negotiationId);
  const query = { negotiationId };
  const key = trpc.negotiation.get.queryKey(query);
  const savedScripts = () => (client.getQueryData(key)?.plan ?? seen.plan).scripts;
  const editing = useAutosaved<Plan>({
    name: `negotiation:${negotiationId}`,
    part: 'plan',
    shape: KeptPlan,
    seen: { rev: seen.rev, value: seen.plan },
    send: async (plan, rev) => {
      await holding.look(plan.scripts, savedScripts());
      const saved = await mutateAsync({ negotiationId, rev, plan });
      const scripts = plan.scripts.map((script, at) => ({ ...script, cites: saved.cites[at] ?? null }));
      return { rev: saved.rev, value: { ...plan, scripts } };
    },
    settle: ({ rev, value }) => {
      client.setQueryData(key, (old) => (old ? { ...old, rev, plan: value } : old));
    },
    pause: 800,
    isReady: (plan) => PlanSchema.safeParse(plan).success,
  });
  const change = (next: Partial<Plan> | ((now: Plan) => Plan)) =>
    editing.change(typeof next === 'function' ? next : (now) => ({ ...now, ...next }));
  const keepAnyway = () => {
    holding.accept();
    editing.retry();
  };
  /** Refused while a script shows the walk-away and its owner has not said that it may. */
  const lookAt = (script: Script) => holding.look([script], savedScripts());
  return { ...editing, plan: editing.value, change, leaking: holding.leaking, keepAnyway, lookAt };
}
