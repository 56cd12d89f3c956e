import { AnswerFields } from '@parley/domain/rehearsal/input';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { otherOf, type Rehearsal } from './use-rehearsal.ts';

/** What did you hear, what made it believable, one thing to change. */
export function AnswerForm({ one }: { one: Rehearsal }) {
  const { rehearsalId, peerId, role } = one;
  const trpc = useTRPC();
  const answer = useMutation(trpc.rehearsal.answer.mutationOptions());
  const { form, submit, failure, state } = useParleyForm({
    schema: AnswerFields,
    defaultValues: { heard: '', believed: '', change: '' },
    draft: { name: `rehearsed:${rehearsalId}`, rev: fresh },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const onSubmit = submit((fields) => answer.mutateAsync({ rehearsalId, answer: fields }));
  const other = otherOf(one);
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
      <TextArea
        label={peerId === null ? 'What did you hear yourself say?' : `What did you hear ${other} say?`}
        hint={
          peerId === null
            ? 'Your exact words, where they were good and where they were not.'
            : 'The exact words, as far as you remember them.'
        }
        aside={<SavedMark state={state} />}
        maxLength={1000}
        {...register('heard')}
        error={errors.heard?.message}
      />
      <TextArea
        label="What made it believable?"
        hint="A reason, a figure, a tone; or what was missing for it."
        maxLength={1000}
        {...register('believed')}
        error={errors.believed?.message}
      />
      <TextField
        label={role === 'candidate' ? 'One thing you change next time' : `One thing for ${other} to change`}
        maxLength={200}
        {...register('change')}
        error={errors.change?.message}
      />
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" kind="primary" pending={formState.isSubmitting}>
          {peerId === null ? 'Turn the cards over' : 'Seal my answers'}
        </Button>
      </div>
    </form>
  );
}
