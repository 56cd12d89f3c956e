import { cadenceSentence } from '@parley/domain/council/cadence';
import { CouncilContent, SaveCouncil } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Conflict, type ConflictRow } from '../../components/feedback/conflict.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { AboutForm } from './about-form.tsx';
import type { Council } from './use-council.ts';

type About = Pick<z.infer<typeof CouncilContent>, 'name' | 'purpose' | 'cadence'>;
const newerCouncil = CouncilContent.loose().extend({ rev: z.number() });

/** The moderator edits name, purpose and cadence. */
export function AboutDialog({ council, onClose }: { council: Council; onClose: () => void }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.council.save.mutationOptions());
  const [newer, setNewer] = useState<z.infer<typeof newerCouncil> | null>(null);
  const { councilId, rev, name, purpose, cadence } = council;
  const { form, submit, failure } = useParleyForm({
    schema: SaveCouncil,
    defaultValues: { councilId, rev, name, purpose, cadence },
  });
  const done = () => {
    onClose();
  };
  const write = (input: z.infer<typeof SaveCouncil>) =>
    save.mutateAsync({ ...input, rev: newer?.rev ?? input.rev }).catch((error: unknown) => {
      setNewer(newerCouncil.safeParse(failureOf(error).newer).data ?? newer);
      throw error;
    });
  const onSubmit = submit(write, done);
  return (
    <Dialog open onClose={onClose} title="Edit the council">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <AboutForm
          register={form.register}
          errors={form.formState.errors}
          cadence={form.watch('cadence')}
          onRhythm={(rhythm) => form.setValue('cadence.rhythm', rhythm)}
        />
        {newer && failure?.code === 'CONFLICT' ? (
          <Conflict
            rows={rowsOf(form.getValues(), newer)}
            onMine={() => void onSubmit()}
            onNewer={done}
            pending={save.isPending}
          />
        ) : null}
        <FormFailure failure={failure} />
        <DialogActions>
          <Button type="submit" kind="primary" pending={form.formState.isSubmitting}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function rowsOf(mine: About, newer: About): ConflictRow[] {
  const rows = [
    { label: 'Name', mine: mine.name, newer: newer.name },
    { label: 'Purpose', mine: mine.purpose, newer: newer.purpose },
    { label: 'Meetings', mine: cadenceSentence(mine.cadence), newer: cadenceSentence(newer.cadence) },
  ];
  return rows.filter((row) => row.mine !== row.newer);
}
