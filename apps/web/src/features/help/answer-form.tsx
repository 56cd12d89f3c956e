import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh, useDraft } from '../../lib/use-draft.ts';

type AnswerFormProps = { helpId: string; label?: string; onClose: () => void };

/** An answer to one request; what is typed stays until it is sent. */
export function AnswerForm({ helpId, label = 'Your answer', onClose }: AnswerFormProps) {
  const trpc = useTRPC();
  const draft = useDraft({ name: `help-answer:${helpId}`, rev: fresh });
  const [failure, setFailure] = useState<Failure | null>(null);
  const answer = useMutation(trpc.help.answer.mutationOptions());
  const send = async () => {
    setFailure(null);
    try {
      await answer.mutateAsync({ helpId, text: draft.text });
      draft.clear();
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <form
      noValidate
      className="flex w-full flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={label}
        aside={<SavedMark state={draft.state} />}
        rows={3}
        maxLength={2000}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        error={failure?.fields.find(({ path }) => path === 'text')?.message}
      />
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={answer.isPending}>
          Answer
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Later
        </Button>
      </div>
    </form>
  );
}
