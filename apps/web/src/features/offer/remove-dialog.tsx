import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Confirm } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { offerId: string; rev: number; onClose: () => void };

/** Ends an offer with all its versions. */
export function RemoveDialog({ offerId, rev, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const remove = useMutation(
    trpc.offer.remove.mutationOptions({
      onSuccess: () => {
        onClose();
        void client.invalidateQueries(trpc.opportunity.pathFilter());
      },
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title="Delete this offer?"
      consequence="All its versions, its threads, its shares and the record of who opened it are gone for good."
      act="Delete the offer"
      onAct={() => remove.mutate({ offerId, rev })}
      pending={remove.isPending}
      error={<FormFailure failure={remove.isError ? failureOf(remove.error) : null} />}
    />
  );
}
