import { opportunityDetails } from '@parley/domain/opportunity/input';
import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { z } from 'zod';
import { TextArea, TextField } from '../../../components/form/field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useSave } from '../use-save.ts';

type Props = { opportunityId: string; rev: number; details: OpportunityDetails; onDone: () => void };

const { level, place, source, link, pay, notes, posting } = opportunityDetails.shape;

/** Tags are written in one line, a comma between them. */
const tagLine = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean))
  .pipe(opportunityDetails.shape.tags.unwrap());

const OpeningFields = z.strictObject({
  level,
  place,
  source,
  link: link.unwrap(),
  pay: pay.unwrap(),
  tags: tagLine,
  notes: notes.unwrap(),
  posting,
});

/** What the owner notes about the opening, written where it is read. */
export function OpeningForm({ opportunityId, rev, details, onDone }: Props) {
  const { write, pending, failure } = useSave();
  const { level: at, place: where, source: from, link: address, pay: paid, tags, notes: noted, posting: posted } = details;
  const { form, submit, discard } = useParleyForm({
    schema: OpeningFields,
    defaultValues: {
      level: at,
      place: where,
      source: from,
      link: address,
      pay: paid,
      tags: tags.join(', '),
      notes: noted,
      posting: posted,
    },
    draft: { name: `opportunity:${opportunityId}:notes`, rev },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const onSubmit = submit((written) => write({ opportunityId, rev, details: { ...details, ...written } }), onDone);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-4">
      <TextArea label="Notes" optional autoFocus {...register('notes')} error={errors.notes?.message} />
      <TextField
        label="Tags"
        optional
        hint="With a comma between them, such as: remote, referral."
        {...register('tags')}
        error={errors.tags?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Address" optional inputMode="url" {...register('link')} error={errors.link?.message} />
        <TextField label="Pay, as they say it" optional {...register('pay')} error={errors.pay?.message} />
        <TextField label="Level" optional {...register('level')} error={errors.level?.message} />
        <TextField label="Place" optional {...register('place')} error={errors.place?.message} />
        <TextField label="Source" optional {...register('source')} error={errors.source?.message} />
      </div>
      <TextArea
        label="Posting"
        optional
        hint="Paste it: it may be gone tomorrow."
        {...register('posting')}
        error={errors.posting?.message}
      />
      <FormFailure failure={failure} />
      <FormActions
        act="Save"
        pending={pending}
        onCancel={() => {
          discard();
          onDone();
        }}
      />
    </form>
  );
}
