import { useMutation, useQuery } from '@tanstack/react-query';
import CalendarPlus from 'lucide-react/icons/calendar-plus';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useCopy } from '../../lib/use-copy.ts';

/** The private address for one's own calendar program: made by a press, shown once, ended by a press. */
export function FeedCard() {
  const trpc = useTRPC();
  const feed = useQuery(trpc.feed.get.queryOptions());
  return (
    <Card title="Your calendar">
      {feed.isPending ? <Skeleton what="your calendar" lines={2} /> : null}
      {feed.isLoadingError ? <Failed error={feed.error} what="your calendar" retry={() => void feed.refetch()} /> : null}
      {feed.data ? <FeedParts since={feed.data.since} /> : null}
    </Card>
  );
}

function FeedParts({ since }: { since: string | null }) {
  const trpc = useTRPC();
  const format = useFormat();
  const [path, setPath] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const onMutate = () => setFailure(null);
  const onError = (error: unknown) => setFailure(failureOf(error));
  const make = useMutation(trpc.feed.make.mutationOptions({ onMutate, onError, onSuccess: (made) => setPath(made.path) }));
  const end = useMutation(trpc.feed.end.mutationOptions({ onMutate, onError, onSuccess: () => setPath(null) }));
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-soft">
        A private address that your calendar program subscribes to: your calls, deadlines, next steps, commitments and council
        meetings. Its entries say “Call” or “Answer due” and nothing more, because a calendar is seen by others.
      </p>
      {path !== null ? <Address path={path} /> : null}
      {path === null && since !== null ? (
        <p>{`It is on since ${format.instant(since)}. The address is not kept here: if you lost it, make another.`}</p>
      ) : null}
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button icon={<CalendarPlus aria-hidden="true" />} pending={make.isPending} onClick={() => make.mutate({})}>
          {since === null ? 'Make the address' : 'Make another, and end this one'}
        </Button>
        {since === null ? null : (
          <Button kind="quiet" pending={end.isPending} onClick={() => end.mutate({})}>
            End it
          </Button>
        )}
      </div>
    </div>
  );
}

function Address({ path }: { path: string }) {
  const address = `${window.location.origin}${path}`;
  const { state, copy } = useCopy(address);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        label="The address"
        hint="Shown this once. Whoever has it sees when you are busy."
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 flex-1"
      />
      <Button onClick={copy}>{state === 'copied' ? 'Copied' : 'Copy'}</Button>
    </div>
  );
}
