import { findStanding, type Move, type Party } from '@parley/domain/negotiation/ledger/move';
import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import type { Package } from '@parley/domain/negotiation/package';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Controller, useFieldArray, useWatch } from 'react-hook-form';
import { Button, IconButton } from '../../../components/button.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useNamed } from '../../../components/form/use-named.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ClauseForm } from './clause-form.tsx';
import { FromOffer } from './from-offer-card.tsx';
import type { MoveKeeping, Put } from './use-move-form.ts';

export type PackageFormProps = {
  negotiationId: string;
  form: MoveKeeping['form'];
  currency: string;
  moves: readonly Move[];
  /** The package of the move, or the one laid beside it. */
  put: Put;
};

const everyOptions = [
  { value: 'year', label: 'every year' },
  { value: 'once', label: 'once' },
];

/** The figures of a proposal. What is left empty stays as the employer last offered it. */
export function PackageForm({ negotiationId, form, currency, moves, put }: PackageFormProps) {
  const format = useFormat();
  const named = useNamed(negotiationId);
  const take = (figures: Package) => form.setValue('package', figures, { shouldDirty: true, shouldValidate: true });
  const { control } = form;
  const party = useWatch({ control, name: 'party' });
  // what is left empty stands as they last offered it, in an ask too
  const before = findStanding(moves, 'employer');
  const stays = (minor: number | null | undefined) => (minor == null ? '' : `stays ${format.amount(minor, currency)}`);
  const money = (part: 'base' | 'signOn' | 'equity', label: string, last: number | null | undefined) => (
    <Controller
      control={control}
      name={`${put}.${part}`}
      render={({ field, fieldState }) => (
        <DoubtedField
          {...field}
          near={listAmounts(part, named)}
          value={field.value ?? null}
          label={label}
          optional
          per={part === 'base' ? 'year' : 'once'}
          currency={currency}
          placeholder={stays(last)}
          error={fieldState.error?.message}
        />
      )}
    />
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{put === 'package' ? 'The package on the table' : 'The second package'}</legend>
      <p className="mb-2 text-sm text-ink-soft">{introduce(put, party)}</p>
      {party === 'employer' && put === 'package' ? <FromOffer {...{ negotiationId, currency }} onTake={take} /> : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {money('base', 'Base, a year', before?.base)}
        <Controller
          control={control}
          name={`${put}.bonusPercent`}
          render={({ field, fieldState }) => (
            <PercentField
              {...field}
              value={field.value ?? null}
              label="Bonus, share of base"
              optional
              placeholder={before?.bonusPercent ? `stays ${format.percent(before.bonusPercent)}` : ''}
              error={fieldState.error?.message}
            />
          )}
        />
        {money('signOn', 'Sign-on, once', before?.signOn)}
        {money('equity', 'Equity, whole grant', before?.equity)}
      </div>
      <OtherRows form={form} currency={currency} put={put} />
      <ClauseForm form={form} put={put} />
    </fieldset>
  );
}

function introduce(put: Put, party: Party): string {
  if (put === 'second')
    return 'Of the same worth as the first, so that either would do: what the other side takes up says what it can give.';
  const too = party === 'candidate' ? ', in your ask too' : '';
  return `Leave empty what was not said; it stays as they last offered it${too}. Equity is the whole grant, counted as vesting evenly over four years.`;
}

function OtherRows({ form, currency, put }: Pick<PackageFormProps, 'form' | 'currency' | 'put'>) {
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: `${put}.others` });
  const errors = formState.errors[put]?.others;
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      {fields.map((row, index) => (
        <div key={row.id} className="grid w-full items-end gap-x-4 gap-y-2 sm:grid-cols-[1fr_1fr_9rem_auto]">
          <TextField
            label="Component"
            maxLength={60}
            {...register(`${put}.others.${index}.name`)}
            error={errors?.[index]?.name?.message}
          />
          <Controller
            control={control}
            name={`${put}.others.${index}.amount`}
            render={({ field, fieldState }) => (
              <MoneyField
                {...field}
                value={field.value ?? null}
                label="Amount"
                currency={currency}
                error={fieldState.error?.message}
              />
            )}
          />
          <SelectField label="Counts" options={everyOptions} {...register(`${put}.others.${index}.every`)} />
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
