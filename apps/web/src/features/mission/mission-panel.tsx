import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { MethodLink } from '../../components/method-link.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { EditPanel } from './edit-panel.tsx';
import { ReadPanel } from './read-panel.tsx';

type Props = { opportunityId: string; mine: boolean; itemIds: string[] };

/** The mission of an opportunity: written by its owner, read and commented on by whom it is shared with. */
export function MissionPanel({ opportunityId, itemIds }: Props) {
  const [missionId] = itemIds;
  const [begun, setBegun] = useState<string | null>(null);
  if (missionId === undefined) return <BeginPanel opportunityId={opportunityId} onBegun={setBegun} />;
  return <FoundPanel key={missionId} missionId={missionId} isNew={begun === missionId} />;
}

function FoundPanel({ missionId, isNew }: { missionId: string; isNew: boolean }) {
  const trpc = useTRPC();
  const mission = useQuery(trpc.mission.get.queryOptions({ missionId }));
  if (mission.isPending) return <Skeleton what="the mission" />;
  if (mission.isLoadingError) return <Failed error={mission.error} what="the mission" retry={() => void mission.refetch()} />;
  return mission.data.mine ? <EditPanel mission={mission.data} isNew={isNew} /> : <ReadPanel mission={mission.data} />;
}

function BeginPanel({ opportunityId, onBegun }: { opportunityId: string; onBegun: (missionId: string) => void }) {
  const trpc = useTRPC();
  const create = useMutation(trpc.mission.create.mutationOptions({ onSuccess: ({ missionId }) => onBegun(missionId) }));
  const begin = (
    <Button onClick={() => create.mutate({ opportunityId })} pending={create.isPending}>
      Begin the mission
    </Button>
  );
  return (
    <EmptyState title="Write your own version of the job" action={begin}>
      What is it for, what would you deliver, what would it take? Drafting it in private produces sharp questions for the
      interviews.
      <span className="block">
        <MethodLink hash="mission">Write the job yourself</MethodLink>
      </span>
      <FormFailure failure={create.error && failureOf(create.error)} />
    </EmptyState>
  );
}
