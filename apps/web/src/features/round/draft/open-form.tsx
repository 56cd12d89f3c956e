import { quorumRemark } from '@parley/domain/round/seats';
import { listTexts } from '@parley/domain/share/texts';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { LeakNotice } from '../../../components/feedback/leak-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { useOwnWalkAway } from '../../../components/feedback/use-walk-away.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Preparing, Round } from '../use-round.ts';

type Props = { round: Round; preparing: Preparing; editing: boolean };

/** Opens the round, once its owner has been told if the walk-away stands in what everybody asked is about to read. */
export function OpenForm({ round, preparing, editing }: Props) {
  const trpc = useTRPC();
  const { roundId, rev, quorum, document } = round;
  const look = useOwnWalkAway();
  const open = useMutation(trpc.round.open.mutationOptions());
  // what was written after it was shared, too
  const looking = useMutation({
    mutationFn: (_: { rev: number }) => look(...listTexts(document)),
    onSuccess: (found) => (found.length === 0 ? open.mutate({ roundId, rev }) : undefined),
  });
  // a warning is about the draft that was looked at
  const found = looking.variables?.rev === rev ? (looking.data ?? []) : [];
  const pending = looking.isPending || open.isPending;
  const few = quorumRemark(preparing.asked.length, quorum);
  const error = looking.error ?? open.error;
  const failure = error ? failureOf(error) : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-prose">
        Opening tells everybody asked. What you ask stays as it is from then on, and nobody sees a number but their own until all
        are revealed together.
      </p>
      {few ? <Notice title={few}>Ask more people, or let fewer be enough, if it should be revealed by itself.</Notice> : null}
      <LeakNotice
        found={found}
        next="The round is not open yet."
        act="Open it all the same"
        onAct={() => open.mutate({ roundId, rev })}
        pending={pending}
      />
      <Button
        kind={editing ? 'plain' : 'primary'}
        why={editing ? 'Save the draft first.' : preparing.blocked}
        pending={pending}
        onClick={() => looking.mutate({ rev })}
      >
        Open the round
      </Button>
      <FormFailure failure={failure} />
      {failure?.code === 'CONFLICT' ? (
        <Notice tone="warn" title="The draft was changed in another tab. Look at it again." />
      ) : null}
    </div>
  );
}
