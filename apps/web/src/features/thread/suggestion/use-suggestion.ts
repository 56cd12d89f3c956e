import type { Anchor } from '@parley/domain/anchor/anchor';
import { type Placed, placeSuggestion } from '@parley/domain/suggestion/suggestion';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTRPC } from '../../../lib/trpc.ts';
import { useBlockText } from '../use-quoted.ts';
import { markName } from '../use-thread-panel.ts';

/** Whether other words can be suggested for the texts of this item. */
export function useSuggestible(itemId: string): boolean {
  const trpc = useTRPC();
  const { opportunityId } = useParams({ strict: false });
  const { data } = useQuery({
    ...trpc.opportunity.page.queryOptions({ opportunityId: opportunityId ?? '' }),
    enabled: opportunityId !== undefined,
  });
  return data !== undefined && [...data.parts.mission, ...data.parts.negotiation].includes(itemId);
}

/** Where the quote of a suggestion stands on the page now; null when its words are not there any more. */
export function usePlaced(itemId: string, blockId: string, quote: Anchor): Placed | null {
  const now = useBlockText(markName({ itemId, blockId }));
  return useMemo(() => placeSuggestion(quote, now), [now, quote]);
}
