import type { Frame } from '@parley/domain/offer/offer';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { type EntryTools, wrongIn } from './use-entry.ts';

/** An offer that is there already, or the opening on which a first one is made. */
export type Place = { opportunityId: string; offer: { offerId: string; rev: number; frame: Frame } | null };

/** Paths of the server's inputs as the paths of the entry. */
const inEntry = (path: string) => path.replace(/^version\./, 'draft.').replace(/^frame\./, '');

/** Puts an entry on record as a version; makes the offer, or moves its deadline, on the way. */
export function useRecord({ opportunityId, offer }: Place, tools: EntryTools, onDone: () => void) {
  const trpc = useTRPC();
  const create = useMutation(trpc.offer.create.mutationOptions());
  const save = useMutation(trpc.offer.save.mutationOptions());
  const add = useMutation(trpc.offer.addVersion.mutationOptions());
  const [failure, setFailure] = useState<Failure | null>(null);
  const { entry } = tools;

  /** The offer with this entry's dates and draft in hand: made first, so that nothing typed is lost if the rest fails. */
  const hold = async () => {
    const { receivedOn, deadline, draft } = entry;
    if (offer === null) return create.mutateAsync({ opportunityId, receivedOn, deadline, draft });
    return save.mutateAsync({ offerId: offer.offerId, rev: offer.rev, frame: { ...offer.frame, receivedOn, deadline, draft } });
  };
  const run = async (act: () => Promise<unknown>) => {
    setFailure(null);
    const wrong = wrongIn(entry);
    tools.setWrong(wrong);
    if (wrong.length > 0) return;
    try {
      await act();
      tools.clear();
      onDone();
    } catch (error) {
      const failed = failureOf(error);
      setFailure(failed);
      tools.setWrong(failed.fields.map(({ path, message }) => ({ path: inEntry(path), message })));
    } finally {
    }
  };
  return {
    failure,
    pending: create.isPending || save.isPending || add.isPending,
    putOnRecord: () =>
      run(async () => {
        const held = await hold();
        await add.mutateAsync({ offerId: held.offerId, rev: held.rev, version: entry.draft });
      }),
    keepDraft: () => run(hold),
  };
}
