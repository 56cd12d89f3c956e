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

const heldCode = 'HELD_BACK';

/** Why a script waits, in the form of a refused call. */
const heldBack = () =>
  Object.assign(new Error('held back'), {
    data: { code: heldCode, message: 'One script is not saved yet: your walk-away stands in it.' },
  });

/** The plan with the scripts that show the walk-away as they were saved last, and without those that never were. */
function withoutLeaks(plan: Plan, leaking: ReadonlySet<string>, saved: Plan): Plan {
  const scripts = plan.scripts.flatMap((script) => {
    if (!textsOf(script).some((text) => leaking.has(text))) return [script];
    return saved.scripts.filter(({ id }) => id === script.id);
  });
  return { ...plan, scripts };
}

/** Holds a script back that was changed and shows the walk-away, until the owner says that it may. */
function useHolding(negotiationId: string) {
  const check = useWalkAwayCheck();
  const accepted = useRef(new Set<string>());
  const [leaking, setLeaking] = useState<Leaking[]>([]);
  const look = async (scripts: readonly Script[], saved: readonly Script[]) => {
    const before = new Set(saved.flatMap(textsOf));
    const changed = scripts.flatMap(textsOf).filter((text) => !before.has(text) && !accepted.current.has(text));
    const found = await check([negotiationId], changed);
    setLeaking(found);
    return new Set(found.map(({ text }) => text));
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
  const savedPlan = () => client.getQueryData(key)?.plan ?? seen.plan;
  const editing = useAutosaved<Plan>({
    name: `negotiation:${negotiationId}`,
    part: 'plan',
    shape: KeptPlan,
    seen: { rev: seen.rev, value: seen.plan },
    send: async (typed, rev) => {
      const leaking = await holding.look(typed.scripts, savedPlan().scripts);
      const plan = leaking.size > 0 ? withoutLeaks(typed, leaking, savedPlan()) : typed;
      if (leaking.size > 0 && JSON.stringify(plan) === JSON.stringify(savedPlan())) throw heldBack();
      const saved = await mutateAsync({ negotiationId, rev, plan });
      const scripts = plan.scripts.map((script, at) => ({ ...script, cites: saved.cites[at] ?? null }));
      return { rev: saved.rev, value: { ...plan, scripts }, ...(leaking.size > 0 ? { rest: heldBack() } : {}) };
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
  const lookAt = async (script: Script) => {
    const leaking = await holding.look([script], savedPlan().scripts);
    if (leaking.size > 0) throw heldBack();
  };
  // what waits is a script: the rest of the plan is saved
  const isHeld = editing.failure?.code === heldCode;
  const restState = isHeld ? ('saved' as const) : editing.state;
  return { ...editing, plan: editing.value, change, leaking: holding.leaking, keepAnyway, lookAt, restState };
}
