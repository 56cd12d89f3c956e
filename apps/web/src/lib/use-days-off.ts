import type { DaysOff } from '@parley/domain/offer/days-off';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from './trpc.ts';

const none: readonly DaysOff[] = [];

/** The days on which the person at the screen does not work, as they set them. */
export function useDaysOff(): readonly DaysOff[] {
  const trpc = useTRPC();
  return useQuery(trpc.identity.me.queryOptions()).data?.daysOff ?? none;
}
