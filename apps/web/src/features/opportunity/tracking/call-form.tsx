import { type Call, callKinds, callName, callOutcomes, outcomeName } from '@parley/domain/opportunity/call';
import { call as callSchema } from '@parley/domain/opportunity/input';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { ZoneField } from '../../../components/form/zone-field.tsx';
import type { Failure } from '../../../lib/failure.ts';
import { useParleyForm } from '../../../lib/form.ts';

type Props = {
  opportunityId: string;
  call: Call;
  /** The people of this opening, to choose from while typing. */
  people: readonly string[];
  fresh: boolean;
  pending: boolean;
  failure: Failure | null;
  onSave: (call: Call) => Promise<unknown>;
  onDone: () => void;
};

/** When a call is, with whom and where; and afterwards how it came out. */
export function CallForm({ opportunityId, call, people, fresh, pending, failure, onSave, onDone }: Props) {
  const draft = { name: `call:${opportunityId}:${fresh ? 'new' : call.id}`, rev: JSON.stringify(call) };
  const { form, submit, discard } = useParleyForm({ schema: callSchema, defaultValues: call, draft });
  const { register, formState } = form;
  const { errors } = formState;
  const onSubmit = submit((written) => onSave({ ...written, id: call.id }), onDone);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-4 px-4 py-4 sm:px-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="What it is"
          autoFocus
          options={callKinds.map((kind) => ({ value: kind, label: callName(kind) }))}
          {...register('kind')}
        />
        <TextField
          label="With"
          optional
          list={`people-${opportunityId}`}
          autoComplete="off"
          {...register('withWhom')}
          error={errors.withWhom?.message}
        />
        <datalist id={`people-${opportunityId}`}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <WhenFields form={form} />
        <TextField label="Link or number" optional {...register('link')} error={errors.link?.message} />
      </div>
      <TextArea label="Note" optional {...register('note')} error={errors.note?.message} />
      {fresh ? null : (
        <SelectField
          label="How it came out"
          optional
          placeholder="Not said yet"
          options={callOutcomes.map((outcome) => ({ value: outcome, label: outcomeName(outcome) }))}
          {...register('outcome', { setValueAs: (value: string | null) => (value === '' ? null : value) })}
        />
      )}
      <FormFailure failure={failure} />
      <FormActions
        act="Save the call"
        pending={pending}
        onCancel={() => {
          discard();
          onDone();
        }}
      />
    </form>
  );
}

type CallFields = UseFormReturn<z.input<typeof callSchema>, unknown, z.output<typeof callSchema>>;

/** The moment, by the clock of the place where it was agreed. */
function WhenFields({ form: { register, formState, control, watch } }: { form: CallFields }) {
  const { errors } = formState;
  const where = watch('zone');
  return (
    <>
      <div className="flex min-w-0 flex-col gap-2">
        <Controller
          control={control}
          name="at"
          render={({ field }) => (
            <DateTimeField
              label="When"
              aside=" "
              zone={where}
              value={field.value === '' ? null : field.value}
              onChange={(at) => field.onChange(at ?? '')}
              error={errors.at?.message}
            />
          )}
        />
      </div>
      <TextField
        label="Minutes"
        type="number"
        inputMode="numeric"
        {...register('minutes', { valueAsNumber: true })}
        error={errors.minutes?.message}
      />
      <ZoneField label="On the clock of" {...register('zone')} error={errors.zone?.message} />
    </>
  );
}
