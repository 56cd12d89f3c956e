import type { Firmness } from '@parley/domain/negotiation/ledger/move';
import { listAmounts, type Named } from '@parley/domain/negotiation/ledger/named';
import { emptyPackage } from '@parley/domain/negotiation/package';
import { SaidFields } from '@parley/domain/rehearsal/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { DoubtedField } from '../../components/form/doubted-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useNamed } from '../../components/form/use-named.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { employerOf, type Rehearsal } from './use-rehearsal.ts';

const parts = ['words', 'base', 'signOn', 'equity'] as const;
type Part = (typeof parts)[number];
const partWords: Record<Part, string> = {
  words: 'Only words',
  base: 'Base, a year',
  signOn: 'Sign-on, once',
  equity: 'Equity, whole grant',
};
const partOptions = parts.map((part) => ({ value: part, label: partWords[part] }));
const firmWords: Record<Firmness, string> = {
  unclear: 'Unclear',
  possible: 'Possible',
  difficult: 'Difficult',
  fixed: 'Fixed',
};
const firmChoices = (['unclear', 'possible', 'difficult', 'fixed'] as const).map((value) => ({ value, label: firmWords[value] }));

/** One line of the call, with a thumb: who, the words, a figure where there was one, how firm it sounded. */
export function SaidForm({ one }: { one: Rehearsal }) {
  const { rehearsalId, role, currency } = one;
  const trpc = useTRPC();
  const say = useMutation(trpc.rehearsal.say.mutationOptions());
  const { form, submit, failure, state } = useParleyForm({
    schema: SaidFields,
    defaultValues: { party: role, words: '', package: emptyPackage, firmness: 'unclear' as const },
    draft: { name: `said:${rehearsalId}`, rev: fresh },
  });
  const named = useNamed(one.negotiationId);
  const { control, register, formState } = form;
  const figures = useWatch({ control, name: 'package' });
  const [chosen, setPart] = useState<Part>('words');
  // a draft that was brought back shows its figure
  const part = chosen === 'words' ? (parts.find((name) => name !== 'words' && figures[name] !== null) ?? 'words') : chosen;
  const party = useWatch({ control, name: 'party' });
  const onSubmit = submit(
    (said) => say.mutateAsync({ rehearsalId, said }),
    () => {
      form.reset();
      setPart('words');
    },
  );
  const them = role === 'employer' ? (one.candidate ?? 'The candidate') : employerOf(one);
  const labels = [
    { value: role, label: 'You' },
    { value: role === 'employer' ? ('candidate' as const) : ('employer' as const), label: them },
  ];
  return (
    <form noValidate className="flex flex-col gap-3" onSubmit={onSubmit}>
      <Controller
        control={control}
        name="party"
        render={({ field }) => (
          <RadioGroup label="Who said it" value={field.value} onChange={field.onChange} choices={labels} inline />
        )}
      />
      <TextField
        label="The words"
        aside={<SavedMark state={state} />}
        maxLength={500}
        {...register('words')}
        error={formState.errors.words?.message}
      />
      <FigureEntry {...{ form, currency, named, part }} onPart={setPart} />
      {party === 'employer' ? <FirmnessEntry form={form} meant={role === 'employer'} /> : null}
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" pending={formState.isSubmitting}>
          Write it down
        </Button>
      </div>
    </form>
  );
}

type Form = UseFormReturn<z.input<typeof SaidFields>, unknown, z.output<typeof SaidFields>>;
type FigureProps = { form: Form; currency: string; named: Named; part: Part; onPart: (part: Part) => void };

/** One figure, where one was named: a call leaves time for no more. */
function FigureEntry({ form, currency, named, part, onPart }: FigureProps) {
  const choose = (next: Part) => {
    onPart(next);
    form.setValue('package', emptyPackage);
  };
  return (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
      <SelectField
        label="With a figure"
        options={partOptions}
        value={part}
        onChange={({ target }) => choose(parts.find((name) => name === target.value) ?? 'words')}
      />
      {part === 'words' ? null : (
        <Controller
          key={part}
          control={form.control}
          name={`package.${part}`}
          render={({ field, fieldState }) => (
            <DoubtedField
              {...field}
              near={listAmounts(part, named)}
              label={partWords[part]}
              per={part === 'base' ? 'year' : 'once'}
              currency={currency}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </div>
  );
}

function FirmnessEntry({ form, meant }: { form: Form; meant: boolean }) {
  return (
    <Controller
      control={form.control}
      name="firmness"
      render={({ field }) => (
        <div className="max-sm:[&_label]:px-1.5">
          <RadioGroup
            label={meant ? 'How firm you meant it' : 'How firm it sounded'}
            value={field.value}
            onChange={field.onChange}
            choices={firmChoices}
            inline
          />
        </div>
      )}
    />
  );
}
