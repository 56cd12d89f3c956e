import { revealWarning } from '@parley/domain/round/seats';
import { useMutation } from '@tanstack/react-query';
import { RevealConfirm } from '../../components/overlay/reveal-confirm.tsx';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { roundId: string; missing: number; onClose: () => void };

/** Reveals to all together. A number of missing people that has changed meanwhile is fetched anew, and the warning with it. */
export function RevealDialog({ roundId, missing, onClose }: Props) {
  const trpc = useTRPC();
  const options = { onSuccess: () => onClose() };
  const { mutate, isPending: pending, error } = useMutation(trpc.round.reveal.mutationOptions(options));
  const onReveal = () => mutate({ roundId, missing });
  return <RevealConfirm what="counters" warning={revealWarning(missing)} {...{ onReveal, pending, error, onClose }} />;
}
