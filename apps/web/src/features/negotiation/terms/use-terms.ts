import type { Step, Term } from '@parley/domain/negotiation/terms/term';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** What can be done with the terms of a negotiation. */
export function useTerms() {
  const trpc = useTRPC();
  const [failure, setFailure] = useState<Failure | null>(null);
  const mark = useMutation(trpc.term.mark.mutationOptions());
  const remove = useMutation(trpc.term.remove.mutationOptions());

  /** A step that needs no form: it is taken at once, and what went wrong stands above the list. */
  const step = async ({ termId, rev }: Term, next: Step) => {
    setFailure(null);
    try {
      await mark.mutateAsync({ termId, rev, step: next });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { failure, step, mark: mark.mutateAsync, remove: (termId: string) => remove.mutateAsync({ termId }) };
}

export type Terms = ReturnType<typeof useTerms>;
