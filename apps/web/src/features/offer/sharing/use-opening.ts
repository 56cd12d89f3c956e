import type { OfferView } from '@parley/domain/offer/sharing/disclosure';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';

/** What was opened, and what its share gave just before: when that changes, the view has had its day. */
type Held = { view: OfferView | 'nothing'; given: string };

/** What a share gives its reader now; null when it gives nothing of that kind. */
function givenBy(glance: object | undefined): string | null {
  return glance && 'levels' in glance ? JSON.stringify(glance.levels) : null;
}

/**
 * Opening somebody's offer is recorded, so it is a press for each, and is not done again on its own. A view goes with
 * the levels it was made at: narrowed, revoked or expired, it is opened again or not at all.
 */
export function useOpening() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Readonly<Record<string, Held>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const glanceAt = (itemId: string) => trpc.share.glance.queryOptions({ itemId }, { staleTime: 0, throwOnError: false });
  const put = useMutation(trpc.offer.open.mutationOptions({ gcTime: 0 }));
  const open = useMutation({
    gcTime: 0,
    mutationFn: async (offerId: string): Promise<Held> => {
      const glance = await queryClient.fetchQuery(glanceAt(offerId));
      return { view: (await put.mutateAsync({ offerId })) ?? 'nothing', given: givenBy(glance) ?? '' };
    },
    onMutate: () => setFailure(null),
    onSuccess: (held, offerId) => setOpened((before) => ({ ...before, [offerId]: held })),
    onError: (error) => setFailure(failureOf(error)),
  });
  const ids = Object.keys(opened);
  const glances = useQueries({ queries: ids.map(glanceAt) });
  const close = (offerIds: readonly string[]) =>
    setOpened((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !offerIds.includes(id))));
  const isOver = (id: string, at: number) => glances[at]?.isPending === false && givenBy(glances[at]?.data) !== opened[id]?.given;
  const over = ids.filter(isOver);
  // put away for good: levels that come back do not bring back what was opened before
  if (over.length > 0) close(over);
  const known = ids.filter((id, at) => glances[at]?.isPending === false && !over.includes(id));
  const views: Record<string, Held['view']> = {};
  for (const id of known) if (opened[id]) views[id] = opened[id].view;
  return { views, open: (id: string) => open.mutate(id), close: (id: string) => close([id]), pending: open.isPending, failure };
}
