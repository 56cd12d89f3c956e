import type { Need } from '@parley/domain/mission/mission';
import { type Ask, legLabels } from '@parley/domain/negotiation/asks/ask';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { Chip } from '../../../components/chip.tsx';
import { EmptyState } from '../../../components/feedback/empty-state.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Dialog } from '../../../components/overlay/dialog.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

export type NeedDialogProps = {
  negotiationId: string;
  opportunityId: string;
  open: boolean;
  onClose: () => void;
  /** The asks that are there, so that a need is offered once. */
  taken: readonly Ask[];
};

/** The needs of the mission; each becomes an ask with one press. */
export function NeedDialog(props: NeedDialogProps) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title="What the mission needs">
      <MissionNeeds {...props} />
    </Dialog>
  );
}

function MissionNeeds(props: NeedDialogProps) {
  const trpc = useTRPC();
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId: props.opportunityId }));
  if (page.isPending) return <Skeleton lines={3} what="the mission" />;
  if (page.isLoadingError) return <Failed error={page.error} what="the mission" retry={() => void page.refetch()} />;
  const [missionId] = page.data.parts.mission;
  if (!missionId) return <NoNeeds />;
  return <Needs {...props} missionId={missionId} />;
}

function NoNeeds() {
  return (
    <EmptyState title="The mission names no need yet">
      Write into the mission what it takes to reach its results: money, people, support. It can then be asked for here.
    </EmptyState>
  );
}

function Needs({ negotiationId, missionId, taken, onClose }: NeedDialogProps & { missionId: string }) {
  const trpc = useTRPC();
  const mission = useQuery(trpc.mission.get.queryOptions({ missionId }));
  const make = useMutation(trpc.ask.fromNeed.mutationOptions());
  if (mission.isPending) return <Skeleton lines={3} what="the mission" />;
  if (mission.isLoadingError) return <Failed error={mission.error} what="the mission" retry={() => void mission.refetch()} />;
  const { needs } = mission.data.document;
  if (needs.length === 0) return <NoNeeds />;
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y divide-line">
        {needs.map((need) => (
          <NeedLine
            key={need.id}
            need={need}
            taken={taken.some((ask) => ask.fromNeed?.needId === need.id)}
            pending={make.isPending && make.variables.needId === need.id}
            onTake={() => make.mutate({ negotiationId, missionId, needId: need.id })}
          />
        ))}
      </ul>
      <FormFailure failure={make.isError ? failureOf(make.error) : null} />
      <div>
        <Button onClick={onClose}>Done</Button>
      </div>
    </div>
  );
}

type NeedLineProps = { need: Need; taken: boolean; pending: boolean; onTake: () => void };

function NeedLine({ need, taken, pending, onTake }: NeedLineProps) {
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p>{need.text}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <Chip>{legLabels[need.leg].label}</Chip>
          {need.amount ? <span className="tabular-nums">{format.money(need.amount.minor, need.amount.currency)}</span> : null}
        </p>
      </div>
      {taken ? (
        <span className="text-sm text-ink-soft">asked for already</span>
      ) : (
        <Button pending={pending} onClick={onTake} aria-label={`Ask for “${need.text}”`}>
          Ask for it
        </Button>
      )}
    </li>
  );
}
