import { Controller, useFieldArray } from 'react-hook-form';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import type { OutcomeKeeping } from './use-outcome.ts';

export type OutcomePackageFormProps = { form: OutcomeKeeping; currency: string; accepted: boolean };

const parts = [
  ['outcome.package.base', 'Base, a year'],
  ['outcome.package.signOn', 'Sign-on, once'],
  ['outcome.package.equity', 'Equity, whole grant'],
] as const;

/** The package at the end; what nobody named stays empty. */
export function OutcomePackageForm({ form, currency, accepted }: OutcomePackageFormProps) {
  const { control } = form;
  const { fields } = useFieldArray({ control, name: 'outcome.package.others' });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{accepted ? 'The final package' : 'The last package on the table'}</legend>
      <p className="mb-2 text-sm text-ink-soft">Filled in from the terms; where there is a letter, the letter counts.</p>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        {parts.map(([name, label]) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field, fieldState }) => (
              <MoneyField
                {...field}
                {...{ label, currency }}
                optional
                per={name === 'outcome.package.base' ? 'year' : 'once'}
                error={fieldState.error?.message}
              />
            )}
          />
        ))}
        <Controller
          control={control}
          name="outcome.package.bonusPercent"
          render={({ field, fieldState }) => (
            <PercentField {...field} label="Bonus, share of base" optional error={fieldState.error?.message} />
          )}
        />
        {fields.map((other, index) => (
          <Controller
            key={other.id}
            control={control}
            name={`outcome.package.others.${index}.amount`}
            render={({ field, fieldState }) => (
              <MoneyField
                {...field}
                label={`${other.name}, ${other.every === 'year' ? 'a year' : 'once'}`}
                per={other.every}
                currency={currency}
                error={fieldState.error?.message}
              />
            )}
          />
        ))}
      </div>
    </fieldset>
  );
}
