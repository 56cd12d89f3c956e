import { useMutation } from '@tanstack/react-query';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { offerId: string; rev: number; onClose: () => void };

/** Ends an offer with all its versions. */
export function RemoveDialog({ offerId, rev, onClose }: Props) {
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.offer.remove.mutationOptions({
      onSuccess: () => {
        onClose();
      },
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title="Delete this offer?"
      consequence="All its versions, the letter kept with it, its threads, its shares and the record of who opened it are gone for good."
      act="Delete the offer"
      onAct={() => remove.mutate({ offerId, rev })}
      pending={remove.isPending}
      error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
    />
  );
}
