import { type Script, slotsOf } from '@parley/domain/negotiation/script/script';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Said = Pick<Script, 'id' | 'name' | 'text' | 'slots'>;

/** Keeps a script as a version of its own, once the walk-away was looked for in it. */
export function useKeeping(negotiationId: string, lookAt: (script: Script) => Promise<void>) {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.script.keep.mutationOptions());
  const [state, setState] = useState<'ready' | 'keeping' | 'kept'>('ready');
  const [failure, setFailure] = useState<Failure | null>(null);
  const keep = async ({ id, name, text, slots }: Said, why: 'saved' | 'restored') => {
    await lookAt({ id, name, text, slots, cites: null });
    await mutateAsync({ negotiationId, version: { scriptId: id, name, text, slots: slotsOf(text, slots), why } });
  };
  /** Does them one after the other; what fails is said, and nothing follows. */
  const run = (work: () => Promise<void>) => {
    setState('keeping');
    setFailure(null);
    void work().then(
      () => setState('kept'),
      (error: unknown) => {
        setFailure(failureOf(error));
        setState('ready');
      },
    );
  };
  return { keep, run, state, failure };
}
