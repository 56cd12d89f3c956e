import { SaveCharter } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Council } from '../use-council.ts';

const CharterText = SaveCharter.pick({ text: true });
const newerCharter = z.object({ version: z.number(), text: z.string() });

/** Writes the next version of the charter. Everybody is asked to accept it. */
export function CharterForm({ council, onClose }: { council: Council; onClose: () => void }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.council.saveCharter.mutationOptions());
  const [newer, setNewer] = useState<z.infer<typeof newerCharter> | null>(null);
  const { councilId, charter } = council;
  const parley = useParleyForm({
    schema: CharterText,
    defaultValues: { text: charter.text },
    draft: { name: `charter:${councilId}`, rev: charter.version },
  });
  const { form, submit, failure } = parley;
  const { errors, isSubmitting } = form.formState;
  const done = () => {
    onClose();
  };
  const write = ({ text }: z.infer<typeof CharterText>) =>
    save.mutateAsync({ councilId, version: newer?.version ?? parley.based(), text }).catch((error: unknown) => {
      setNewer(newerCharter.safeParse(failureOf(error).newer).data ?? newer);
      throw error;
    });
  const onSubmit = submit(write, done);
  const leave = () => {
    parley.discard();
    done();
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextArea
        label="The charter"
        hint="Lines that begin with # or ## are headings, with - or 1. lists."
        aside={<SavedMark state={parley.state} />}
        rows={16}
        {...form.register('text')}
        error={errors.text?.message}
      />
      {newer && failure?.code === 'CONFLICT' ? (
        <Conflict
          rows={[{ label: 'The charter', mine: form.getValues('text'), newer: newer.text }]}
          onMine={() => void onSubmit()}
          onNewer={leave}
          pending={save.isPending}
        />
      ) : null}
      <FormFailure failure={failure} />
      <p className="text-ink-soft">Saving makes version {charter.version + 1}: every member is asked to accept it.</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Save and ask everybody
        </Button>
        <Button kind="quiet" onClick={leave}>
          Discard changes
        </Button>
      </div>
    </form>
  );
}
