import type { FeedbackKind, HelpRequest } from '@parley/domain/help/help';
import { HelpFields } from '@parley/domain/help/input';
import { useMutation } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { useRevised } from '../../lib/use-revised.ts';

type Fields = z.input<typeof HelpFields>;
type Props = { councilId: string; request: HelpRequest | null; onClose: () => void };

const newerHelp = z.looseObject({ rev: z.number(), ...HelpFields.shape });
const blank: Fields = { text: '', length: 'short', feedback: 'reactions' };

/** The kind of feedback wanted, as the asker says it. */
export const feedbackWords: Record<FeedbackKind, string> = {
  reactions: 'I like, I wish, I wonder',
  ideas: 'Ideas: what would you try?',
  choice: 'Help me choose',
  contacts: 'Who do you know?',
  practice: 'Play it through with me',
  heard: 'What did you hear?',
};

const kinds = Object.entries(feedbackWords).map(([value, label]) => ({ value, label }));

/** One request: what is wanted, how long it takes, and the kind of feedback, which is said first. */
export function HelpForm({ councilId, request, onClose }: Props) {
  const trpc = useTRPC();
  const create = useMutation(trpc.help.create.mutationOptions());
  const save = useMutation(trpc.help.save.mutationOptions());
  const defaultValues = request ? { text: request.text, length: request.length, feedback: request.feedback } : blank;
  const keeping = useParleyForm({
    schema: HelpFields,
    defaultValues,
    draft: { name: `help:${request?.helpId ?? councilId}`, rev: request?.rev ?? fresh },
  });
  const { form, failure, state } = keeping;
  const send = (help: Fields, rev: number) =>
    request ? save.mutateAsync({ helpId: request.helpId, rev, help }) : create.mutateAsync({ councilId, help });
  const options = { newer: newerHelp, send, done: onClose };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, options);
  const { errors } = form.formState;
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <WantedField form={form} state={state} />
      <SelectField
        label="What kind of feedback do you want?"
        options={kinds}
        {...form.register('feedback')}
        error={errors.feedback?.message}
      />
      <Controller
        control={form.control}
        name="length"
        render={({ field }) => (
          <RadioGroup
            label="How long will it take?"
            value={field.value}
            onChange={field.onChange}
            inline
            choices={[
              { value: 'short', label: 'Short, 5 minutes' },
              { value: 'long', label: 'Long, 15 minutes' },
            ]}
          />
        )}
      />
      {newer ? (
        <Conflict
          rows={[{ label: 'Request', mine: form.getValues('text'), newer: newer.text }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <FormActions act={request ? 'Save' : 'Ask the council'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

type WantedProps = { form: UseFormReturn<Fields, unknown, Fields>; state: ComponentProps<typeof SavedMark>['state'] };

/** What is wanted; a sentence, where it is to be heard. */
function WantedField({ form, state }: WantedProps) {
  const heard = form.watch('feedback') === 'heard';
  return (
    <TextArea
      label={heard ? 'Your sentence' : 'What do you want help with?'}
      hint={heard ? 'What you want to be known for. Each member sees it for ten seconds and writes what they heard.' : undefined}
      aside={<SavedMark state={state} />}
      placeholder={heard ? 'I make hospitals wait less.' : 'My pitch takes two minutes. Which half should go?'}
      maxLength={2000}
      {...form.register('text')}
      error={form.formState.errors.text?.message}
    />
  );
}
