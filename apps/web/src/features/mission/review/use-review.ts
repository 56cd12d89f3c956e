import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../lib/trpc.ts';

/** Who has reviewed a mission, when, and which revision of it. */
export function useReviews(missionId: string) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.thread.list.queryOptions({ itemId: missionId }));
  const given = data?.reactions.flatMap((one) => (one.targetId === missionId && one.word === 'reviewed' ? [one] : [])) ?? [];
  return { ready: data !== undefined, given };
}

/** Who can review it: everybody who reads it but its owner. */
export function useReviewers(missionId: string) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.thread.readers.queryOptions({ itemId: missionId }));
  return data?.readers.filter(({ id }) => id !== data.ownerId) ?? [];
}
