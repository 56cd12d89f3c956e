import { useMemo } from 'react';
import { usePerson } from '../../lib/person.ts';
import { joinWords, listUnsent } from '../../lib/unsent.ts';

/** What this person has typed here and not sent, looked up anew whenever they ask. */
export function useUnsent(asking: boolean): string[] {
  const { id } = usePerson();
  return useMemo(() => (asking && 'localStorage' in globalThis ? listUnsent(globalThis.localStorage, id) : []), [asking, id]);
}

/** What signing out would delete, as a sentence after another; nothing when there is nothing. */
export function sayUnsent(unsent: readonly string[]): string {
  if (unsent.length === 0) return '';
  return ` What you typed on this device and did not send is deleted: ${joinWords(unsent)}.`;
}
