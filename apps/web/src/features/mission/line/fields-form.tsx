import { keyResult } from '@parley/domain/mission/input';
import type { KeyResult } from '@parley/domain/mission/mission';
import type { KeyboardEvent } from 'react';
import { Controller } from 'react-hook-form';
import type { z } from 'zod';
import { Checkbox, RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { DecimalField } from '../../../components/form/number-field.tsx';
import { isComposing } from '../../../components/form/use-quiet-field.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useHeld } from '../../../lib/use-draft.ts';
import { FormEnd, wordsOf } from '../text-form.tsx';
import { ProofField } from './proof-form.tsx';

type Props = {
  result: KeyResult;
  /** Where an unfinished line is kept in this browser. */
  draft: string;
  /** Something was typed already, in its line. */
  isBegun: boolean;
  onSave: (result: KeyResult) => void;
  onClose: () => void;
};

const numbers = [
  { name: 'start', label: 'Start', optional: false },
  { name: 'target', label: 'Target', optional: false },
  { name: 'current', label: 'Now', optional: true },
] as const;

const ways = [
  { value: 'rise', label: 'should rise' },
  { value: 'fall', label: 'should fall' },
] as const;

/** One key result, field by field: all that its line can say, and what no line can. */
export function FieldsForm({ result, draft, isBegun, onSave, onClose }: Props) {
  const rev = wordsOf(result);
  const { form, submit, discard, overtaken } = useParleyForm({
    schema: keyResult,
    defaultValues: result,
    draft: { name: draft, rev },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const held = useHeld(draft);
  const cancel = () => {
    discard();
    onClose();
  };
  const onSubmit = submit(async (saved) => {
    onSave({ ...saved, id: result.id });
  }, onClose);
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Escape' || isComposing(nativeEvent)) return;
    // leaving keeps what was typed
    if (isBegun || formState.isDirty || held) void onSubmit();
    else cancel();
  };
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 rounded-md border border-line bg-raised p-4"
    >
      <TextField
        label="What is measured"
        autoFocus={!held}
        placeholder="Minutes to deploy"
        {...register('metric')}
        error={errors.metric?.message}
      />
      <Controller
        control={control}
        name="direction"
        render={({ field }) => (
          <RadioGroup label="Direction" inline choices={ways} value={field.value} onChange={field.onChange} />
        )}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Numbers form={form} />
        <TextField label="Unit" optional placeholder="min" {...register('unit')} error={errors.unit?.message} />
      </div>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <DateField label="By" optional {...register('due', { setValueAs: (text) => text || null })} error={errors.due?.message} />
        <Checkbox label="Within the first 90 days" {...register('firstNinetyDays')} />
      </div>
      <Controller control={control} name="proof" render={({ field }) => <ProofField {...field} />} />
      <FormEnd onCancel={cancel} now={overtaken ? result.metric : null} />
    </form>
  );
}

type Form = ReturnType<typeof useParleyForm<z.input<typeof keyResult>, z.output<typeof keyResult>>>['form'];

/** Where it starts, where it should get to, where it is. Until the way is chosen by hand, it follows from the first two. */
function Numbers({ form }: { form: Form }) {
  const { control, formState, getValues, setValue } = form;
  const { dirtyFields, errors } = formState;
  const follow = () => {
    const [start, target] = [Number(getValues('start') || Number.NaN), Number(getValues('target') || Number.NaN)];
    if (!dirtyFields.direction && start !== target && !Number.isNaN(start + target))
      setValue('direction', target > start ? 'rise' : 'fall', { shouldDirty: false });
  };
  return numbers.map(({ name, label, optional }) => (
    <Controller
      key={name}
      control={control}
      name={name}
      render={({ field }) => (
        <DecimalField
          {...{ label, optional }}
          value={field.value}
          onChange={(number) => {
            field.onChange(number);
            follow();
          }}
          error={errors[name]?.message}
        />
      )}
    />
  ));
}
