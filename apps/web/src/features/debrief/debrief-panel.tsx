import type { DebriefKind } from '@parley/domain/debrief/debrief';
import { useQuery } from '@tanstack/react-query';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { CapturePanel } from './capture-panel.tsx';
import { DebriefCard } from './debrief-card.tsx';
import { useBegun } from './use-begun.ts';

type Props = {
  opportunityId: string;
  mine: boolean;
  itemIds: string[];
  /** The debrief that a link led to. */
  first?: string | undefined;
  /** A debrief of this kind is begun on arrival: one came from a call that is over. */
  begin?: DebriefKind | undefined;
  /** It has been begun: the address says it no more. */
  onBegun: () => void;
};

/** The debriefs of one opportunity, the latest first and open. */
export function DebriefPanel({ opportunityId, mine, first, begin, onBegun }: Props) {
  const trpc = useTRPC();
  const list = useQuery(trpc.debrief.list.queryOptions({ opportunityId }));
  const { begun, start, found, finish } = useBegun(opportunityId, mine ? begin : undefined, onBegun);
  const [chosen, setChosen] = useState<{ id: string | null } | null>(null);
  const latestFirst = list.data?.toReversed() ?? [];
  const named = latestFirst.find(({ id }) => id === first) ?? latestFirst[0];
  const open = chosen ? chosen.id : (named?.id ?? null);
  // The first one stands open from the start: the list is drawn once it is there, and nothing is pushed down by it.
  const opened = useQuery(trpc.debrief.get.queryOptions({ debriefId: named?.id ?? '' }, { enabled: named !== undefined }));
  if (begun)
    return (
      <CapturePanel
        key={begun.debriefId}
        opportunityId={opportunityId}
        begun={begun}
        onMade={found}
        onDone={(written) => {
          if (written) setChosen({ id: begun.debriefId });
          finish(written);
        }}
      />
    );
  if (list.isPending || (named && opened.isPending)) return <Skeleton what="the debriefs" lines={8} />;
  if (list.isLoadingError) return <Failed error={list.error} what="the debriefs" retry={() => void list.refetch()} />;
  const offer = <Begin onBegin={start} />;
  if (latestFirst.length === 0)
    return (
      <EmptyState
        icon={<MessagesSquare aria-hidden="true" />}
        title="Write down the next conversation while you still hear it"
        action={mine ? offer : null}
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
      {mine ? offer : null}
    </div>
  );
}

function Begin({ onBegin }: { onBegin: (kind: DebriefKind) => void }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => onBegin('interview')}>Debrief an interview</Button>
      <Button kind="quiet" onClick={() => onBegin('negotiation')}>
        Debrief a negotiation call
      </Button>
    </div>
  );
}
