import { ProofFields } from '@parley/domain/proof/input';
import type { Proof } from '@parley/domain/proof/proof';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { Checkbox } from '../../components/form/choice-field.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { useRevised } from '../../lib/use-revised.ts';

export type ProofFormProps = { proof: Proof | null; onClose: () => void };

type Fields = z.input<typeof ProofFields>;

const newerProof = z.looseObject({ rev: z.number(), ...ProofFields.shape });
const blank: Fields = { outcome: '', metric: '', scope: '', verify: '', led: false };

function fieldsOf({ outcome, metric, scope, verify, led }: Fields): Fields {
  return { outcome, metric, scope, verify, led };
}

/** One proof; what is typed is kept until it is saved. */
export function ProofForm({ proof, onClose }: ProofFormProps) {
  const trpc = useTRPC();
  const create = useMutation(trpc.proof.create.mutationOptions());
  const save = useMutation(trpc.proof.save.mutationOptions());
  const defaultValues = proof ? fieldsOf(proof) : blank;
  const keeping = useParleyForm({
    schema: ProofFields,
    defaultValues,
    draft: { name: `proof:${proof?.proofId ?? 'new'}`, rev: proof?.rev ?? fresh },
  });
  const { form, failure, state } = keeping;
  const send = (fields: Fields, rev: number) =>
    proof ? save.mutateAsync({ proofId: proof.proofId, rev, proof: fields }) : create.mutateAsync({ proof: fields });
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, {
    newer: newerProof,
    send,
    done: onClose,
  });
  const { errors } = form.formState;
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <TextField
        label="What came of it"
        aside={<SavedMark state={state} />}
        placeholder="Releases went from 45 minutes to 12"
        maxLength={300}
        {...form.register('outcome')}
        error={errors.outcome?.message}
      />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField label="The number" optional maxLength={120} {...form.register('metric')} error={errors.metric?.message} />
        <TextField label="Scope" optional maxLength={300} {...form.register('scope')} error={errors.scope?.message} />
      </div>
      <TextArea
        label="How it can be verified"
        optional
        hint="A person, a document, a public page."
        maxLength={1000}
        {...form.register('verify')}
        error={errors.verify?.message}
      />
      <Checkbox label="I led this" {...form.register('led')} />
      {newer ? (
        <Conflict
          rows={[{ label: 'Proof', mine: wordsOf(form.getValues()), newer: wordsOf(newer) }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <FormActions act={proof ? 'Save the proof' : 'Add the proof'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

function wordsOf({ outcome, metric, scope, verify, led }: Fields): string {
  return [outcome, metric, scope, verify, led ? 'I led this.' : ''].filter(Boolean).join('\n');
}
