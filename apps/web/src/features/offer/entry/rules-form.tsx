import type { Vesting } from '@parley/domain/compensation/components';
import { type Allocation, allocations, type DayOfYear, type VestDays } from '@parley/domain/compensation/conventions';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { usePerson } from '../../../lib/person.ts';

const ruleWords: Record<Allocation, string> = {
  'cumulative-round-down': 'The sum so far, rounded down',
  'cumulative-rounding': 'The sum so far, rounded',
  'front-loaded': 'One more for the first ones',
  'back-loaded': 'One more for the last ones',
  'front-loaded-to-single-tranche': 'All that is left over with the first',
  'back-loaded-to-single-tranche': 'All that is left over with the last',
  fractional: 'Fractions of a share are given',
};
const rules = allocations.map((value) => ({ value, label: ruleWords[value] }));
const usual: Allocation = 'cumulative-round-down';

const dayKinds = [
  { value: 'start', label: 'On the day of the month it starts' },
  { value: 'last', label: 'On the last day of the month' },
  { value: 'fixed', label: 'On fixed days of the company' },
];
/** What companies fix most often: the middle of the second month of each quarter. */
const usualDays: DayOfYear[] = [2, 5, 8, 11].map((month) => ({ month, day: 15 }));
const mostDays = 12;

const kindOf = (days: VestDays | null | undefined) => (days == null ? 'start' : days === 'last-of-month' ? 'last' : 'fixed');

type Props = {
  vesting: Vesting;
  onChange: (vesting: Vesting) => void;
  path: string;
  errorAt: (path: string) => string | undefined;
};

/** What plans say in their small print: on which days shares vest, and what becomes of fractions. */
export function RulesForm({ vesting, onChange, path, errorAt }: Props) {
  const { days, allocation } = vesting;
  const kind = kindOf(days);
  const [wasSaid] = useState(days != null || (allocation ?? usual) !== usual);
  const turn = (next: string) =>
    onChange({ ...vesting, days: next === 'fixed' ? { fixed: usualDays } : next === 'last' ? 'last-of-month' : null });
  return (
    <details open={wasSaid}>
      <summary className="min-h-11 py-2.5 text-ink-soft">Vest days and fractions of a share</summary>
      <div className="flex flex-col gap-3 pb-1">
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <SelectField label="Vest days" options={dayKinds} value={kind} onChange={(event) => turn(event.target.value)} />
          <SelectField
            label="Fractions"
            options={rules}
            value={allocation ?? usual}
            onChange={(event) =>
              onChange({ ...vesting, allocation: allocations.find((rule) => rule === event.target.value) ?? usual })
            }
          />
        </div>
        {days != null && days !== 'last-of-month' ? (
          <DaysForm
            fixed={days.fixed}
            onChange={(fixed) => onChange({ ...vesting, days: { fixed } })}
            path={`${path}.days`}
            errorAt={errorAt}
          />
        ) : null}
      </div>
    </details>
  );
}

type DaysProps = { fixed: readonly DayOfYear[]; onChange: (fixed: DayOfYear[]) => void } & Pick<Props, 'path' | 'errorAt'>;

function DaysForm({ fixed, onChange, path, errorAt }: DaysProps) {
  const { locale } = usePerson();
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: name.format(Date.UTC(2026, at, 1)) }));
  const edit = (index: number, patch: Partial<DayOfYear>) =>
    onChange(fixed.map((one, place) => (place === index ? { ...one, ...patch } : one)));
  return (
    <div className="flex flex-col gap-2">
      {fixed.map(({ month, day }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
        <div key={index} className="grid max-w-md grid-cols-[5rem_1fr_auto] items-end gap-3">
          <NumberField
            label="Day"
            min={1}
            max={31}
            value={day}
            onChange={(next) => edit(index, { day: next ?? Number.NaN })}
            error={errorAt(`${path}.fixed.${index}.day`) ?? (index === 0 ? errorAt(path) : undefined)}
          />
          <SelectField
            label="Month"
            options={months}
            value={String(month)}
            onChange={(event) => edit(index, { month: Number(event.target.value) })}
          />
          <IconButton
            label={`Remove vest day ${index + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            disabled={fixed.length === 1}
            onClick={() => onChange(fixed.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {fixed.length < mostDays ? (
        <div>
          <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...fixed, { month: 1, day: 1 }])}>
            Add a vest day
          </Button>
        </div>
      ) : null}
    </div>
  );
}
