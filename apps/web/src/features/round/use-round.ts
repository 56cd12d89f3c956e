import type { AppRouter } from '@parley/api/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** After an act: the rounds, the page they hang on and Today are asked again. */
export function useRefresh() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.round.pathFilter()),
      client.invalidateQueries(trpc.opportunity.pathFilter()),
      client.invalidateQueries(trpc.today.pathFilter()),
    ]);
  };
}

/** Another round of a negotiation, as a draft. */
export function useCreate(onMade: (roundId: string) => void) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  return useMutation(
    trpc.round.create.mutationOptions({
      onSuccess: async ({ roundId }) => {
        await refresh();
        onMade(roundId);
      },
    }),
  );
}
