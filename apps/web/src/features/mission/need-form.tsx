import { need as needShape } from '@parley/domain/mission/input';
import { listKeyResults, type MissionDocument, type Need } from '@parley/domain/mission/mission';
import type { KeyboardEvent } from 'react';
import { Controller } from 'react-hook-form';
import type { z } from 'zod';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { MoneyField } from '../../components/form/money-field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { isComposing } from '../../components/form/use-quiet-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { usePerson } from '../../lib/person.ts';
import { ProofField } from './line/proof-form.tsx';
import { FormEnd, wordsOf } from './text-form.tsx';

type Props = {
  need: Need;
  document: MissionDocument;
  draft: string;
  /** Something was typed already, in its line. */
  isBegun: boolean;
  onSave: (need: Need) => void;
  onClose: () => void;
};

const legs = [
  { value: 'budget', label: 'Budget' },
  { value: 'resources', label: 'Resources' },
  { value: 'support', label: 'Support' },
] as const;

/** What it takes: of which kind, how much where it has an amount, and the key result it serves. */
export function NeedForm({ need, document, draft, isBegun, onSave, onClose }: Props) {
  const person = usePerson();
  const rev = wordsOf(need);
  const { form, submit, discard, overtaken } = useParleyForm({
    schema: needShape,
    defaultValues: need,
    draft: { name: draft, rev },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const cancel = () => {
    discard();
    onClose();
  };
  const onSubmit = submit(async (saved) => {
    onSave({ ...saved, id: need.id });
  }, onClose);
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Escape' || isComposing(nativeEvent)) return;
    // leaving keeps what was typed
    if (isBegun || formState.isDirty) void onSubmit();
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
        label="What it takes"
        dir="auto"
        autoFocus
        placeholder="One more engineer for the platform"
        {...register('text')}
        error={errors.text?.message}
      />
      <Controller
        control={control}
        name="leg"
        render={({ field }) => <RadioGroup label="Kind" inline choices={legs} value={field.value} onChange={field.onChange} />}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Amount form={form} currency={need.amount?.currency ?? person.currency} />
        <SelectField
          label="Serves"
          placeholder="The mission as a whole"
          options={listKeyResults(document).map(({ id, metric }) => ({ value: id, label: metric }))}
          {...register('keyResultId', { setValueAs: (id) => id || null })}
        />
      </div>
      <Controller control={control} name="proof" render={({ field }) => <ProofField {...field} />} />
      <FormEnd onCancel={cancel} now={overtaken ? need.text : null} />
    </form>
  );
}

type Form = ReturnType<typeof useParleyForm<z.input<typeof needShape>, Need>>['form'];

function Amount({ form: { control, formState }, currency }: { form: Form; currency: string }) {
  return (
    <Controller
      control={control}
      name="amount"
      render={({ field }) => (
        <MoneyField
          label="Amount"
          optional
          currency={currency}
          value={field.value?.minor ?? null}
          onChange={(minor) => field.onChange(minor === null ? null : { minor, currency })}
          error={formState.errors.amount?.minor?.message}
        />
      )}
    />
  );
}
