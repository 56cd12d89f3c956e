import type { AppRouter } from '@parley/api/router';
import type { Plan } from '@parley/domain/hunt/hunt';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type HuntRead = inferRouterOutputs<AppRouter>['hunt']['get'];

/** My hunt: its plan, and what its figures are counted on. */
export function useHunt() {
  const trpc = useTRPC();
  return useQuery(trpc.hunt.get.queryOptions());
}

/** Keeps the plan; after a conflict the newer one stands on the screen, and a second press saves over it. */
export function useKeep() {
  const trpc = useTRPC();
  const [failure, setFailure] = useState<Failure | null>(null);
  const mutation = useMutation(
    trpc.hunt.save.mutationOptions({
      onMutate: () => setFailure(null),
      onError: (error) => {
        const found = failureOf(error);
        setFailure(found.code === 'CONFLICT' ? { ...found, code: 'STALE' } : found);
      },
    }),
  );
  const keep = (rev: number, plan: Plan) => mutation.mutateAsync({ rev, plan });
  const put = (rev: number, plan: Plan) => mutation.mutate({ rev, plan });
  return { keep, put, pending: mutation.isPending, failure };
}
