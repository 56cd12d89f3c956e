import { type Assumptions, checkAssumptions, defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { DomainError } from '@parley/domain/kernel/error';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import type { Failure } from '../../../lib/failure.ts';

type Props = {
  value: Assumptions;
  saved: Assumptions;
  onChange: (value: Assumptions) => void;
  onSave: () => void;
  pending: boolean;
  failure: Failure | null;
  wrong: string | null;
};

const percents = [
  { name: 'raise', label: 'Raise a year' },
  { name: 'payout', label: 'Bonus paid, of target' },
  { name: 'priceChange', label: 'Share price, change' },
  { name: 'dilution', label: 'Dilution of shares' },
  { name: 'haircut', label: 'Discount on unlisted equity' },
  { name: 'discount', label: 'Discount for present value' },
] as const;

/** What is wrong with one of them by itself; nothing when it can be counted with. */
function wrongWith(name: keyof Assumptions, value: Assumptions): string | undefined {
  try {
    checkAssumptions({ ...defaultAssumptions, [name]: value[name] });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}

/** What no letter can say; every figure above moves with it at once. */
export function AssumptionsForm({ value, saved, onChange, onSave, pending, failure, wrong }: Props) {
  // What only does not fit together is said once below; each that is wrong by itself is marked.
  const alone = [...percents.map(({ name }) => name), 'horizon' as const].filter((name) => wrongWith(name, value) !== undefined);
  const changed = JSON.stringify(value) !== JSON.stringify(saved);
  return (
    <details>
      <summary className="min-h-11 py-2.5">
        Assumptions: {value.horizon} years, raise {value.raise} %, bonus paid at {value.payout} %
      </summary>
      <div className="grid items-start gap-3 pt-1 sm:grid-cols-3">
        <NumberField
          label="Years looked at"
          unit="years"
          value={value.horizon}
          error={wrongWith('horizon', value)}
          onChange={(horizon) => onChange({ ...value, horizon: horizon ?? Number.NaN })}
        />
        {percents.map(({ name, label }) => (
          <PercentField
            key={name}
            label={label}
            min={-100}
            value={value[name]}
            error={wrongWith(name, value)}
            onChange={(next) => onChange({ ...value, [name]: next ?? '' })}
          />
        ))}
      </div>
      {wrong && alone.length === 0 ? (
        <p className="mt-2 text-bad" role="alert">
          {wrong}
        </p>
      ) : null}
      <FormFailure failure={failure} />
      {changed ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={onSave} pending={pending} why={wrong}>
            Save these assumptions
          </Button>
          <Button kind="quiet" onClick={() => onChange(saved)}>
            Back to what was saved
          </Button>
        </div>
      ) : null}
    </details>
  );
}
