import {
  canBecome,
  listNextStates,
  type MissionDocument,
  type MissionState,
  missionStates,
} from '@parley/domain/mission/mission';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Props = {
  missionId: string;
  rev: number;
  state: MissionState;
  document: MissionDocument;
  /** Something is being saved: the state waits for it. */
  busy: boolean;
};

const acts: Record<MissionState, string> = {
  private: 'Make it private again',
  inReview: 'Mark as in review',
  shownToManager: 'Mark as shown to the manager',
  corrected: 'Mark as corrected by the manager',
};

const steps = missionStates.map((id) => ({
  id,
  label: { private: 'Private', inReview: 'In review', shownToManager: 'Shown', corrected: 'Corrected' }[id],
}));

/** Where the mission stands, and the next step; for its owner. */
export function StatePanel({ missionId, rev, state, document, busy }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const key = trpc.mission.get.queryKey({ missionId });
  const set = useMutation(
    trpc.mission.setState.mutationOptions({
      onSuccess: async ({ rev: next }, { state: now }) => {
        await client.cancelQueries({ queryKey: key });
        client.setQueryData(key, (old) => old && { ...old, rev: next, state: now });
      },
    }),
  );
  const failure = set.error && failureOf(set.error);
  return (
    <div className="flex flex-col gap-2">
      <Stepper label="State of the mission" steps={steps} current={state} />
      <div className="flex flex-wrap gap-2">
        {listNextStates(state).map((to) => {
          const decision = canBecome(document, state, to);
          return (
            <Button
              key={to}
              kind={missionStates.indexOf(to) > missionStates.indexOf(state) ? 'plain' : 'quiet'}
              why={decision.allowed ? null : decision.reason}
              pending={set.isPending || busy}
              onClick={() => set.mutate({ missionId, rev, state: to })}
            >
              {acts[to]}
            </Button>
          );
        })}
      </div>
      <FormFailure failure={failure && { ...failure, code: failure.code === 'CONFLICT' ? 'STALE' : failure.code }} />
    </div>
  );
}
