import { useMutation } from '@tanstack/react-query';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Confirm } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Member } from '../use-council.ts';

/** Passes the chair on. */
export function HandOverDialog({ councilId, member, onClose }: { councilId: string; member: Member; onClose: () => void }) {
  const trpc = useTRPC();
  const hand = useMutation(
    trpc.council.handOver.mutationOptions({
      onSuccess: () => onClose(),
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Hand over the chair to ${member.name}`}
      consequence={`${member.name} invites, removes and edits the charter from now on; you stay a member. Only ${member.name} can hand the chair back.`}
      act="Hand over the chair"
      onAct={() => hand.mutate({ councilId, accountId: member.accountId })}
      pending={hand.isPending}
      error={hand.isError ? <FormFailure failure={failureOf(hand.error)} /> : null}
    />
  );
}
