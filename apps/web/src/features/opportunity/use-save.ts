import type { OpportunityDetails } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Draft = { opportunityId: string; rev: number; details: OpportunityDetails };

/** Saves the details of an opportunity; a conflict says that a newer version is on the screen now. */
export function useSave() {
  const trpc = useTRPC();
  const [failure, setFailure] = useState<Failure | null>(null);
  const mutation = useMutation(
    trpc.opportunity.save.mutationOptions({
      onMutate: () => setFailure(null),
      onError: (error) => {
        const found = failureOf(error);
        // The page fetches the newer one below; a second press then saves over it.
        setFailure(found.code === 'CONFLICT' ? { ...found, code: 'STALE' } : found);
      },
    }),
  );
  const save = (draft: Draft, done: () => void) => mutation.mutate(draft, { onSuccess: done });
  /** For a form: fails where the server refuses, so that what was typed is kept. */
  const write = (draft: Draft) => mutation.mutateAsync(draft);
  return { save, write, pending: mutation.isPending, failure };
}
