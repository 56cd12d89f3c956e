import { listAmounts } from '@parley/domain/negotiation/ledger/named';
import { fixedParts, fixedWords, moods, moodWords } from '@parley/domain/rehearsal/brief';
import { BriefFields } from '@parley/domain/rehearsal/input';
import { useMutation } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { Checkbox, RadioGroup } from '../../components/form/choice-field.tsx';
import { DoubtedField } from '../../components/form/doubted-field.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useNamed } from '../../components/form/use-named.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import type { Rehearsal } from './use-rehearsal.ts';

const choices = moods.map((mood) => ({ value: mood, label: moodWords[mood].label, hint: moodWords[mood].play }));

/** What the employer knows and the candidate does not, in the minute before the call. */
export function BriefForm({ one, onDone }: { one: Rehearsal; onDone: () => void }) {
  const { rehearsalId, brief, currency, negotiationId } = one;
  const named = useNamed(negotiationId);
  const trpc = useTRPC();
  const write = useMutation(trpc.rehearsal.brief.mutationOptions());
  const start = brief
    ? { ceiling: brief.ceiling, fixed: brief.fixed, gives: brief.gives, mood: brief.mood }
    : { ceiling: null, fixed: [], gives: '', mood: 'warm' as const };
  const { form, submit, failure, state } = useParleyForm({
    schema: BriefFields,
    defaultValues: start,
    draft: { name: `brief:${rehearsalId}`, rev: fresh },
  });
  const { control, register, formState } = form;
  const onSubmit = submit((fields) => write.mutateAsync({ rehearsalId, brief: fields }), onDone);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <Controller
        control={control}
        name="ceiling"
        render={({ field, fieldState }) => (
          <DoubtedField
            {...field}
            near={listAmounts('base', named)}
            label="The most you can pay: base, a year"
            optional
            per="year"
            currency={currency}
            error={fieldState.error?.message}
          />
        )}
      />
      <FixedList control={control} />
      <TextArea
        label="What you would give instead, and for which reason"
        optional
        aside={<SavedMark state={state} />}
        maxLength={500}
        {...register('gives')}
        error={formState.errors.gives?.message}
      />
      <Controller
        control={control}
        name="mood"
        render={({ field }) => (
          <RadioGroup label="Your mood today" value={field.value} onChange={field.onChange} choices={choices} />
        )}
      />
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" kind={brief ? 'plain' : 'primary'} pending={formState.isSubmitting}>
          {brief ? 'Keep the brief' : 'I am ready'}
        </Button>
      </div>
    </form>
  );
}

type Control = UseFormReturn<z.input<typeof BriefFields>, unknown, z.output<typeof BriefFields>>['control'];

function FixedList({ control }: { control: Control }) {
  return (
    <Controller
      control={control}
      name="fixed"
      render={({ field }) => (
        <fieldset>
          <legend className="font-medium">What is fixed, whatever they say</legend>
          <div className="grid grid-cols-2 gap-x-4">
            {fixedParts.map((part) => (
              <Checkbox
                key={part}
                label={fixedWords[part]}
                checked={field.value.includes(part)}
                onChange={({ target }) =>
                  field.onChange(target.checked ? [...field.value, part] : field.value.filter((has) => has !== part))
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    />
  );
}
