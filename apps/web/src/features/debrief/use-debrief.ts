import type { AppRouter } from '@parley/api/router';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '../../lib/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>['debrief'];

export type Debrief = Outputs['get'];
export type DebriefEntry = Outputs['list'][number];
export type Reads = Debrief['reads'];
export type OpenReads = Extract<Reads, { state: 'open' }>;
export type RevealedReads = Extract<Reads, { state: 'revealed' }>;

/** One debrief with what I may know of its reads. */
export function useDebrief(debriefId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.debrief.get.queryOptions({ debriefId }));
}
