import { ObjectionFields } from '@parley/domain/negotiation/plan/input';
import type { Objection, ObjectionContent } from '@parley/domain/negotiation/plan/objection';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { HeldFailure } from '../../../components/feedback/leak-notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { useHoldingBack } from '../../../components/feedback/use-walk-away.tsx';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh } from '../../../lib/use-draft.ts';
import { useRevised } from '../../../lib/use-revised.ts';

export type ObjectionFormProps = { negotiationId: string; objection: Objection | null; onClose: () => void };

const newerObjection = z.object({ rev: z.number(), says: z.string(), reply: z.string() });

/** One objection with its reply; what is typed is kept until it is saved. */
export function ObjectionForm({ negotiationId, objection, onClose }: ObjectionFormProps) {
  const trpc = useTRPC();
  const create = useMutation(trpc.objection.create.mutationOptions());
  const save = useMutation(trpc.objection.save.mutationOptions());
  const defaultValues = { says: objection?.says ?? '', reply: objection?.reply ?? '' };
  const draft = { name: `objection:${objection?.objectionId ?? negotiationId}`, rev: objection?.rev ?? fresh };
  const keeping = useParleyForm({ schema: ObjectionFields, defaultValues, draft });
  const { form, failure, state } = keeping;

  const holding = useHoldingBack(negotiationId);
  const send = async (fields: ObjectionContent, based: number) => {
    await holding.look(fields, objection);
    return objection
      ? save.mutateAsync({ objectionId: objection.objectionId, rev: based, objection: fields })
      : create.mutateAsync({ negotiationId, objection: fields });
  };
  const done = () => {
    onClose();
  };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, {
    newer: newerObjection,
    send,
    done,
  });
  return (
    <form className="flex flex-col gap-3" onSubmit={onSubmit}>
      <TextField
        label="They may say"
        maxLength={300}
        {...form.register('says')}
        error={form.formState.errors.says?.message}
        aside={<SavedMark state={state} />}
      />
      <TextArea label="I reply" maxLength={2000} {...form.register('reply')} error={form.formState.errors.reply?.message} />
      {newer ? (
        <Conflict
          rows={[
            { label: 'They may say', mine: form.getValues('says'), newer: newer.says },
            { label: 'I reply', mine: form.getValues('reply'), newer: newer.reply },
          ]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <HeldFailure holding={holding} failure={failure} again={onSubmit} />
      <FormActions act={objection ? 'Save' : 'Add'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}
