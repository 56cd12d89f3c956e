import { usePerson } from '../../lib/person.ts';

/** The civil date it is now where the person lives, `2026-11-22`. */
export function useToday(): string {
  const { zone } = usePerson();
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
}
