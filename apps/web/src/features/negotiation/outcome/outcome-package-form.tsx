import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import type { Term } from '@parley/domain/negotiation/terms/term';
import { Controller, useFieldArray } from 'react-hook-form';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import type { OutcomeKeeping } from './use-outcome.ts';

export type OutcomePackageFormProps = {
  negotiationId: string;
  form: OutcomeKeeping;
  list: readonly Term[];
  currency: string;
  accepted: boolean;
};

const parts = [
  ['base', 'Base, a year'],
  ['signOn', 'Sign-on, once'],
  ['equity', 'Equity, whole grant'],
] as const;

/** The package at the end; what nobody named stays empty. */
export function OutcomePackageForm({ negotiationId, form, list, currency, accepted }: OutcomePackageFormProps) {
  const named = useNamed(negotiationId);
  const agreed = (part: Term['component']) =>
    list.flatMap(({ component, value }) =>
      component === part && value.kind === 'money' && value.currency === currency ? [value.minor] : [],
    );
  const { control } = form;
  const { fields } = useFieldArray({ control, name: 'outcome.package.others' });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{accepted ? 'The final package' : 'The last package on the table'}</legend>
      <p className="mb-2 text-sm text-ink-soft">Filled in from the terms; where there is a letter, the letter counts.</p>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        {parts.map(([part, label]) => (
          <Controller
            key={part}
            control={control}
            name={`outcome.package.${part}`}
            render={({ field, fieldState }) => (
              <DoubtedField
                {...field}
                {...{ label, currency }}
                near={[...listAmounts(part, named), ...agreed(part)]}
                optional
                per={part === 'base' ? 'year' : 'once'}
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
