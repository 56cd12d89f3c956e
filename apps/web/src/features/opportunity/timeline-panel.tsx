import { moveKind, type StageEntry, stageName } from '@parley/domain/opportunity/opportunity';
import { useQuery } from '@tanstack/react-query';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** The dated history of an opportunity, the latest first. */
export function TimelinePanel({ opportunityId }: { opportunityId: string }) {
  const trpc = useTRPC();
  const format = useFormat();
  const timeline = useQuery(trpc.opportunity.timeline.queryOptions({ opportunityId }));
  if (timeline.isPending) return <Skeleton what="the timeline" lines={2} />;
  if (timeline.isLoadingError) return <Failed error={timeline.error} what="the timeline" retry={() => void timeline.refetch()} />;
  return (
    <ol className="flex flex-col">
      {timeline.data
        .map((entry, at, all) => ({ entry, words: wordsFor(entry, all[at - 1]) }))
        .reverse()
        .map(({ entry, words }) => (
          <li key={entry.id} className="grid grid-cols-[8.5rem_1fr] gap-4 border-l-2 border-line py-1.5 pl-4">
            <time dateTime={entry.on} className="text-ink-soft tabular-nums">
              {format.date(entry.on)}
            </time>
            <span>{words}</span>
          </li>
        ))}
    </ol>
  );
}

function wordsFor(entry: StageEntry, before: StageEntry | undefined): string {
  if (!before) return `Began as ${stageName(entry.stage).toLowerCase()}`;
  const words = { onward: '', back: 'Back to ', end: '', reopen: 'Reopened at ' }[moveKind(before.stage, entry.stage)];
  return words === '' ? stageName(entry.stage) : `${words}${stageName(entry.stage).toLowerCase()}`;
}
