import type { Card } from '@parley/domain/opportunity/board';
import { type Stage, stageName } from '@parley/domain/opportunity/opportunity';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useUndo } from '../../components/feedback/undo-bar.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type StageMove = { opportunityId: string; rev: number; stage: Stage; on: string };

/** Moves an opportunity to another stage: at once on the board, back when refused, and back within eight seconds. */
export function useStage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const offerUndo = useUndo();
  const [failure, setFailure] = useState<Failure | null>(null);
  const list = trpc.opportunity.list.queryKey();

  const undo = useMutation(
    trpc.opportunity.undoStage.mutationOptions({
      onError: (error) => setFailure(failureOf(error)),
    }),
  );
  const set = useMutation(
    trpc.opportunity.setStage.mutationOptions({
      onMutate: async ({ opportunityId, stage, on }) => {
        setFailure(null);
        await client.cancelQueries({ queryKey: list });
        const before = client.getQueryData(list);
        client.setQueryData(list, (cards: Card[] | undefined) =>
          cards?.map((card) => (card.opportunityId === opportunityId ? { ...card, stage, since: on } : card)),
        );
        return { before };
      },
      onSuccess: ({ rev }, { opportunityId, stage }) =>
        offerUndo({ message: `Moved to ${stageName(stage).toLowerCase()}`, undo: () => undo.mutate({ opportunityId, rev }) }),
      onError: (error, _move, held) => {
        client.setQueryData(list, held?.before);
        setFailure(failureOf(error));
      },
    }),
  );
  const move = (next: StageMove, done?: () => void) => set.mutate(next, { onSuccess: () => done?.() });
  return { move, pending: set.isPending || undo.isPending, failure, dismiss: () => setFailure(null) };
}
