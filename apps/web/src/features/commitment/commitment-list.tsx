import { type Commitment, weekAfter } from '@parley/domain/commitment/commitment';
import { useMutation, useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useRemoval } from '../../components/feedback/use-removal.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { todayIn } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useHeld } from '../../lib/use-draft.ts';
import { useOpened } from '../../lib/use-revised.ts';
import { CommitmentCard } from './commitment-card.tsx';
import { type Circle, CommitmentForm } from './commitment-form.tsx';

const none: readonly Circle[] = [];

/** My commitments on my own page, whoever sees them. */
export function OwnCommitments() {
  const trpc = useTRPC();
  const query = useQuery(trpc.commitment.list.queryOptions());
  const councils = useQuery(trpc.council.list.queryOptions());
  const { zone } = usePerson();
  return (
    <div id="commitments" className="scroll-mt-6">
      <Card title="Commitments" flush>
        {query.isPending ? <Skeleton what="your commitments" /> : null}
        {query.isError ? <Failed error={query.error} what="your commitments" retry={() => void query.refetch()} /> : null}
        {query.data ? (
          <Rows
            commitments={query.data}
            councilId={null}
            circles={councils.data ?? none}
            names={null}
            viewerId={null}
            dueOn={weekAfter(todayIn(zone))}
            empty="What you will do until a day: one thing a week is plenty. A council can see it and asks about it when it meets; or only you do."
          />
        ) : null}
      </Card>
    </div>
  );
}

type CouncilProps = {
  councilId: string;
  name: string;
  /** The day of the next meeting. */
  dueOn: string;
};

/** What members of a council will do until they meet again. */
export function CouncilCommitments({ councilId, name, dueOn }: CouncilProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.commitment.shown.queryOptions({ councilId }));
  return (
    <Card title="Commitments" flush>
      {query.isPending ? <Skeleton what="the commitments" /> : null}
      {query.isError ? <Failed error={query.error} what="the commitments" retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <Rows
          {...query.data}
          councilId={councilId}
          circles={[{ councilId, name }]}
          dueOn={dueOn}
          empty="Nobody has committed to anything before this council. Say one thing that you will do before you meet again."
        />
      ) : null}
    </Card>
  );
}

/** What one member had committed to before a council, when it is their turn to speak. */
export function SpeakerCommitments({ councilId, name, dueOn, speakerId }: CouncilProps & { speakerId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.commitment.shown.queryOptions({ councilId }));
  if (query.isError) return <Failed error={query.error} what="the commitments" retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton what="the commitments" />;
  const { commitments, names, viewerId } = query.data;
  const theirs = commitments.filter(({ ownerId }) => ownerId === speakerId);
  if (theirs.length === 0) return <p className="text-ink-soft">No commitments from last time.</p>;
  return (
    <div className="rounded-md border border-line">
      <Rows
        commitments={theirs}
        councilId={councilId}
        circles={[{ councilId, name }]}
        names={names}
        viewerId={viewerId}
        dueOn={dueOn}
        empty=""
        adding={speakerId === viewerId}
      />
    </div>
  );
}

type RowsProps = {
  commitments: readonly Commitment[];
  councilId: string | null;
  circles: readonly Circle[];
  /** Whose they are; null where all are mine. */
  names: Readonly<Record<string, string>> | null;
  viewerId: string | null;
  dueOn: string;
  empty: string;
  /** Whether more can be taken here. */
  adding?: boolean;
};

function Rows({ commitments, councilId, circles, names, viewerId, dueOn, empty, adding = true }: RowsProps) {
  const trpc = useTRPC();
  const { zone } = usePerson();
  const { open, setOpen, close } = useOpened(useHeld(`commitment:${councilId ?? 'new'}`) ? 'new' : null);
  const remove = useMutation(trpc.commitment.remove.mutationOptions());
  const removal = useRemoval((commitmentId) => remove.mutateAsync({ commitmentId }), 'Commitment removed');
  const shown = commitments.filter(({ commitmentId }) => !removal.isGone(commitmentId));
  const seenBy = (one: Commitment) =>
    names ? null : (circles.find((circle) => circle.councilId === one.councilId)?.name ?? 'Only you');
  const row = (one: Commitment) => {
    const mine = names === null || one.ownerId === viewerId;
    const form = { councilId, circles, dueOn, onClose: () => close(one.commitmentId) };
    return (
      <li key={one.commitmentId} className="px-4 py-3 sm:px-5">
        {open === one.commitmentId ? (
          <CommitmentForm commitment={one} {...form} />
        ) : (
          <CommitmentCard
            commitment={one}
            who={names ? (mine ? 'You' : (names[one.ownerId] ?? '')) : null}
            seenBy={seenBy(one)}
            mine={mine}
            today={todayIn(zone)}
            onEdit={() => setOpen(one.commitmentId)}
            onRemove={() => removal.remove(one.commitmentId)}
          />
        )}
      </li>
    );
  };
  const closed = shown.filter(({ state }) => state !== 'open');
  return (
    <>
      {shown.length === 0 ? <p className="max-w-prose px-4 py-4 text-ink-soft sm:px-5">{empty}</p> : null}
      <ul className="divide-y divide-line">{shown.filter(({ state }) => state === 'open').map(row)}</ul>
      {closed.length > 0 ? (
        <details className="border-t border-line">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 text-ink-soft sm:px-5">
            {closed.filter(({ state }) => state === 'kept').length} of {closed.length} kept
          </summary>
          <ul className="divide-y divide-line border-t border-line">{closed.map(row)}</ul>
        </details>
      ) : null}
      <div className="flex flex-col items-start gap-2 border-t border-line px-4 py-3 empty:hidden sm:px-5">
        <FormFailure failure={removal.failure} />
        {open === 'new' && adding ? (
          <CommitmentForm commitment={null} councilId={councilId} circles={circles} dueOn={dueOn} onClose={() => close('new')} />
        ) : null}
        {open === 'new' || !adding ? null : (
          <Button kind="quiet" className="-ml-4" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
            Commit to something
          </Button>
        )}
      </div>
    </>
  );
}
