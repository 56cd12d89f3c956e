import type { AppRouter } from '@parley/api/router';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '../../lib/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['round'];

export type Round = Outputs['get'];
export type RoundEntry = Outputs['list'][number];
type Stage = Round['stage'];
export type DraftStage = Extract<Stage, { state: 'draft' }>;
export type Preparing = NonNullable<DraftStage['preparing']>;
export type OpenStage = Extract<Stage, { state: 'open' }>;
/** What the owner alone knows of an open round. */
export type Owner = NonNullable<OpenStage['owner']>;
export type RevealedStage = Extract<Stage, { counters: unknown }>;
export type ShownCounter = RevealedStage['counters'][number];

/** One round with what I may know of it. */
export function useRound(roundId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.round.get.queryOptions({ roundId }));
}

/** Another round of a negotiation, as a draft. */
export function useCreate(onMade: (roundId: string) => void) {
  const trpc = useTRPC();
  return useMutation(
    trpc.round.create.mutationOptions({
      // by then the list has it
      onSettled: (made) => made && onMade(made.roundId),
    }),
  );
}
