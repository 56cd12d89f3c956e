import { canLook } from '@parley/domain/overlap/overlap';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { Failed } from '../../../components/feedback/failed.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { whyNot } from '../use-council.ts';

/** Whether another member is in process with the same employer: both are told that there is one, and nothing else. */
export function OverlapCard({ councilId }: { councilId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.overlap.page.queryOptions({ councilId }));
  return (
    <Card title="The same employer">
      {query.isPending ? <Skeleton lines={2} what="this" /> : null}
      {query.isError ? <Failed error={query.error} what="this" retry={() => void query.refetch()} /> : null}
      {query.data ? <Looked councilId={councilId} {...query.data} /> : null}
    </Card>
  );
}

type Props = { councilId: string; told: boolean; lookedAt: string | null; compared: number; now: string };

function Looked({ councilId, told, lookedAt, compared, now }: Props) {
  const trpc = useTRPC();
  const format = useFormat();
  const look = useMutation(trpc.overlap.look.mutationOptions());
  const stop = useMutation(trpc.overlap.stop.mutationOptions());
  const failed = look.error ?? stop.error;
  const why = whyNot(canLook(lookedAt === null ? null : new Date(lookedAt), compared, new Date(now)));
  return (
    <div className="flex flex-col items-start gap-3">
      {told ? (
        <Notice title="There is one. Another member is in process with one of your employers, and reads this same sentence.">
          Neither of you is told who, or which. Whether you say anything is up to each of you.
        </Notice>
      ) : null}
      <p className="max-w-prose text-ink-soft">
        You can be told whether another member is in process with an employer of yours. Both of you read that there is one: not
        who, not which. It compares what has been in process for two days, of members who look, once a day at most.
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <Button why={why} pending={look.isPending} onClick={() => look.mutate({ councilId })}>
          {lookedAt === null ? 'Look whether there is one' : 'Look again'}
        </Button>
        {lookedAt === null ? null : (
          <Button kind="quiet" pending={stop.isPending} onClick={() => stop.mutate({ councilId })}>
            Stop looking
          </Button>
        )}
      </div>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {stop.isSuccess ? 'Nothing of yours is compared any more.' : null}
        {lookedAt !== null && !told && !stop.isSuccess
          ? `You looked on ${format.dayOf(lookedAt)}; there was none. You are told here if that changes.`
          : null}
      </p>
      {failed ? <FormFailure failure={failureOf(failed)} /> : null}
    </div>
  );
}
