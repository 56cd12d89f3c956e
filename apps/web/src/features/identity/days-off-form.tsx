import type { SaveProfile } from '@parley/domain/identity/input';
import { mostOff } from '@parley/domain/offer/days-off';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import type { z } from 'zod';
import { Button, IconButton } from '../../components/button.tsx';
import { DateField } from '../../components/form/date-field.tsx';

type DaysOffFormProps = { form: UseFormReturn<z.input<typeof SaveProfile>, unknown, z.output<typeof SaveProfile>> };

/** When the person does not work: their own to see, and left out wherever business days are counted. */
export function DaysOffForm({ form }: DaysOffFormProps) {
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'daysOff' });
  const errors = formState.errors.daysOff;
  return (
    <fieldset className="flex flex-col items-start gap-3">
      <legend className="font-medium">My days off</legend>
      <p className="text-sm text-ink-soft">
        Not counted as business days until an answer is due, beside the holidays of the employer’s country. Only you see them.
      </p>
      {fields.map((row, index) => (
        <div key={row.id} className="grid w-full grid-cols-[1fr_1fr_auto] items-end gap-x-3">
          <DateField label="From" {...register(`daysOff.${index}.from`)} error={errors?.[index]?.from?.message} />
          <DateField label="Up to and with" {...register(`daysOff.${index}.to`)} error={errors?.[index]?.to?.message} />
          <IconButton label="Remove these days" icon={<Trash2 aria-hidden="true" />} onClick={() => remove(index)} />
        </div>
      ))}
      {fields.length < mostOff ? (
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => append({ from: '', to: '' })}>
          Add days off
        </Button>
      ) : null}
    </fieldset>
  );
}
