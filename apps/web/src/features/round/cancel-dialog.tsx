import { useMutation } from '@tanstack/react-query';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Cancelling cannot be undone: what was sealed is never shown. */
export function CancelDialog({ roundId, onClose }: { roundId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const cancel = useMutation(
    trpc.round.cancel.mutationOptions({
      onSuccess: () => onClose(),
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title="Cancel the round"
      consequence="Nobody will ever see what was sealed in it, you included. What those asked wrote meanwhile stays held from each other for 14 days, or until another round is revealed. This cannot be undone."
      act="Cancel the round"
      onAct={() => cancel.mutate({ roundId })}
      pending={cancel.isPending}
      error={<FormFailure failure={cancel.isError ? failureOf(cancel.error) : null} />}
    />
  );
}
