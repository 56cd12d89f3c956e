import { useQuery } from '@tanstack/react-query';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** How the server is, for who runs it: nothing of whom it serves or of what it holds. */
export function ServerCard() {
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions());
  return me.data?.operator ? <Health /> : null;
}

function Health() {
  const trpc = useTRPC();
  const format = useFormat();
  const status = useQuery(trpc.operator.status.queryOptions());
  const bad = status.data?.findings.filter(({ well }) => !well).length ?? 0;
  return (
    <Card title="This server" flush>
      {status.isPending ? (
        <div className="px-5 py-4">
          <Skeleton lines={4} what="how the server is" />
        </div>
      ) : null}
      {status.isError ? <Failed error={status.error} what="how the server is" retry={() => void status.refetch()} /> : null}
      {status.data ? (
        <p className="px-4 py-3 text-ink-soft sm:px-5">
          {bad === 0 ? 'All is well.' : `${bad} of ${status.data.findings.length} ${bad === 1 ? 'wants' : 'want'} a look.`} It
          began {format.relative(status.data.startedAt)}.
        </p>
      ) : null}
      <ul className="divide-y divide-line border-t border-line">
        {status.data?.findings.map(({ what, well, says }) => (
          <li key={what} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 py-3 sm:px-5">
            {well ? (
              <CircleCheck aria-label="Well" role="img" className="mt-0.5 size-5 text-good" />
            ) : (
              <TriangleAlert aria-label="Look" role="img" className="mt-0.5 size-5 text-bad" />
            )}
            <div>
              <p className="font-medium">{what}</p>
              <p className="text-sm text-ink-soft wrap-anywhere">{says}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-4 py-4 sm:px-5">
        <Button pending={status.isFetching} onClick={() => void status.refetch()}>
          Look again
        </Button>
      </div>
    </Card>
  );
}
