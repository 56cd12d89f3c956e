import type { AppRouter } from '@parley/api/router';
import type { inferRouterOutputs } from '@trpc/server';
import { createContext, use } from 'react';
import type { NegotiationPart } from '../../lib/rooms.ts';
import type { Editing } from './plan/conflict-card.tsx';

/** A negotiation as its room holds it for its parts: what is typed into the plan stays while one looks at the ledger. */
export type Sheet = inferRouterOutputs<AppRouter>['negotiation']['get'] & {
  editing: Editing;
  /** The one who negotiates, as the ledger speaks of them. */
  candidate: string;
  /** What the address says of which negotiation it is; nothing where there is one. */
  of: string | undefined;
};

export const SheetContext = createContext<Sheet | null>(null);

/** The negotiation of the room one is in; null while none has begun. */
export function useSheet(): Sheet | null {
  return use(SheetContext);
}

export const partTitles = {
  plan: 'Plan',
  ledger: 'Ledger',
  terms: 'Terms',
  outcome: 'Outcome',
} satisfies Record<NegotiationPart, string>;

/** The part in which a block that is talked about stands. */
export function partOfBlock(
  { moves }: Pick<Sheet, 'moves'>,
  terms: readonly { termId: string }[],
  blockId: string,
): NegotiationPart {
  if (moves.some(({ moveId }) => moveId === blockId)) return 'ledger';
  return terms.some(({ termId }) => termId === blockId) ? 'terms' : 'plan';
}

/** The part that comes first: the plan until a figure was named, then the ledger; the letter once it is accepted, then the end. */
export function partFor({ moves, ledger }: Pick<Sheet, 'moves' | 'ledger'>, ended: boolean): NegotiationPart {
  if (ended) return 'outcome';
  if (moves.length === 0) return 'plan';
  return ledger.turn.state === 'accepted' ? 'terms' : 'ledger';
}
