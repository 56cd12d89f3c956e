import { weekAfter } from '@parley/domain/commitment/commitment';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Failure, failureOf } from './failure.ts';
import { useToday } from './time/use-today.ts';
import { useTRPC } from './trpc.ts';

/** The longest text of a commitment. */
const longest = 200;

export type Commit = {
  /** Until when it is a commitment already; null while it is none. */
  until: string | null;
  commit: () => void;
  pending: boolean;
  failure: Failure | null;
};

/** The one thing that somebody changes, on its way to becoming a commitment of theirs; null until it is known whether it is one. */
export function useCommit(change: string, debriefId: string | null): Commit | null {
  const trpc = useTRPC();
  const today = useToday();
  const commitments = useQuery(trpc.commitment.list.queryOptions());
  const create = useMutation(trpc.commitment.create.mutationOptions());
  if (!commitments.data) return null;
  const text = change.replaceAll(/\s+/g, ' ').trim().slice(0, longest);
  const taken = commitments.data.find((one) => (debriefId === null ? one.text === text : one.debriefId === debriefId));
  return {
    until: taken?.dueOn ?? null,
    commit: () => create.mutate({ commitment: { text, dueOn: weekAfter(today) }, debriefId }),
    pending: create.isPending,
    failure: create.error && failureOf(create.error),
  };
}
