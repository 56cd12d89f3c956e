import { ObjectionFields } from '@parley/domain/negotiation/input';
import type { Objection, ObjectionContent } from '@parley/domain/negotiation/objection';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Conflict } from '../../components/conflict.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { SavedMark } from '../../components/saved-mark.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type ObjectionFormProps = { negotiationId: string; objection: Objection | null; onClose: () => void };

const newerObjection = z.object({ rev: z.number(), says: z.string(), reply: z.string() });

/** One objection with its reply; what is typed is kept until it is saved. */
export function ObjectionForm({ negotiationId, objection, onClose }: ObjectionFormProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [rev, setRev] = useState(objection?.rev ?? 1);
  const create = useMutation(trpc.objection.create.mutationOptions());
  const save = useMutation(trpc.objection.save.mutationOptions());
  const defaultValues = { says: objection?.says ?? '', reply: objection?.reply ?? '' };
  const draft = `objection:${objection?.objectionId ?? negotiationId}`;
  const { form, submit, failure, dismiss, state, discard } = useParleyForm({ schema: ObjectionFields, defaultValues, draft });
  const newer = newerObjection.safeParse(failure?.newer).data;

  const send = (fields: ObjectionContent, based: number) =>
    objection
      ? save.mutateAsync({ objectionId: objection.objectionId, rev: based, objection: fields })
      : create.mutateAsync({ negotiationId, objection: fields });
  const done = () => {
    void client.invalidateQueries(trpc.negotiation.get.queryFilter({ negotiationId }));
    onClose();
  };
  const leave = () => {
    discard();
    done();
  };
  const takeMine = (based: number) => {
    setRev(based);
    dismiss();
    void submit((fields) => send(fields, based), done)();
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={submit((fields) => send(fields, rev), done)}>
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
          onMine={() => takeMine(newer.rev)}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={form.formState.isSubmitting}>
          {objection ? 'Save' : 'Add'}
        </Button>
        <Button kind="quiet" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
