import { ExtendRound } from '@parley/domain/round/input';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../../lib/form.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Round } from '../use-round.ts';

/** Another deadline for an open round. Whoever is asked sees the new one at once. */
export function DeadlineDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const trpc = useTRPC();
  const extend = useMutation(trpc.round.extend.mutationOptions());
  const { roundId, rev, deadlineAt } = round;
  const { form, submit, failure } = useParleyForm({ schema: ExtendRound, defaultValues: { roundId, rev, deadlineAt } });
  const done = async () => {
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="How long can they seal?">
      <form noValidate onSubmit={submit(extend.mutateAsync, done)} className="flex flex-col gap-4">
        <Controller
          control={form.control}
          name="deadlineAt"
          render={({ field: { value, onChange, onBlur }, fieldState }) => (
            <DateTimeField
              {...{ value, onChange, onBlur }}
              label="Deadline"
              hint="Leave empty for no deadline."
              error={fieldState.error?.message}
            />
          )}
        />
        <FormFailure failure={failure} />
        {failure?.code === 'CONFLICT' ? (
          <Notice tone="warn" title="The round was changed in the meantime. Close this and look again." />
        ) : null}
        <DialogActions>
          <Button type="submit" kind="primary" pending={form.formState.isSubmitting}>
            Set the deadline
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
