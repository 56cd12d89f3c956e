import { useMutation } from '@tanstack/react-query';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Deleting cannot be undone: it says so, and takes a deliberate press. */
export function RemoveDialog({ debriefId, onClose }: { debriefId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.debrief.remove.mutationOptions({
      onSuccess: () => onClose(),
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title="Delete this debrief"
      consequence="What you wrote, all reads and all comments on it are gone for everybody. This cannot be undone."
      act="Delete the debrief"
      onAct={() => remove.mutate({ debriefId })}
      pending={remove.isPending}
      error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
    />
  );
}
