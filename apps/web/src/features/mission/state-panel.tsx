import {
  canBecome,
  listNextStates,
  type MissionDocument,
  type MissionState,
  missionStates,
} from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { ShareChip } from '../../components/item-tools.tsx';
import { Confirm, type ConfirmProps } from '../../components/overlay/dialog.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = {
  missionId: string;
  rev: number;
  state: MissionState;
  document: MissionDocument;
  /** Who else reads it, by name. */
  readers: readonly string[];
  /** Something is being saved: the state waits for it. */
  busy: boolean;
};

const acts: Record<MissionState, string> = {
  private: 'Make it private again',
  inReview: 'Back to review',
  shownToManager: 'Mark as shown to the manager',
  corrected: 'Mark as corrected by the manager',
};

const steps = missionStates.map((id) => ({
  id,
  label: { private: 'Private', inReview: 'In review', shownToManager: 'Shown', corrected: 'Corrected' }[id],
}));

/** Where the mission stands, and the next step; for its owner. Sharing it is what puts it in review. */
export function StatePanel({ missionId, rev, state, document, readers, busy }: Props) {
  const set = useSetState(missionId);
  const [asking, setAsking] = useState(false);
  const isRead = readers.length > 0;
  const failure = set.error && failureOf(set.error);
  const go = (to: MissionState) => (to === 'private' && isRead ? setAsking(true) : set.mutate({ missionId, rev, state: to }));
  const failed = <FormFailure failure={failure && { ...failure, code: failure.code === 'CONFLICT' ? 'STALE' : failure.code }} />;
  return (
    <div className="flex flex-col gap-2">
      <Stepper label="State of the mission" steps={steps} current={state} />
      <div className="flex flex-wrap gap-2">
        {state === 'private' ? <ShareChip itemId={missionId} kind="mission" act="Share it for review" /> : null}
        {listNextStates(state, isRead).map((to, at) => {
          const decision = canBecome(document, state, to, isRead);
          const isBack = missionStates.indexOf(to) < missionStates.indexOf(state);
          return (
            <Button
              key={to}
              kind={isBack ? 'quiet' : 'plain'}
              className={isBack && at === 0 ? '-ml-4' : ''}
              why={decision.allowed ? null : decision.reason}
              pending={set.isPending || busy}
              onClick={() => go(to)}
            >
              {acts[to]}
            </Button>
          );
        })}
      </div>
      {asking ? null : failed}
      <TakeBack
        open={asking}
        readers={readers}
        onClose={() => setAsking(false)}
        onAct={() => set.mutate({ missionId, rev, state: 'private' }, { onSuccess: () => setAsking(false) })}
        pending={set.isPending}
        error={failed}
      />
    </div>
  );
}

function useSetState(missionId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const key = trpc.mission.get.queryKey({ missionId });
  return useMutation(
    trpc.mission.setState.mutationOptions({
      onSuccess: async ({ rev: next }, { state: now }) => {
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, (old) => old && { ...old, rev: next, state: now });
      },
    }),
  );
}

type TakeBackProps = Omit<ConfirmProps, 'title' | 'consequence' | 'act'> & Pick<Props, 'readers'>;

/** Says who loses it before it is taken back. */
function TakeBack({ readers, ...dialog }: TakeBackProps) {
  const format = useFormat();
  return (
    <Confirm
      {...dialog}
      title="Make the mission private?"
      consequence={`${format.list([...readers])} will no longer see it. Their comments stay with you, and they see them again if you share it again.`}
      act="Make it private"
    />
  );
}
