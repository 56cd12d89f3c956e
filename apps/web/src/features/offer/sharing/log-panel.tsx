import { useQuery } from '@tanstack/react-query';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** Who opened the offer, or downloaded its letter, and when. */
export function LogPanel({ offerId }: { offerId: string }) {
  const trpc = useTRPC();
  const format = useFormat();
  const log = useQuery(trpc.offer.log.queryOptions({ offerId }));
  if (log.isPending) return <Skeleton lines={1} what="who opened it" />;
  if (log.isLoadingError) return <Failed error={log.error} what="who opened it" retry={() => void log.refetch()} />;
  if (log.data.length === 0) return <p className="py-2.5 text-ink-soft">Nobody has opened this offer.</p>;
  const readers = new Set(log.data.map(({ readerId }) => readerId)).size;
  return (
    <details>
      <summary className="min-h-11 py-2.5">
        Opened by {readers === 1 ? log.data[0]?.name : `${readers} people`}, last {format.relative(log.data[0]?.at ?? '')}
      </summary>
      <ul className="flex flex-col gap-1 pb-2">
        {log.data.map(({ readerId, name, letter, at }) => (
          <li key={`${readerId}${at}${letter?.name}`} className="flex flex-wrap justify-between gap-x-4">
            <span className="wrap-anywhere">
              {name}
              {letter === null ? '' : ` downloaded ${letter.name ?? 'a letter that is removed since'}`}
            </span>
            <span className="text-ink-soft tabular-nums">{format.instant(at)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
