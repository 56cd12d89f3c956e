import type { Clawback } from '@parley/domain/compensation/components';
import { NumberField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';

const clawbacks = [
  { value: '', label: 'Not owed back, or not said' },
  { value: 'monthly', label: 'Owed back, less each month' },
  { value: 'daily', label: 'Owed back, less each day' },
  { value: 'full-then-monthly', label: 'All at first, then less by month' },
];

type Props = {
  clawback: Clawback | null;
  onChange: (clawback: Clawback | null) => void;
  path: string;
  errorAt: (path: string) => string | undefined;
};

/** What of a payment is owed back on leaving early. */
export function ClawbackForm({ clawback, onChange, path, errorAt }: Props) {
  const choose = (kind: string) => {
    if (kind !== 'daily' && kind !== 'monthly' && kind !== 'full-then-monthly') return onChange(null);
    onChange({ kind, months: clawback?.months ?? 12, full: kind === 'full-then-monthly' ? 6 : 0 });
  };
  return (
    <div className="mt-3 grid gap-3 sm:grid-cols-2">
      <SelectField
        label="If I leave early"
        options={clawbacks}
        value={clawback?.kind ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
      {clawback ? (
        <NumberField
          label="Months until it is mine"
          value={clawback.months}
          onChange={(months) => onChange({ ...clawback, months: months ?? Number.NaN })}
          error={errorAt(`${path}.months`)}
        />
      ) : null}
      {clawback?.kind === 'full-then-monthly' ? (
        <NumberField
          label="Months in which all is owed"
          value={clawback.full}
          onChange={(full) => onChange({ ...clawback, full: full ?? Number.NaN })}
          error={errorAt(`${path}.full`)}
        />
      ) : null}
    </div>
  );
}
