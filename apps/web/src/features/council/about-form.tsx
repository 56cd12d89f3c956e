import { weekdays } from '@parley/domain/council/council';
import type { CreateCouncil } from '@parley/domain/council/input';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import type { z } from 'zod';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { ZoneField } from '../../components/form/zone-field.tsx';

export type AboutFields = Omit<z.input<typeof CreateCouncil>, 'charter'>;

/** The names of the fields are the same when founding and when editing; react-hook-form cannot know that. */
type Props = {
  register: (
    name: 'name' | 'purpose' | `cadence.${'weekday' | 'time' | 'zone' | 'minutes'}`,
    options?: { valueAsNumber?: boolean },
  ) => ReturnType<UseFormRegister<AboutFields>>;
  errors: FieldErrors<AboutFields>;
};

const days = weekdays.map((label, at) => ({ value: String(at + 1), label }));
const lengths = [30, 45, 60, 75, 90, 105, 120, 150, 180].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}));

/** Name, purpose and cadence of a council. */
export function AboutForm({ register, errors }: Props) {
  return (
    <>
      <TextField label="Name" autoComplete="off" {...register('name')} error={errors.name?.message} />
      <TextArea
        label="Purpose"
        optional
        hint="What you meet for, in a sentence or two."
        {...register('purpose')}
        error={errors.purpose?.message}
      />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">When you meet</legend>
        <SelectField
          label="Weekday"
          options={days}
          {...register('cadence.weekday', { valueAsNumber: true })}
          error={errors.cadence?.weekday?.message}
        />
        <TextField label="Time" type="time" {...register('cadence.time')} error={errors.cadence?.time?.message} />
        <ZoneField label="Time zone" {...register('cadence.zone')} error={errors.cadence?.zone?.message} />
        <SelectField
          label="Length"
          options={lengths}
          {...register('cadence.minutes', { valueAsNumber: true })}
          error={errors.cadence?.minutes?.message}
        />
      </fieldset>
    </>
  );
}
