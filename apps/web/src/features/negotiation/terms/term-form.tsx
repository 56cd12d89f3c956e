import { CreateTerm } from '@parley/domain/negotiation/terms/input';
import {
  kindsOf,
  type Term,
  type TermComponent,
  type TermValue,
  termComponentLabel,
  termComponents,
} from '@parley/domain/negotiation/terms/term';
import { useMutation } from '@tanstack/react-query';
import { Controller, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { basedAfter } from '../../../lib/use-revised.ts';
import { blankValue, TermValueForm, valueError } from './term-value-form.tsx';
import { useNear } from './use-near.ts';

export type TermFormProps = {
  negotiationId: string;
  /** null: a new one. */
  term: Term | null;
  currency: string;
  onClose: () => void;
};

const options = termComponents.map((value) => ({ value, label: termComponentLabel(value) }));

function fieldsOf(term: Term | null, currency: string): { component: TermComponent; name: string; value: TermValue } {
  if (!term) return { component: 'base', name: '', value: blankValue('money', currency) };
  return { component: term.component, name: term.name, value: term.value };
}

/** Everywhere a newer version came first: it stands in the list, and what was typed stays in the form. */
export function TermConflict({ failure, overtaken = false }: { failure: { code: string } | null; overtaken?: boolean }) {
  if (overtaken && failure === null)
    return <Notice tone="warn" title="This was changed after you typed it. Look at it above before you save." />;
  if (failure?.code !== 'CONFLICT') return null;
  return <Notice tone="warn" title="This was changed somewhere else in the meantime. Look at it above, then press again." />;
}

/** What a term is about, and the value wanted or said. */
export function TermForm({ negotiationId, term, currency, onClose }: TermFormProps) {
  const trpc = useTRPC();
  const create = useMutation(trpc.term.create.mutationOptions());
  const save = useMutation(trpc.term.save.mutationOptions());
  const defaultValues = { negotiationId, term: fieldsOf(term, currency) };
  const draft = { name: `term:${term?.termId ?? negotiationId}`, rev: term?.rev ?? fresh };
  const { form, submit, failure, based, overtaken, state, discard } = useParleyForm({ schema: CreateTerm, defaultValues, draft });
  const holding = useHoldingBack(negotiationId);
  const send = async (fields: Parameters<typeof create.mutateAsync>[0]) => {
    await holding.look(fields.term, term);
    if (!term) return create.mutateAsync(fields);
    return save.mutateAsync({ termId: term.termId, rev: basedAfter(failure, based()), term: fields.term });
  };
  const leave = () => {
    discard();
    onClose();
  };
  const onSubmit = submit(send, onClose);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <TermEntries {...{ negotiationId, term, form, currency, state }} />
      <TermConflict {...{ failure, overtaken }} />
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <FormActions act={term ? 'Save the term' : 'Add the term'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

type Keeping = ReturnType<typeof useParleyForm<z.input<typeof CreateTerm>, z.output<typeof CreateTerm>>>;
type EntriesProps = Omit<TermFormProps, 'onClose'> & Pick<Keeping, 'form' | 'state'>;

function TermEntries({ negotiationId, term, form, state, currency }: EntriesProps) {
  const { register, control, formState, setValue } = form;
  const component = useWatch({ control, name: 'term.component' });
  const near = useNear(negotiationId, component, term);
  const said = term !== null && term.state !== 'proposed';
  const errors = formState.errors.term;
  const chosen = (next: string) => {
    const found = termComponents.find((one) => one === next);
    if (found) setValue('term.value', blankValue(kindsOf[found][0], currency));
  };
  return (
    <>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField
          label="About"
          options={options}
          aside={<SavedMark state={state} />}
          {...register('term.component', { onChange: (event) => chosen(event.target.value) })}
          error={errors?.component?.message}
        />
        {component === 'other' ? (
          <TextField label="What it is" maxLength={300} {...register('term.name')} error={errors?.name?.message} />
        ) : null}
      </div>
      <Controller
        control={control}
        name="term.value"
        render={({ field, fieldState }) => (
          <TermValueForm
            label={said ? 'What was said' : 'What I want agreed'}
            {...{ component, currency, near }}
            value={field.value}
            onChange={field.onChange}
            error={valueError(fieldState.error, field.value)}
          />
        )}
      />
    </>
  );
}
