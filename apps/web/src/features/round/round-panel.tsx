import { useQuery } from '@tanstack/react-query';
import Mails from 'lucide-react/icons/mails';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { RoundCard } from './round-card.tsx';
import { type RoundEntry, useCreate } from './use-round.ts';

type Props = {
  opportunityId: string;
  mine: boolean;
  itemIds: string[];
  /** The round that a link led to. */
  first?: string | undefined;
};

/** The counter rounds of an opportunity: the latest open, the earlier ones kept below it. */
export function RoundPanel({ opportunityId, mine, first }: Props) {
  const trpc = useTRPC();
  const list = useQuery(trpc.round.list.queryOptions({ opportunityId }));
  const page = useQuery(trpc.opportunity.page.queryOptions({ opportunityId }));
  const [chosen, setChosen] = useState<{ id: string | null } | null>(null);
  const latestFirst = list.data?.toReversed() ?? [];
  const named = latestFirst.find(({ roundId }) => roundId === first) ?? latestFirst[0];
  const open = chosen ? chosen.id : (named?.roundId ?? null);
  // It stands open from the start: the list is drawn once it is there, and nothing is pushed down by it.
  const opened = useQuery(trpc.round.get.queryOptions({ roundId: named?.roundId ?? '' }, { enabled: named !== undefined }));
  if (list.isPending || (named && opened.isPending)) return <Skeleton what="the counter rounds" lines={8} />;
  if (list.isLoadingError) return <Failed error={list.error} what="the counter rounds" retry={() => void list.refetch()} />;
  const negotiationIds = mine ? (page.data?.parts.negotiation ?? []) : [];
  const begin = (
    <BeginList
      negotiationIds={negotiationIds.filter((id) => !isUnderWay(list.data, id))}
      several={negotiationIds.length > 1}
      first={list.data.length === 0}
      onMade={(id) => setChosen({ id })}
    />
  );
  if (latestFirst.length === 0) return <Nothing mine={mine} ready={negotiationIds.length > 0} begin={begin} />;
  return (
    <div className="flex flex-col gap-3">
      {latestFirst.map((entry, index) => (
        <RoundCard
          key={entry.roundId}
          entry={entry}
          open={entry.roundId === open}
          onToggle={() => setChosen({ id: entry.roundId === open ? null : entry.roundId })}
          next={index === 0 ? begin : null}
        />
      ))}
      {latestFirst[0]?.roundId === open ? null : begin}
    </div>
  );
}

/** One question at a time: a draft or an open round is finished first. */
function isUnderWay(rounds: readonly RoundEntry[], negotiationId: string): boolean {
  return rounds.some((round) => round.negotiationId === negotiationId && (round.state === 'draft' || round.state === 'open'));
}

function Nothing({ mine, ready, begin }: { mine: boolean; ready: boolean; begin: ReactNode }) {
  if (!mine) return <EmptyState title="No counter round is shared with you here." />;
  if (!ready)
    return (
      <EmptyState title="Plan the negotiation first">
        A counter round asks your council what they would answer. Begin the negotiation above, then ask here.
      </EmptyState>
    );
  return (
    <EmptyState icon={<Mails aria-hidden="true" />} title="Ask your council what they would counter" action={begin}>
      Everybody seals a package before seeing any other, so nobody anchors anybody. Then all are shown at once.
    </EmptyState>
  );
}

type BeginProps = { negotiationIds: readonly string[]; several: boolean; first: boolean; onMade: (id: string) => void };

function BeginList({ negotiationIds, several, first, onMade }: BeginProps) {
  const create = useCreate(onMade);
  if (negotiationIds.length === 0) return null;
  const words = first ? 'Prepare a counter round' : 'Ask another round';
  return (
    <div className="flex flex-col items-start gap-2">
      {negotiationIds.map((negotiationId, index) => (
        <Button
          key={negotiationId}
          kind={first ? 'primary' : 'plain'}
          pending={create.isPending}
          onClick={() => create.mutate({ negotiationId })}
        >
          {several ? `${words} (negotiation ${index + 1})` : words}
        </Button>
      ))}
      <FormFailure failure={create.isError ? failureOf(create.error) : null} />
    </div>
  );
}
