import { revealWarning } from '@parley/domain/debrief/reads';
import { useMutation } from '@tanstack/react-query';
import { RevealConfirm } from '../../components/overlay/reveal-confirm.tsx';
import { useTRPC } from '../../lib/trpc.ts';

type Props = { debriefId: string; missing: number; onClose: () => void };

/** Reveals to all together. A number of missing people that has changed meanwhile is fetched anew, and the warning with it. */
export function RevealDialog({ debriefId, missing, onClose }: Props) {
  const trpc = useTRPC();
  const options = { onSuccess: () => onClose() };
  const { mutate, isPending: pending, error } = useMutation(trpc.debrief.reveal.mutationOptions(options));
  const onReveal = () => mutate({ debriefId, missing });
  return <RevealConfirm what="reads" warning={revealWarning(missing)} {...{ onReveal, pending, error, onClose }} />;
}
