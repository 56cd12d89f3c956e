import type { Commitment } from '@parley/domain/commitment/commitment';
import { CommitmentFields } from '@parley/domain/commitment/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { useRevised } from '../../lib/use-revised.ts';

export type Circle = { councilId: string; name: string };
type Props = {
  commitment: Commitment | null;
  /** The council before which it is taken; null on one's own page. */
  councilId: string | null;
  /** The councils that could see it. */
  circles: readonly Circle[];
  /** The day that is proposed. */
  dueOn: string;
  onClose: () => void;
};
type Fields = z.input<typeof CommitmentFields>;

const newerCommitment = z.looseObject({ rev: z.number(), text: z.string(), dueOn: z.string() });

/** One commitment: what, by when, and who sees it. */
export function CommitmentForm({ commitment, councilId, circles, dueOn, onClose }: Props) {
  const trpc = useTRPC();
  const [seenBy, setSeenBy] = useState(commitment ? commitment.councilId : councilId);
  const create = useMutation(trpc.commitment.create.mutationOptions());
  const take = useMutation(trpc.commitment.take.mutationOptions());
  const save = useMutation(trpc.commitment.save.mutationOptions());
  const [defaultValues] = useState(() => (commitment ? { text: commitment.text, dueOn: commitment.dueOn } : { text: '', dueOn }));
  const name = `commitment:${commitment?.commitmentId ?? councilId ?? 'new'}`;
  const draft = { name, rev: commitment?.rev ?? fresh };
  const keeping = useParleyForm({ schema: CommitmentFields, defaultValues, draft });
  const { form, failure, state } = keeping;
  const send = (fields: Fields, rev: number): Promise<unknown> => {
    if (commitment) {
      const { commitmentId } = commitment;
      return save.mutateAsync({ commitmentId, rev, commitment: fields, councilId: seenBy });
    }
    if (seenBy === null) return create.mutateAsync({ commitment: fields, debriefId: null });
    return take.mutateAsync({ councilId: seenBy, commitment: fields });
  };
  const options = { newer: newerCommitment, send, done: onClose };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, options);
  const { errors } = form.formState;
  const readers = [{ value: '', label: 'Only you' }, ...circles.map((one) => ({ value: one.councilId, label: one.name }))];
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <TextField
        label="What will you do?"
        aside={<SavedMark state={state} />}
        placeholder="Write to three people at hospitals"
        maxLength={200}
        {...form.register('text')}
        error={errors.text?.message}
      />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <DateField label="By" {...form.register('dueOn')} error={errors.dueOn?.message} />
        {circles.length > 0 ? (
          <SelectField
            label="Who sees it"
            options={readers}
            value={seenBy ?? ''}
            onChange={(event) => setSeenBy(event.target.value || null)}
          />
        ) : null}
      </div>
      {newer ? (
        <Conflict
          rows={[{ label: 'Commitment', mine: form.getValues('text'), newer: newer.text }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <FormActions act={commitment ? 'Save' : 'Commit to it'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}
