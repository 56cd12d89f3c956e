import type { Plan } from '@parley/domain/negotiation/negotiation';
import { takeOffered } from '@parley/domain/negotiation/plan/decision';
import type { Situation } from '@parley/domain/negotiation/plan/playbook';
import { suggestSituations } from '@parley/domain/negotiation/plan/situation';
import { situationPlaybooks } from '@parley/domain/negotiation/plan/situation-playbook';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../../components/button.tsx';
import type { LedgerProps } from '../ledger/use-move-form.ts';
import { useDecision } from '../use-evidence.ts';

type Props = { negotiationId: string; plan: Plan; moves: LedgerProps['moves']; onTake: (situation: Situation) => void };

/** The situations that the state speaks for and that are not taken yet, each with its fact. */
export function SuggestionList({ negotiationId, plan, moves, onTake }: Props) {
  const { data } = useDecision(negotiationId);
  if (!data) return null;
  const found = suggestSituations({
    moves,
    offered: takeOffered(data.offered, plan.currency),
    target: plan.target,
    said: plan.deciding.said,
    short: data.short,
    competing: data.processes.reduce((sum, { offers }) => sum + offers.length, 0),
  }).filter(({ situation }) => !plan.situations.includes(situation));
  if (found.length === 0) return null;
  return (
    <ul aria-label="Fits where you are now" className="flex flex-col gap-1 border-l-2 border-accent pl-3">
      {found.map(({ situation, because }) => (
        <li key={situation} className="flex items-center justify-between gap-x-3">
          <span>
            {because} <span className="text-ink-soft">Checklist: {situationPlaybooks[situation].title}</span>
          </span>
          <Button kind="quiet" className="shrink-0" icon={<Plus aria-hidden="true" />} onClick={() => onTake(situation)}>
            Use it
          </Button>
        </li>
      ))}
    </ul>
  );
}
