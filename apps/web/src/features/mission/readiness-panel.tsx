import type { Conversation, ConversationChannel } from '@parley/domain/mission/mission';
import { type Check, checkReadiness, isReady } from '@parley/domain/mission/readiness';
import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import { DateField } from '../../components/form/date-field.tsx';
import { NumberField } from '../../components/form/number-field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import type { Edit } from './use-mission.ts';

const channels = [
  { value: 'call', label: 'call' },
  { value: 'video', label: 'video' },
  { value: 'inPerson', label: 'in person' },
] as const satisfies readonly { value: ConversationChannel; label: string }[];

/** The checklist before the manager sees it, with the two answers that only the owner can give. */
export function ReadinessPanel({ edit, peerComments }: { edit: Edit; peerComments: number }) {
  const { document, change } = edit;
  const checks = checkReadiness(document, { peerComments });
  const { conversation, interviewsHeld } = document;
  const held = (count: number | null) => {
    if (count !== null && Number.isInteger(count) && count >= 0 && count <= 50) change({ ...document, interviewsHeld: count });
  };
  const plan = (next: Conversation | null) => change({ ...document, conversation: next });
  return (
    <details className="rounded-md border border-line bg-raised" open={!isReady(checks)}>
      <summary className="flex min-h-12 items-center gap-3 px-4">
        <span className="font-medium">Before the manager sees it</span>
        <span className="text-sm text-ink-soft tabular-nums">
          {`${checks.filter(({ done }) => done).length} of ${checks.length}`}
        </span>
      </summary>
      <ul className="flex flex-col gap-2 px-4 pb-2">
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
      </ul>
      <div className="grid items-end gap-3 border-t border-line p-4 sm:grid-cols-3">
        <NumberField label="Interviews held" value={interviewsHeld} onChange={held} />
        <DateField
          label="Live conversation on"
          value={conversation?.on ?? ''}
          onChange={({ target }) => plan(target.value ? { on: target.value, channel: conversation?.channel ?? 'video' } : null)}
        />
        <SelectField
          label="By"
          options={channels}
          disabled={conversation === null}
          value={conversation?.channel ?? 'video'}
          onChange={({ target }) => {
            const channel = channels.find(({ value }) => value === target.value)?.value;
            if (conversation && channel) plan({ ...conversation, channel });
          }}
        />
      </div>
    </details>
  );
}

function CheckLine({ check: { title, done, missing } }: { check: Check }) {
  const Mark = done ? CircleCheck : Circle;
  return (
    <li className="flex items-start gap-2">
      <Mark aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${done ? 'text-good' : 'text-ink-soft'}`} />
      <span>
        {title}
        <span className="sr-only">{done ? ' (done)' : ' (missing)'}</span>
        {missing ? <span className="block text-sm text-ink-soft">{missing}</span> : null}
      </span>
    </li>
  );
}
