import type { ItemKind } from '@parley/domain/item/item';
import type { Header } from '@parley/domain/opportunity/header';
import { fold, type Searched } from '@parley/domain/search/search';

/** Of what was opened and is remembered, its words as they are compared are too: found by it alone, and gone with it. */
const remembered = new WeakMap<object, string>();

/** The words of something that was opened, folded once as long as it is remembered. */
export function wordsOf<T extends object>(opened: T, text: (opened: T) => string): Searched {
  const written = () => text(opened);
  const folded = remembered.get(opened) ?? fold(written());
  remembered.set(opened, folded);
  return { folded, written };
}

/** Where an item belongs: role, employer, and whose it is. */
export const placeOf = ({ role, employer, mine, ownerName }: Header) =>
  [role, employer, mine ? '' : ownerName].filter(Boolean).join(' · ');

/** What a kind of item is called where it is found. */
export const itemTitles: Readonly<Record<ItemKind, string>> = {
  opportunity: 'Opportunity',
  mission: 'Mission',
  offer: 'Offer',
  negotiation: 'Negotiation',
  debrief: 'Debrief',
  round: 'Counter round',
};
