import type { ItemKind } from '../item/item.ts';
import { type Decision, no, yes } from '../kernel/decision.ts';
import type { SuggestionState } from './suggestion.ts';

/** What other words can be suggested for: what is written as a text of its owner's, a mission or what they will say. */
export function canSuggestOn(kind: ItemKind): Decision {
  return kind === 'mission' || kind === 'negotiation' ? yes : no('Here you can comment, but suggest no other words.');
}

type Facts = { ownerId: string; state: SuggestionState; resolvedAt: Date | null };

/** A suggestion is answered once, by whose text it is, while its conversation is open. */
export function canAnswer(viewerId: string, { ownerId, state, resolvedAt }: Facts): Decision {
  if (viewerId !== ownerId) return no('Only the owner of the text accepts or declines.');
  if (state !== 'open') return no(state === 'accepted' ? 'You have accepted this already.' : 'You have declined this already.');
  return resolvedAt === null ? yes : no('This conversation is resolved. Reopen it first.');
}
