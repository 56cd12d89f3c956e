import type { Ask } from '@parley/domain/negotiation/asks/ask';
import { useFieldArray } from 'react-hook-form';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { useToday } from '../../../lib/time/use-today.ts';
import type { OutcomeKeeping } from './use-outcome.ts';

/** Which asks outside compensation they refused, who, and when. Nothing is asked where there was none. */
export function OutcomeRefusalsForm({ form, asks }: { form: OutcomeKeeping; asks: readonly Ask[] }) {
  const { control, register, formState } = form;
  const today = useToday();
  const { fields, append, remove } = useFieldArray({ control, name: 'outcome.refused' });
  const outside = asks.filter(({ leg }) => leg !== 'compensation');
  const errors = formState.errors.outcome?.refused;
  if (outside.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">What they refused outside compensation</legend>
      {outside.map(({ askId, title }) => {
        const index = fields.findIndex((row) => row.askId === askId);
        const toggle = () => (index < 0 ? append({ askId, by: '', on: today }) : remove(index));
        return (
          <div key={askId}>
            <Checkbox label={title} checked={index >= 0} onChange={toggle} />
            {index < 0 ? null : (
              <div className="mb-3 grid items-start gap-x-4 gap-y-3 pl-8 sm:grid-cols-2">
                <TextField
                  label="Refused by"
                  maxLength={120}
                  {...register(`outcome.refused.${index}.by`)}
                  error={errors?.[index]?.by?.message}
                />
                <DateField label="On" {...register(`outcome.refused.${index}.on`)} error={errors?.[index]?.on?.message} />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
