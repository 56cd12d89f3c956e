import type { Vesting, VestStep } from '@parley/domain/compensation/components';
import { vestingPresets, vestsAtOnce } from '@parley/domain/compensation/vesting';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button, IconButton } from '../../../components/button.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { FieldError } from '../../../components/form/field.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { RulesForm } from './rules-form.tsx';

type Props = {
  vesting: Vesting;
  onChange: (vesting: Vesting) => void;
  path: string;
  errorAt: (path: string) => string | undefined;
};

const rhythms = [
  { value: '1', label: 'monthly' },
  { value: '3', label: 'quarterly' },
  { value: '6', label: 'half-yearly' },
  { value: '12', label: 'yearly' },
];
const rhythmOf = (text: string): VestStep['every'] => ([1, 3, 6, 12] as const).find((every) => String(every) === text) ?? 12;

const presets = Object.entries(vestingPresets);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** How a grant vests: a template to start from, every step of it editable. */
export function ScheduleForm({ vesting, onChange, path, errorAt }: Props) {
  const { steps, cliff } = vesting;
  const chosen = presets.find(([, preset]) => same(preset.steps, steps) && same(preset.cliff, cliff))?.[0] ?? '';
  const take = (key: string) => {
    const preset = presets.find(([name]) => name === key)?.[1];
    if (preset) onChange({ ...vesting, steps: preset.steps.map((step) => ({ ...step })), cliff: preset.cliff });
  };
  const put = (next: VestStep[]) => onChange({ ...vesting, steps: next });
  const sentenceId = `${path}-steps`;
  const isStepWrong = steps.some((_, at) => errorAt(`${path}.steps.${at}`) !== undefined);
  const wrongAt = (at: number, field: 'months' | 'percent') => {
    const isOfAll = field === 'percent' && !isStepWrong && errorAt(`${path}.steps`) !== undefined;
    return isOfAll || errorAt(`${path}.steps.${at}.${field}`) !== undefined ? sentenceId : undefined;
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend className="px-1 font-medium">Vesting</legend>
      <SelectField
        label="Schedule"
        hint="As seen in 2026; employers change theirs, so compare it with the letter."
        placeholder="Own schedule"
        options={presets.map(([value, { label }]) => ({ value, label }))}
        value={chosen}
        onChange={(event) => take(event.target.value)}
      />
      {steps.map((step, at) => (
        <StepForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the schedule.
          key={at}
          step={step}
          onChange={(patch) => put(steps.map((one, index) => (index === at ? { ...one, ...patch } : one)))}
          onRemove={steps.length === 1 ? null : () => put(steps.filter((_, index) => index !== at))}
          place={at + 1}
          monthsWrongBy={wrongAt(at, 'months')}
          percentWrongBy={wrongAt(at, 'percent')}
        />
      ))}
      <FieldError id={sentenceId} error={errorAt(`${path}.steps`)} />
      <div>
        <Button
          kind="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => put([...steps, { months: 12, percent: '', every: 12 }])}
        >
          Add a step
        </Button>
      </div>
      <CliffForm {...{ vesting, onChange, path, errorAt }} />
      <DatesForm {...{ vesting, onChange, path, errorAt }} />
      <RulesForm {...{ vesting, onChange, path, errorAt }} />
    </fieldset>
  );
}

type StepProps = {
  step: VestStep;
  place: number;
  /** The sentence below all steps, where it speaks of this field. */
  monthsWrongBy: string | undefined;
  percentWrongBy: string | undefined;
  onChange: (patch: Partial<VestStep>) => void;
  onRemove: (() => void) | null;
};

function StepForm({ step, place, monthsWrongBy, percentWrongBy, onChange, onRemove }: StepProps) {
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:grid-cols-[6rem_7rem_1fr_auto]">
      <NumberField
        label="Months"
        value={step.months}
        onChange={(months) => onChange({ months: months ?? Number.NaN })}
        wrongBy={monthsWrongBy}
      />
      <PercentField
        label="Of the grant"
        value={step.percent || null}
        onChange={(percent) => onChange({ percent: percent ?? '' })}
        wrongBy={percentWrongBy}
      />
      <SelectField
        label="Paid out"
        className="max-sm:order-last max-sm:col-span-3"
        options={rhythms}
        value={String(step.every)}
        onChange={(event) => onChange({ every: rhythmOf(event.target.value) })}
      />
      <IconButton
        label={`Remove step ${place}`}
        icon={<Trash2 aria-hidden="true" />}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      />
    </div>
  );
}

function CliffForm({ vesting, onChange, path, errorAt }: Props) {
  const { cliff } = vesting;
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <NumberField
        label="Cliff, months"
        optional
        value={cliff?.months ?? null}
        onChange={(months) => onChange({ ...vesting, cliff: months === null ? null : { months, share: cliff?.share ?? null } })}
        error={errorAt(`${path}.cliff.months`)}
      />
      {cliff ? (
        <PercentField
          label="Share at the cliff"
          optional
          value={cliff.share}
          onChange={(share) => onChange({ ...vesting, cliff: { ...cliff, share } })}
          error={errorAt(`${path}.cliff.share`)}
        />
      ) : null}
    </div>
  );
}

function DatesForm({ vesting, onChange, path, errorAt }: Props) {
  const { start, granted } = vesting;
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <DateField
        label="Vesting starts"
        optional
        value={'on' in start ? start.on : ''}
        onChange={(event) => onChange({ ...vesting, start: event.target.value ? { on: event.target.value } : { after: 0 } })}
        error={'on' in start ? errorAt(`${path}.start`) : undefined}
      />
      {'after' in start ? (
        <NumberField
          label="Or months after the first day"
          value={start.after}
          onChange={(after) => onChange({ ...vesting, start: { after: after ?? Number.NaN } })}
          error={errorAt(`${path}.start`)}
        />
      ) : null}
      <DateField
        label="Grant date"
        optional
        hint={
          vestsAtOnce(vesting)
            ? 'After the last vest: the whole grant vests on this day.'
            : 'What would vest earlier vests on this day.'
        }
        value={granted ?? ''}
        onChange={(event) => onChange({ ...vesting, granted: event.target.value || null })}
        error={errorAt(`${path}.granted`)}
      />
    </div>
  );
}
