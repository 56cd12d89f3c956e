import { weekAfter } from '@parley/domain/commitment/commitment';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useFormat } from '../../lib/format.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { useToday } from '../../lib/use-today.ts';

/** The one thing to change, on its way to becoming a commitment of one's own; where it is one, its day. */
export function CommitCard({ change }: { change: string }) {
  const trpc = useTRPC();
  const format = useFormat();
  const today = useToday();
  const commitments = useQuery(trpc.commitment.list.queryOptions());
  const create = useMutation(trpc.commitment.create.mutationOptions());
  if (!commitments.data) return null;
  const text = change.replaceAll(/\s+/g, ' ').trim();
  const taken = commitments.data.find((one) => one.text === text);
  if (taken)
    return (
      <span className="mt-1 block text-sm font-normal text-ink-soft">
        <Link to="/me" hash="commitments" className="text-accent">
          A commitment
        </Link>{' '}
        until {format.day(taken.dueOn)}
      </span>
    );
  const commit = () => create.mutate({ commitment: { text, dueOn: weekAfter(today) }, debriefId: null });
  return (
    <span className="mt-1 flex flex-col items-start gap-1">
      <Button kind="quiet" className="-ml-4" pending={create.isPending} onClick={commit}>
        Commit to it for a week
      </Button>
      {create.isError ? <FormFailure failure={failureOf(create.error)} /> : null}
    </span>
  );
}
