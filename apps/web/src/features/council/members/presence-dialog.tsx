import { PresenceFields } from '@parley/domain/council/presence-input';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { Conflict } from '../../../components/feedback/conflict.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { ZoneField } from '../../../components/form/zone-field.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Council, Member } from '../use-council.ts';

const empty = { setValueAs: (value: unknown) => (value === '' ? null : value) };
const newerPresence = PresenceFields.loose().extend({ rev: z.number() });

/** What I say about myself in one council. */
export function PresenceDialog({ council, member, onClose }: { council: Council; member: Member; onClose: () => void }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.presence.save.mutationOptions());
  const [newer, setNewer] = useState<z.infer<typeof newerPresence> | null>(null);
  const { councilId } = council;
  const { rev, looking, zone, awayUntil } = member.presence;
  const parley = useParleyForm({
    schema: PresenceFields,
    defaultValues: { looking, zone, awayUntil },
    draft: { name: `presence:${councilId}`, rev },
  });
  const { form, submit, failure } = parley;
  const { isSubmitting } = form.formState;
  const write = (presence: z.output<typeof PresenceFields>) =>
    save.mutateAsync({ councilId, rev: newer?.rev ?? parley.based(), presence }).catch((error: unknown) => {
      setNewer(newerPresence.safeParse(failureOf(error).newer).data ?? newer);
      throw error;
    });
  const onSubmit = submit(write, onClose);
  return (
    <Dialog open onClose={onClose} title="About you, for this council">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <PresenceEntries form={form} />
        {newer && failure?.code === 'CONFLICT' ? (
          <Conflict
            rows={[{ label: 'Looking for', mine: form.getValues('looking'), newer: newer.looking }]}
            onMine={() => void onSubmit()}
            onNewer={onClose}
            pending={save.isPending}
          />
        ) : (
          <FormFailure failure={failure} />
        )}
        <DialogActions>
          <Button type="submit" kind="primary" pending={isSubmitting}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type Form = UseFormReturn<z.input<typeof PresenceFields>, unknown, z.output<typeof PresenceFields>>;

function PresenceEntries({ form }: { form: Form }) {
  const { errors } = form.formState;
  return (
    <>
      <TextField
        label="Looking for"
        optional
        hint="In a line: the role, the field, the place."
        autoComplete="off"
        {...form.register('looking')}
        error={errors.looking?.message}
      />
      <ZoneField
        label="Where you are"
        optional
        hint="So that they know what time it is for you."
        placeholder="Say nothing about it"
        {...form.register('zone', empty)}
        error={errors.zone?.message}
      />
      <DateField
        label="Away until"
        optional
        hint="The last day on which you are away. You are counted as missing in meetings until then."
        {...form.register('awayUntil', empty)}
        error={errors.awayUntil?.message}
      />
    </>
  );
}
