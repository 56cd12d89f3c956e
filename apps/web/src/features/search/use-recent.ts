import { useState } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

const most = 8;

/** The ids of the opportunities that I was in last, in this browser, the last one first. */
export function useRecent(): string[] {
  const { id } = usePerson();
  const [held] = useState(() => drafts.read(id, 'recent'));
  return Array.isArray(held) ? held.filter((one) => typeof one === 'string') : [];
}

/** Places with those first where I was last; the others keep their order. */
export function recentFirst<Place extends { id: string }>(places: readonly Place[], recent: readonly string[]): Place[] {
  const rank = ({ id }: Place) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return places.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
