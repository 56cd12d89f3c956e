import { useEffect } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

const place = 'recent';
const most = 8;

/** The opportunities that I was in last, in this browser, the last one first: ids alone, gone on sign-out. */
export function recentOf(person: string): string[] {
  const held = drafts.read(person, place);
  return Array.isArray(held) ? held.filter((id) => typeof id === 'string') : [];
}

/** I am in this one. */
export function useVisit(opportunityId: string): void {
  const { id: person } = usePerson();
  useEffect(() => {
    const others = recentOf(person).filter((id) => id !== opportunityId);
    drafts.write(person, place, [opportunityId, ...others].slice(0, most));
  }, [person, opportunityId]);
}

/** Places with those first where I was last; the others keep their order. */
export function recentFirst<Place extends { id: string }>(places: readonly Place[], recent: readonly string[]): Place[] {
  const rank = ({ id }: Place) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return places.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
