import type { DebriefKind } from '@parley/domain/debrief/debrief';
import { useMutation, useQuery } from '@tanstack/react-query';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { CalibrationPanel } from './calibration-panel.tsx';
import { DebriefCard } from './debrief-card.tsx';

type Props = {
  opportunityId: string;
  mine: boolean;
  itemIds: string[];
  /** The debrief that a link led to. */
  first?: string | undefined;
};

/** The debriefs of one opportunity, the latest first and open. */
export function DebriefPanel({ opportunityId, mine, first }: Props) {
  const trpc = useTRPC();
  const list = useQuery(trpc.debrief.list.queryOptions({ opportunityId }));
  const [chosen, setChosen] = useState<{ id: string | null } | null>(null);
  const latestFirst = list.data?.toReversed() ?? [];
  const named = latestFirst.find(({ id }) => id === first) ?? latestFirst[0];
  const open = chosen ? chosen.id : (named?.id ?? null);
  // The first one stands open from the start: the list is drawn once it is there, and nothing is pushed down by it.
  const opened = useQuery(trpc.debrief.get.queryOptions({ debriefId: named?.id ?? '' }, { enabled: named !== undefined }));
  if (list.isPending || (named && opened.isPending)) return <Skeleton what="the debriefs" lines={8} />;
  if (list.isLoadingError) return <Failed error={list.error} what="the debriefs" retry={() => void list.refetch()} />;
  const begin = <Begin opportunityId={opportunityId} onMade={(id) => setChosen({ id })} />;
  if (latestFirst.length === 0)
    return (
      <EmptyState
        icon={<MessagesSquare aria-hidden="true" />}
        title="Write down the next conversation while you still hear it"
        action={mine ? begin : null}
      >
        What they said, what you felt, what you infer: three columns that keep them apart. Only you see it until you share it.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      {latestFirst.map((entry) => (
        <DebriefCard
          key={entry.id}
          entry={entry}
          open={entry.id === open}
          onToggle={() => setChosen({ id: entry.id === open ? null : entry.id })}
        />
      ))}
      {mine ? begin : null}
      {mine ? <CalibrationPanel /> : null}
    </div>
  );
}

function Begin({ opportunityId, onMade }: { opportunityId: string; onMade: (id: string) => void }) {
  const trpc = useTRPC();
  const create = useMutation(
    trpc.debrief.create.mutationOptions({
      // by then the list has it
      onSettled: (made) => made && onMade(made.debriefId),
    }),
  );
  const make = (kind: DebriefKind) => create.mutate({ opportunityId, kind });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button pending={create.isPending} onClick={() => make('interview')}>
          Debrief an interview
        </Button>
        <Button kind="quiet" pending={create.isPending} onClick={() => make('negotiation')}>
          Debrief a negotiation call
        </Button>
      </div>
      <FormFailure failure={create.isError ? failureOf(create.error) : null} />
    </div>
  );
}
