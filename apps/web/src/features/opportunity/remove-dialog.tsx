import { roundsSentence } from '@parley/domain/round/seats';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { opportunityId: string; rev: number; role: string; onClose: () => void };

/** Ends an opportunity with everything that hangs on it, deliberately. */
export function RemoveDialog({ opportunityId, rev, role, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const rounds = useQuery(trpc.round.list.queryOptions({ opportunityId }));
  const remove = useMutation(
    trpc.opportunity.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/opportunities' });
        client.removeQueries(trpc.opportunity.page.queryFilter({ opportunityId }));
      },
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Delete “${role}”?`}
      consequence={`Its mission, debriefs, offers and negotiations go with it, and so do the comments of your council. ${roundsSentence(rounds.data ?? [])}This cannot be undone.`}
      act="Delete everything"
      onAct={() => remove.mutate({ opportunityId, rev })}
      pending={remove.isPending || rounds.isLoading}
      error={<FormFailure failure={remove.error && failureOf(remove.error)} />}
    />
  );
}
