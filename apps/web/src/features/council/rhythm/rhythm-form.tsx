import { nthWords } from '@parley/domain/council/cadence';
import type { Rhythm } from '@parley/domain/council/council';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { Button, IconButton } from '../../../components/button.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { todayIn } from '../../../lib/format.ts';

type Kind = Rhythm['kind'];
const kinds = [
  { value: 'weekly', label: 'Every week' },
  { value: 'fortnightly', label: 'Every second week' },
  { value: 'monthly', label: 'Once a month' },
  { value: 'dates', label: 'On days we choose' },
] satisfies { value: Kind; label: string }[];
const weeks = nthWords.map((word, at) => ({ value: String(at + 1), label: `The ${word} in the month` }));

function startOf(kind: string, zone: string): Rhythm {
  const today = todayIn(zone);
  if (kind === 'fortnightly') return { kind, from: today };
  if (kind === 'monthly') return { kind, nth: 1 };
  if (kind === 'dates') return { kind, on: [today] };
  return { kind: 'weekly' };
}

type Props = {
  rhythm: Rhythm;
  zone: string;
  onChange: (rhythm: Rhythm) => void;
  /** What is wrong with it, by the path below the rhythm. */
  error: string | undefined;
};

/** How often a council meets. */
export function RhythmForm({ rhythm, zone, onChange, error }: Props) {
  return (
    <>
      <SelectField
        label="How often"
        options={kinds}
        value={rhythm.kind}
        onChange={(event) => onChange(startOf(event.target.value, zone))}
        error={rhythm.kind === 'weekly' ? error : undefined}
      />
      {rhythm.kind === 'fortnightly' ? (
        <DateField
          label="In a week with a meeting"
          hint="Any day of it."
          value={rhythm.from}
          onChange={(event) => onChange({ kind: 'fortnightly', from: event.target.value })}
          error={error}
        />
      ) : null}
      {rhythm.kind === 'monthly' ? (
        <SelectField
          label="Which week"
          options={weeks}
          value={String(rhythm.nth)}
          onChange={(event) => onChange({ kind: 'monthly', nth: Number(event.target.value) })}
          error={error}
        />
      ) : null}
      {rhythm.kind === 'dates' ? <Days on={rhythm.on} onChange={(on) => onChange({ kind: 'dates', on })} error={error} /> : null}
    </>
  );
}

function Days({ on, onChange, error }: { on: string[]; onChange: (on: string[]) => void; error: string | undefined }) {
  return (
    <div className="flex flex-col gap-2 sm:col-span-2">
      {on.map((day, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day that is being chosen has no other name.
        <div key={at} className="flex items-end gap-1">
          <DateField
            label={`Day ${at + 1}`}
            className="flex-1"
            value={day}
            onChange={(event) => onChange(on.with(at, event.target.value))}
            error={at === on.length - 1 ? error : undefined}
          />
          {on.length > 1 ? (
            <IconButton
              label={`Remove day ${at + 1}`}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(on.filter((_, one) => one !== at))}
            />
          ) : null}
        </div>
      ))}
      <Button kind="quiet" className="self-start" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...on, ''])}>
        Add a day
      </Button>
    </div>
  );
}
