import { findStanding, type Move } from '@parley/domain/negotiation/ledger/move';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { Button, IconButton } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useFormat } from '../../../lib/format.ts';
import { FromOffer } from './from-offer-card.tsx';
import type { MoveKeeping } from './use-move-form.ts';

export type PackageFormProps = {
  negotiationId: string;
  form: MoveKeeping['form'];
  currency: string;
  moves: readonly Move[];
};

const everyOptions = [
  { value: 'year', label: 'every year' },
  { value: 'once', label: 'once' },
];

/** The figures of a proposal. What is left empty stays as the employer last offered it. */
export function PackageForm({ negotiationId, form, currency, moves }: PackageFormProps) {
  const format = useFormat();
  const { control } = form;
  const party = useWatch({ control, name: 'party' });
  // what is left empty stands as they last offered it, in an ask too
  const before = findStanding(moves, 'employer');
  const stays = (minor: number | null | undefined) => (minor == null ? '' : `stays ${format.amount(minor, currency)}`);
  const money = (name: 'package.base' | 'package.signOn' | 'package.equity', label: string, last: number | null | undefined) => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <MoneyField
          {...field}
          label={label}
          optional
          per={name === 'package.base' ? 'year' : 'once'}
          currency={currency}
          placeholder={stays(last)}
          error={fieldState.error?.message}
        />
      )}
    />
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">The package on the table</legend>
      <p className="mb-2 text-sm text-ink-soft">
        Leave empty what was not said; it stays as they last offered it{party === 'candidate' ? ', in your ask too' : ''}. Equity
        is the whole grant, counted as vesting evenly over four years.
      </p>
      {party === 'employer' ? (
        <FromOffer
          {...{ negotiationId, currency }}
          onTake={(figures) => form.setValue('package', figures, { shouldDirty: true, shouldValidate: true })}
        />
      ) : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {money('package.base', 'Base, a year', before?.base)}
        <Controller
          control={control}
          name="package.bonusPercent"
          render={({ field, fieldState }) => (
            <PercentField
              {...field}
              label="Bonus, share of base"
              optional
              placeholder={before?.bonusPercent ? `stays ${before.bonusPercent}` : ''}
              error={fieldState.error?.message}
            />
          )}
        />
        {money('package.signOn', 'Sign-on, once', before?.signOn)}
        {money('package.equity', 'Equity, whole grant', before?.equity)}
      </div>
      <OtherRows form={form} currency={currency} />
    </fieldset>
  );
}

function OtherRows({ form, currency }: { form: MoveKeeping['form']; currency: string }) {
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'package.others' });
  const errors = formState.errors.package?.others;
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      {fields.map((row, index) => (
        <div key={row.id} className="grid w-full items-end gap-x-4 gap-y-2 sm:grid-cols-[1fr_1fr_9rem_auto]">
          <TextField
            label="Component"
            maxLength={60}
            {...register(`package.others.${index}.name`)}
            error={errors?.[index]?.name?.message}
          />
          <Controller
            control={control}
            name={`package.others.${index}.amount`}
            render={({ field, fieldState }) => (
              <MoneyField {...field} label="Amount" currency={currency} error={fieldState.error?.message} />
            )}
          />
          <SelectField label="Counts" options={everyOptions} {...register(`package.others.${index}.every`)} />
          <IconButton label="Remove this component" icon={<Trash2 aria-hidden="true" />} onClick={() => remove(index)} />
        </div>
      ))}
      {fields.length < 8 ? (
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => append({ name: '', amount: 0, every: 'year' })}>
          Another component
        </Button>
      ) : null}
    </div>
  );
}
