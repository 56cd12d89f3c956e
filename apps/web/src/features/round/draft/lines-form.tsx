import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { Controller, useFieldArray } from 'react-hook-form';
import { Button, IconButton } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { DoubtedField } from '../../../components/form/doubted-field.tsx';
import { FieldError, TextField } from '../../../components/form/field.tsx';
import { MoneyField } from '../../../components/form/money-field.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import type { AskControl } from './use-ask.ts';

type Props = { form: AskControl; currency: string };

const moneyLines = [
  { name: 'base', label: 'Base, a year', now: 'Base now' },
  { name: 'signOn', label: 'Sign-on, once', now: 'Sign-on now' },
  { name: 'equity', label: 'Equity, whole grant', now: 'Equity now' },
] as const;

const everyOptions = [
  { value: 'year', label: 'every year' },
  { value: 'once', label: 'once' },
];

const row = 'grid items-start gap-x-4 gap-y-1 py-2 sm:grid-cols-[14rem_1fr]';

/** Which components are in play, and what the employer has on the table for each. */
export function LinesForm({ form, currency }: Props) {
  const { control, register } = form;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">In play, and on the table now</legend>
      <p className="mb-1 max-w-prose text-sm text-ink-soft">
        Tick what you want a number for. Whoever is asked sees these figures exactly as you write them; leave empty what was not
        said or what you do not want to show.
      </p>
      <div className="divide-y divide-line">
        {moneyLines.slice(0, 1).map((line) => (
          <MoneyLine key={line.name} {...{ form, currency, line }} />
        ))}
        <div className={row}>
          <Checkbox label="Bonus, share of base" {...register('document.bonusPercent.inPlay')} />
          <Controller
            control={control}
            name="document.bonusPercent.now"
            render={({ field, fieldState }) => (
              <PercentField {...field} label="Bonus now" optional error={fieldState.error?.message} />
            )}
          />
        </div>
        {moneyLines.slice(1).map((line) => (
          <MoneyLine key={line.name} {...{ form, currency, line }} />
        ))}
      </div>
      <OtherLines form={form} currency={currency} />
    </fieldset>
  );
}

function MoneyLine({ form, currency, line }: Props & { line: (typeof moneyLines)[number] }) {
  return (
    <div className={row}>
      <Checkbox label={line.label} {...form.register(`document.${line.name}.inPlay`)} />
      <Controller
        control={form.control}
        name={`document.${line.name}.now`}
        render={({ field, fieldState }) => (
          <DoubtedField
            {...field}
            near={[form.formState.defaultValues?.document?.[line.name]?.now]}
            label={line.now}
            optional
            per={line.name === 'base' ? 'year' : 'once'}
            currency={currency}
            error={fieldState.error?.message}
          />
        )}
      />
    </div>
  );
}

function OtherLines({ form: { control, register, formState }, currency }: Props) {
  const { fields, append, remove } = useFieldArray({ control, name: 'document.others' });
  const errors = formState.errors.document?.others;
  return (
    <div className="mt-2 flex flex-col items-start gap-3">
      {fields.map((field, index) => (
        <div key={field.id} className="grid w-full items-end gap-x-4 gap-y-2 sm:grid-cols-[1fr_8rem_1fr_auto_auto]">
          <TextField
            label="Component"
            maxLength={60}
            {...register(`document.others.${index}.name`)}
            error={errors?.[index]?.name?.message}
          />
          <SelectField label="Counts" options={everyOptions} {...register(`document.others.${index}.every`)} />
          <Controller
            control={control}
            name={`document.others.${index}.now`}
            render={({ field: amount, fieldState }) => (
              <MoneyField {...amount} label="On the table" optional currency={currency} error={fieldState.error?.message} />
            )}
          />
          <Checkbox label="in play" {...register(`document.others.${index}.inPlay`)} />
          <IconButton label="Remove this component" icon={<Trash2 aria-hidden="true" />} onClick={() => remove(index)} />
        </div>
      ))}
      <FieldError id="round-others-error" error={errors?.root?.message ?? errors?.message} />
      {fields.length < 6 ? (
        <Button
          kind="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() => append({ name: '', every: 'year', inPlay: true, now: null })}
        >
          Another component
        </Button>
      ) : null}
    </div>
  );
}
