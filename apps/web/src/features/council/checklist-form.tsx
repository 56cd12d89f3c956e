import type { Checklist } from '@parley/domain/council/checklist';
import { ChecklistFields } from '@parley/domain/council/checklist-input';
import { useMutation } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { Button, IconButton } from '../../components/button.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { FieldError, TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { newId } from '../../lib/new-id.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { useRevised } from '../../lib/use-revised.ts';

type Props = { councilId: string; checklist: Checklist | null; onClose: () => void };
type Fields = z.infer<typeof ChecklistFields>;

const newerChecklist = z.looseObject({ rev: z.number(), ...ChecklistFields.shape });
const textOf = ({ title, lines }: Fields) => [title, ...lines.map(({ text }) => `· ${text}`)].join('\n');

/** One checklist: a title and its lines. A line keeps its id, so that ticks stay on it when its words change. */
export function ChecklistForm({ councilId, checklist, onClose }: Props) {
  const trpc = useTRPC();
  const [defaultValues] = useState<Fields>(() =>
    checklist ? { title: checklist.title, lines: checklist.lines } : { title: '', lines: [{ id: newId(), text: '' }] },
  );
  const create = useMutation(trpc.checklist.create.mutationOptions());
  const save = useMutation(trpc.checklist.save.mutationOptions());
  const draft = { name: `checklist:${checklist?.checklistId ?? councilId}`, rev: checklist?.rev ?? fresh };
  const keeping = useParleyForm({ schema: ChecklistFields, defaultValues, draft });
  const { form, failure } = keeping;
  const send = (fields: Fields, based: number) =>
    checklist
      ? save.mutateAsync({ checklistId: checklist.checklistId, rev: based, checklist: fields })
      : create.mutateAsync({ councilId, checklist: fields });
  const done = () => {
    onClose();
  };
  const { newer, onSubmit, takeMine, leave } = useRevised(keeping, {
    newer: newerChecklist,
    send,
    done,
  });
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <ChecklistEntries keeping={keeping} />
      {newer ? (
        <Conflict
          rows={[{ label: 'Checklist', mine: textOf(form.getValues()), newer: textOf(newer) }]}
          onMine={takeMine}
          onNewer={leave}
        />
      ) : null}
      <FormFailure failure={failure} />
      <FormActions act={checklist ? 'Save' : 'Add the checklist'} pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}

type Keeping = ReturnType<typeof useParleyForm<Fields, Fields>>;

function ChecklistEntries({ keeping: { form, state } }: { keeping: Keeping }) {
  const rows = useFieldArray({ control: form.control, name: 'lines', keyName: 'key' });
  const { errors } = form.formState;
  return (
    <>
      <TextField
        label="Title"
        aside={<SavedMark state={state} />}
        maxLength={80}
        {...form.register('title')}
        error={errors.title?.message}
      />
      {rows.fields.map((row, at) => (
        <div key={row.key} className="grid grid-cols-[1fr_auto] items-start gap-x-3">
          <TextField
            label={`Line ${at + 1}`}
            maxLength={200}
            {...form.register(`lines.${at}.text`)}
            error={errors.lines?.[at]?.text?.message}
          />
          <IconButton
            label={`Remove line ${at + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            className="mt-7"
            onClick={() => rows.remove(at)}
          />
        </div>
      ))}
      <FieldError id="checklist-lines" error={errors.lines?.root?.message ?? errors.lines?.message} />
      <div className="empty:hidden">
        {rows.fields.length < 20 ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => rows.append({ id: newId(), text: '' })}>
            Another line
          </Button>
        ) : null}
      </div>
    </>
  );
}
