import type { Plan } from '@parley/domain/negotiation/negotiation';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Editing } from './conflict-card.tsx';
import { Lines } from './playbook-list.tsx';

type Props = { plan: Plan; editing: Editing; onTick: (id: string, on: boolean) => void };

/** The checklists that the owner's councils wrote; which are used here is the owner's choice, and stays theirs. */
export function ChecklistList({ plan, editing, onTick }: Props) {
  const trpc = useTRPC();
  const query = useQuery(trpc.checklist.mine.queryOptions());
  const all = query.data ?? [];
  if (all.length === 0) return null;
  const use = (id: string, on: boolean) =>
    editing.change({ checklists: on ? [...plan.checklists, id] : plan.checklists.filter((one) => one !== id) });
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="font-medium">From your councils</legend>
        <div className="grid sm:grid-cols-2">
          {all.map(({ checklistId, title }) => (
            <Checkbox
              key={checklistId}
              label={title}
              checked={plan.checklists.includes(checklistId)}
              onChange={(event) => use(checklistId, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
      {all
        .filter(({ checklistId }) => plan.checklists.includes(checklistId))
        .map((list) => (
          <Lines key={list.checklistId} playbook={list} ticks={plan.ticks} onTick={onTick} />
        ))}
    </>
  );
}
