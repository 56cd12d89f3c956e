import { keyResult } from '@parley/domain/mission/input';
import type { KeyResult } from '@parley/domain/mission/mission';
import type { KeyboardEvent } from 'react';
import { Controller } from 'react-hook-form';
import { Checkbox, RadioGroup } from '../../components/choice-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { TextField } from '../../components/field.tsx';
import { DecimalField } from '../../components/number-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { FormEnd } from './text-form.tsx';

type Props = {
  result: KeyResult;
  /** Where an unfinished line is kept in this browser. */
  draft: string;
  onSave: (result: KeyResult) => void;
  onClose: () => void;
};

const numbers = [
  { name: 'start', label: 'Start' },
  { name: 'target', label: 'Target' },
  { name: 'current', label: 'Now' },
] as const;

const ways = [
  { value: 'rise', label: 'should rise' },
  { value: 'fall', label: 'should fall' },
] as const;

/** One key result, edited where it stands. */
export function KeyResultForm({ result, draft, onSave, onClose }: Props) {
  const { form, submit, discard } = useParleyForm({ schema: keyResult, defaultValues: result, draft });
  const { register, control, formState } = form;
  const { errors } = formState;
  const cancel = () => {
    discard();
    onClose();
  };
  const onSubmit = submit(async (saved) => {
    onSave({ ...saved, id: result.id });
  }, onClose);
  const onKeyDown = ({ key }: KeyboardEvent) => (key === 'Escape' ? cancel() : undefined);
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4"
    >
      <TextField
        label="What is measured"
        autoFocus
        placeholder="Minutes to deploy"
        {...register('metric')}
        error={errors.metric?.message}
      />
      <Controller
        control={control}
        name="direction"
        render={({ field }) => <RadioGroup label="It" inline choices={ways} value={field.value} onChange={field.onChange} />}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {numbers.map(({ name, label }) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <DecimalField label={label} value={field.value} onChange={field.onChange} error={errors[name]?.message} />
            )}
          />
        ))}
        <TextField label="Unit" optional placeholder="min" {...register('unit')} error={errors.unit?.message} />
      </div>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <DateField label="By" optional {...register('due', { setValueAs: (text) => text || null })} error={errors.due?.message} />
        <Checkbox label="Within the first 90 days" {...register('firstNinetyDays')} />
      </div>
      <FormEnd onCancel={cancel} />
    </form>
  );
}
