import type { Assumptions } from '@parley/domain/compensation/assumptions';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { NumberField, PercentField } from '../../../components/form/number-field.tsx';
import type { Failure } from '../../../lib/failure.ts';
import { percentsIn, useShown } from '../use-shown.ts';
import { ByYearForm, wrongWith } from './by-year-form.tsx';
import { OutcomesForm, wrongOutcomes } from './outcomes-form.tsx';

type Props = {
  value: Assumptions;
  saved: Assumptions;
  currency: string;
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

/** Whether what is not the same in every year can be counted with by itself. */
const isWrongByYear = ({ raises, attainment, pricePath, taxRate, outcomes }: Assumptions) =>
  [{ raises }, { attainment }, { pricePath }, { taxRate }].some((part) => wrongWith(part) !== undefined) ||
  wrongOutcomes(outcomes) !== undefined;

/** What no letter can say; every figure above moves with it at once. */
export function AssumptionsForm({ value, saved, currency, onChange, onSave, pending, failure, wrong }: Props) {
  const shown = useShown();
  // What only does not fit together is said once below; each that is wrong by itself is marked.
  const alone = [...percents.map(({ name }) => name), 'horizon' as const].filter(
    (name) => wrongWith({ [name]: value[name] }) !== undefined,
  );
  const isByYear = isWrongByYear(value);
  const why = wrong ?? wrongOutcomes(value.outcomes) ?? null;
  const changed = JSON.stringify(value) !== JSON.stringify(saved);
  return (
    <details>
      <summary className="min-h-11 py-2.5">
        {percentsIn(`Assumptions: ${value.horizon} years, raise ${value.raise} %, bonus paid at ${value.payout} %`, shown)}
      </summary>
      <div className="grid items-start gap-3 pt-1 sm:grid-cols-3">
        <NumberField
          label="Years looked at"
          unit="years"
          value={value.horizon}
          error={wrongWith({ horizon: value.horizon })}
          onChange={(horizon) => onChange({ ...value, horizon: horizon ?? Number.NaN })}
        />
        {percents.map(({ name, label }) => (
          <PercentField
            key={name}
            label={label}
            min={-100}
            value={value[name]}
            error={wrongWith({ [name]: value[name] })}
            onChange={(next) => onChange({ ...value, [name]: next ?? '' })}
          />
        ))}
      </div>
      <MoreForm {...{ value, saved, currency, onChange }} />
      {wrong && alone.length === 0 && !isByYear ? (
        <p className="mt-2 text-bad" role="alert">
          {wrong}
        </p>
      ) : null}
      <FormFailure failure={failure} />
      {changed ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={onSave} pending={pending} why={why}>
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

/** What is seldom assumed: there where it was kept, or when it is asked for. */
function MoreForm({ value, saved, currency, onChange }: Pick<Props, 'value' | 'saved' | 'currency' | 'onChange'>) {
  const { raises, attainment, pricePath, outcomes, taxRate } = saved;
  const [isOpen, setOpen] = useState([raises, attainment, pricePath, outcomes, taxRate].some((said) => said?.length));
  if (!isOpen)
    return (
      <div className="mt-2">
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
          By year, my own tax, outcomes with odds
        </Button>
      </div>
    );
  return (
    <div className="mt-4 flex flex-col gap-5">
      <ByYearForm value={value} onChange={onChange} />
      <OutcomesForm value={value} onChange={onChange} currency={currency} />
    </div>
  );
}
