import { leastQuorum } from '@parley/domain/round/round';
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
  const { roundId, rev, document } = round;
  const look = useOwnWalkAway();
  const open = useMutation(trpc.round.open.mutationOptions());
  // what was written after it was shared, too
  const looking = useMutation<Awaited<ReturnType<typeof look>>, Error, { rev: number }>({
    mutationFn: () => look(...listTexts(document)),
    onSuccess: (found) => (found.length === 0 ? open.mutate({ roundId, rev }) : undefined),
  });
  // a warning is about the draft that was looked at
  const found = looking.variables?.rev === rev ? (looking.data ?? []) : [];
  const pending = looking.isPending || open.isPending;
  const error = looking.error ?? open.error;
  const failure = error ? failureOf(error) : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-prose">
        Opening tells everybody asked. What you ask stays as it is from then on, and nobody sees a number but their own until all
        are revealed together.
      </p>
      {editing ? null : <Few round={round} asked={preparing.asked.length} />}
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

/** Fewer are asked than would be enough: said, with the press that mends it where that many may be enough. */
function Few({ round, asked }: { round: Round; asked: number }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.round.save.mutationOptions());
  const { roundId, rev, document, deadlineAt, quorum, named } = round;
  const few = quorumRemark(asked, quorum);
  if (!few) return null;
  const lower = () => save.mutate({ roundId, rev, document, deadlineAt, quorum: asked, named });
  return (
    <>
      <Notice
        title={few}
        action={
          asked < leastQuorum ? null : (
            <Button pending={save.isPending} onClick={lower}>
              Let {asked} be enough
            </Button>
          )
        }
      >
        Ask more people{asked < leastQuorum ? '' : ', or let fewer be enough,'} if it should be revealed by itself.
      </Notice>
      <FormFailure failure={save.error && failureOf(save.error)} />
    </>
  );
}
