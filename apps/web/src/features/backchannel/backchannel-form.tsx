import { answers, type Backchannel, callbacks, callbackWords } from '@parley/domain/backchannel/backchannel';
import { questionBank } from '@parley/domain/backchannel/bank';
import { BackchannelFields } from '@parley/domain/backchannel/input';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { z } from 'zod';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { Checkbox, RadioGroup } from '../../components/form/choice-field.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { useRevised } from '../../lib/use-revised.ts';

type Fields = z.input<typeof BackchannelFields>;
type Props = { opportunityId: string; one: Backchannel | null; first: string; onClose: () => void };

const newerOne = z.looseObject({ rev: z.number(), ...BackchannelFields.shape });
const answerChoices = [{ value: 'waiting', label: 'not yet' }, ...answers.map((value) => ({ value, label: value }))] as const;
const callbackChoices = [{ value: '', label: 'not said' }, ...callbacks.map((value) => ({ value, label: callbackWords[value] }))];

const blank = (question: string): Fields => ({
  contact: '',
  relation: '',
  question,
  askedOn: null,
  answer: null,
  words: '',
  callback: null,
  redFlag: false,
});

function fieldsOf({ contact, relation, question, askedOn, answer, words, callback, redFlag }: Fields): Fields {
  return { contact, relation, question, askedOn, answer, words, callback, redFlag };
}

/** One question to one insider; what is typed is kept until it is saved. */
export function BackchannelForm({ opportunityId, one, first, onClose }: Props) {
  const trpc = useTRPC();
  const create = useMutation(trpc.backchannel.create.mutationOptions());
  const save = useMutation(trpc.backchannel.save.mutationOptions());
  const keeping = useParleyForm({
    schema: BackchannelFields,
    defaultValues: one ? fieldsOf(one) : blank(first),
    draft: { name: `backchannel:${one?.backchannelId ?? opportunityId}`, rev: one?.rev ?? fresh },
  });
  const { form, failure, state } = keeping;
  const send = (fields: Fields, rev: number) =>
    one ? save.mutateAsync({ backchannelId: one.backchannelId, rev, fields }) : create.mutateAsync({ opportunityId, fields });
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, { newer: newerOne, send, done: onClose });
  const { errors } = form.formState;
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label="Whom you ask"
          aside={<SavedMark state={state} />}
          maxLength={120}
          {...form.register('contact')}
          error={errors.contact?.message}
        />
        <TextField
          label="How they know them"
          optional
          maxLength={160}
          {...form.register('relation')}
          error={errors.relation?.message}
        />
      </div>
      <TextField
        label="Your question"
        list="backchannel-bank"
        maxLength={300}
        {...form.register('question')}
        error={errors.question?.message}
      />
      <datalist id="backchannel-bank">
        {questionBank.map(({ text }) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <Heard form={form} />
      {newer ? (
        <Conflict
          rows={[{ label: 'Answer', mine: wordsOf(form.getValues()), newer: wordsOf(newer) }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <FormActions act="Save" pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

type HeardProps = { form: ReturnType<typeof useParleyForm<Fields, z.output<typeof BackchannelFields>>>['form'] };

/** What came back. */
function Heard({ form }: HeardProps) {
  const { errors } = form.formState;
  return (
    <>
      <Controller
        control={form.control}
        name="answer"
        render={({ field }) => (
          <RadioGroup
            label="Their answer"
            inline
            choices={answerChoices}
            value={field.value ?? 'waiting'}
            onChange={(value) => field.onChange(value === 'waiting' ? null : value)}
          />
        )}
      />
      <TextArea label="Their words" optional maxLength={2000} {...form.register('words')} error={errors.words?.message} />
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
        <DateField
          label="Asked on"
          optional
          {...form.register('askedOn', { setValueAs: (value: string | null) => value || null })}
          error={errors.askedOn?.message}
        />
        <SelectField
          label="How soon they called back"
          options={callbackChoices}
          {...form.register('callback', { setValueAs: (value: string | null) => value || null })}
        />
      </div>
      <Checkbox label="This is a red flag" {...form.register('redFlag')} />
    </>
  );
}

function wordsOf({ contact, relation, question, answer, words }: Fields): string {
  return [contact, relation, question, answer ?? '', words].filter(Boolean).join('\n');
}
