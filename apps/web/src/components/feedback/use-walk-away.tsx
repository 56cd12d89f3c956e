import { findLeaks, type Leak, mayLeak } from '@parley/domain/negotiation/plan/leak';
import { listTexts } from '@parley/domain/share/texts';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** A text in which the walk-away of its writer shows, with the places. */
export type Leaking = { text: string; leaks: Leak[] };

/**
 * Looks for one's own walk-away in texts before others get them. It is looked up only when a text may hold it, compared here,
 * kept nowhere and sent to nobody. Fails when it cannot be looked up: then nothing was found, and nothing ruled out.
 */
export function useWalkAwayCheck() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { locale } = usePerson();
  return useCallback(
    async (negotiationIds: readonly string[], texts: readonly string[]): Promise<Leaking[]> => {
      const doubtful = texts.filter(mayLeak);
      if (doubtful.length === 0) return [];
      const found = await Promise.all(
        negotiationIds.map(async (negotiationId) => {
          const { mine, plan } = await client.ensureQueryData(trpc.negotiation.get.queryOptions({ negotiationId }));
          if (!mine) return [];
          const held = { gcTime: 0, staleTime: 0 };
          const { walkAway } = await client.fetchQuery({ ...trpc.walkAway.get.queryOptions({ negotiationId }), ...held });
          const guarded = { walkAway, currency: plan.currency, locale };
          return doubtful.map((text) => ({ text, leaks: findLeaks(text, guarded) }));
        }),
      );
      return found.flat().filter(({ leaks }) => leaks.length > 0);
    },
    [trpc, client, locale],
  );
}

/** Looks for the writer's own walk-away in words about an opening of theirs; somebody else's is known to nobody here. */
export function useOwnWalkAway(): (...texts: string[]) => Promise<Leaking[]> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const check = useWalkAwayCheck();
  const { opportunityId } = useParams({ strict: false });
  return async (...texts) => {
    if (!opportunityId) return [];
    const { header, parts } = await client.ensureQueryData(trpc.opportunity.page.queryOptions({ opportunityId }));
    return header.mine ? check(parts.negotiation, texts) : [];
  };
}

const heldBack = () =>
  Object.assign(new Error('held back'), { data: { code: 'HELD_BACK', message: 'Not saved yet: your walk-away stands in it.' } });

/**
 * Holds an entry of a negotiation back while its new words show the walk-away and its owner has not said that they may stand: who
 * reads the negotiation already would read them with the save.
 */
export function useHoldingBack(negotiationId: string) {
  const check = useWalkAwayCheck();
  const accepted = useRef(new Set<string>());
  const [found, setFound] = useState<Leaking[]>([]);
  /** Every text of an entry is looked at that is not in what is saved of it already. */
  const look = async (entry: unknown, saved: unknown) => {
    const known = listTexts(saved);
    const unseen = listTexts(entry).filter((text) => !known.includes(text) && !accepted.current.has(text));
    const next = await check([negotiationId], unseen);
    setFound(next);
    if (next.length > 0) throw heldBack();
  };
  const accept = () => {
    for (const { text } of found) accepted.current.add(text);
    setFound([]);
  };
  return { found, look, accept };
}
