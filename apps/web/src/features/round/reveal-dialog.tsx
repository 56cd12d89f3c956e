import { revealWarning } from '@parley/domain/round/seats';
import { useMutation } from '@tanstack/react-query';
import { RevealConfirm } from '../../components/overlay/reveal-confirm.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import type { Owner, Round } from './use-round.ts';

type Props = { round: Round; owner: Owner; onClose: () => void };

/** Reveals to all together. A number of missing people that has changed meanwhile is fetched anew, and the warning with it. */
export function RevealDialog({ round: { roundId, quorum }, owner, onClose }: Props) {
  const trpc = useTRPC();
  const options = { onSuccess: () => onClose() };
  const { mutate, isPending: pending, error } = useMutation(trpc.round.reveal.mutationOptions(options));
  const { missing } = owner;
  const onReveal = () => mutate({ roundId, missing });
  return <RevealConfirm what="counters" warning={revealWarning(owner, quorum)} {...{ onReveal, pending, error, onClose }} />;
}
