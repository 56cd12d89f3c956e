import { cutIntoParts, type Opening } from '@parley/domain/capture/read-table';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

export type Numbered = Opening & { opportunityId: string };

/** Sends a list part by part, and says how many came; after a failure it goes on where it stopped. */
export function useBringing(onDone: () => void) {
  const trpc = useTRPC();
  const bring = useMutation(trpc.opportunity.bring.mutationOptions());
  const [came, setCame] = useState(0);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const done = useRef(0);
  const send = async (openings: readonly Numbered[]) => {
    setPending(true);
    setFailure(null);
    try {
      for (const part of cutIntoParts(openings.slice(done.current))) {
        await bring.mutateAsync({ openings: part });
        done.current += part.length;
        setCame(done.current);
      }
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
    }
    setPending(false);
  };
  return { send, came, pending, failure };
}
