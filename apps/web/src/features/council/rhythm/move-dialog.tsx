import { MovedMeeting } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { Button } from '../../../components/button.tsx';
import { DateField } from '../../../components/form/date-field.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Council } from '../use-council.ts';
import { Overtaken } from './overtaken-card.tsx';

/** One meeting on another day or at another time; the others stay. */
export function MoveDialog({ council, on, onClose }: { council: Council; on: string; onClose: () => void }) {
  const trpc = useTRPC();
  const format = useFormat();
  const move = useMutation(trpc.council.changeMeeting.mutationOptions());
  const { councilId, rev, cadence, changes } = council;
  const planned = { on, time: cadence.time };
  const { form, submit, failure } = useParleyForm({
    schema: MovedMeeting,
    defaultValues: changes.find((change) => change.on === on)?.to ?? planned,
  });
  const { errors, isSubmitting } = form.formState;
  const save = (to: z.output<typeof MovedMeeting>) => move.mutateAsync({ councilId, rev, on, change: { kind: 'move', to } });
  return (
    <Dialog open onClose={onClose} title={`Move the meeting of ${format.day(on)}`}>
      <form noValidate onSubmit={submit(save, onClose)} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField label="New day" {...form.register('on')} error={errors.on?.message} />
          <TextField
            label="New time"
            type="time"
            aside={format.place(cadence.zone)}
            {...form.register('time')}
            error={errors.time?.message}
          />
        </div>
        <p className="text-ink-soft">Only this meeting moves. Whoever has it in their calendar fetches the file again.</p>
        {failure?.code === 'CONFLICT' ? <Overtaken /> : <FormFailure failure={failure} />}
        <DialogActions>
          <Button type="submit" kind="primary" pending={isSubmitting}>
            Move it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
