import { revealWarning } from '@parley/domain/debrief/reads';
import { useMutation } from '@tanstack/react-query';
import { Notice } from '../../components/feedback/notice.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useRefresh } from './use-debrief.ts';

/** Revealing cannot be undone: it names how many are missing, and takes a deliberate press. */
export function RevealDialog({ debriefId, missing, onClose }: { debriefId: string; missing: number; onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const reveal = useMutation(
    trpc.debrief.reveal.mutationOptions({
      onSuccess: () => onClose(),
      // a number that has changed meanwhile is fetched anew, and the warning with it
      onSettled: () => refresh(),
    }),
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title="Reveal the reads"
      consequence={revealWarning(missing)}
      act="Reveal together"
      onAct={() => reveal.mutate({ debriefId, missing })}
      pending={reveal.isPending}
      error={reveal.isError ? <Notice tone="warn" title={failureOf(reveal.error).message} /> : null}
    />
  );
}
