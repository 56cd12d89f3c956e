import type { Frame } from '@parley/domain/offer/offer';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

type Held = { offerId: string; rev: number; frame: Frame };

/** Saves what is not part of a version: dates, what became of asking for time, assumptions. */
export function useFrame({ offerId, rev, frame }: Held) {
  const trpc = useTRPC();
  const [failure, setFailure] = useState<Failure | null>(null);
  const mutation = useMutation(
    trpc.offer.save.mutationOptions({
      onMutate: () => setFailure(null),
      // The newer one is fetched below and is on the screen at a second press.
      onError: (error) => {
        const failed = failureOf(error);
        setFailure(failed.code === 'CONFLICT' ? { ...failed, code: 'STALE' } : failed);
      },
    }),
  );
  const save = (patch: Partial<Frame>, done?: () => void) =>
    mutation.mutate({ offerId, rev, frame: { ...frame, ...patch } }, { onSuccess: () => done?.() });
  return {
    save,
    pending: mutation.isPending,
    failure,
    errorAt: (path: string) => failure?.fields.find((one) => one.path.startsWith(`frame.${path}`))?.message,
  };
}
