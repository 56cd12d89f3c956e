import { useEffect } from 'react';
import { drafts } from '../../lib/drafts.ts';
import { usePerson } from '../../lib/person.ts';

/** I am in this opportunity: the search of this browser shows it among the last ones. Ids alone, gone on sign-out. */
export function useVisit(opportunityId: string): void {
  const { id: person } = usePerson();
  useEffect(() => {
    const held = drafts.read(person, 'recent');
    const others = Array.isArray(held) ? held.filter((id) => id !== opportunityId) : [];
    drafts.write(person, 'recent', [opportunityId, ...others].slice(0, 8));
  }, [person, opportunityId]);
}
