import type { Playbook } from '@parley/domain/negotiation/plan/playbook';
import { Checkbox } from '../../../components/form/choice-field.tsx';

export type LinesProps = { playbook: Playbook; ticks: readonly string[]; onTick: (id: string, on: boolean) => void };

/** One checklist, line by line. */
export function Lines({ playbook, ticks, onTick }: LinesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{playbook.title}</legend>
      {playbook.lines.map(({ id, text }) => (
        <Checkbox key={id} label={text} checked={ticks.includes(id)} onChange={(event) => onTick(id, event.target.checked)} />
      ))}
    </fieldset>
  );
}
