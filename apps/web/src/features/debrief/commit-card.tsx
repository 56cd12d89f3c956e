import { weekAfter } from '@parley/domain/commitment/commitment';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { todayIn, useFormat } from '../../lib/format.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

const longest = 200;

/** The one thing that I change, on its way to becoming a commitment; where it is one, its day. */
export function CommitCard({ debriefId, change }: { debriefId: string; change: string }) {
  const trpc = useTRPC();
  const format = useFormat();
  const { zone } = usePerson();
  const commitments = useQuery(trpc.commitment.list.queryOptions());
  const create = useMutation(trpc.commitment.create.mutationOptions());
  const taken = commitments.data?.find((one) => one.debriefId === debriefId);
  if (!commitments.data) return null;
  if (taken) {
    return (
      <p className="mt-1 text-sm text-ink-soft">
        <Link to="/me" hash="commitments" className="text-accent">
          A commitment
        </Link>{' '}
        until {format.day(taken.dueOn)}
      </p>
    );
  }
  const text = change.replaceAll(/\s+/g, ' ').trim().slice(0, longest);
  const commit = () => create.mutate({ commitment: { text, dueOn: weekAfter(todayIn(zone)) }, debriefId });
  return (
    <div className="mt-1 flex flex-col items-start gap-1">
      <Button kind="quiet" className="-ml-4" pending={create.isPending} onClick={commit}>
        Commit to it for a week
      </Button>
      {create.isError ? <FormFailure failure={failureOf(create.error)} /> : null}
    </div>
  );
}
