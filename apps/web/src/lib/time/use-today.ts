import { useSyncExternalStore } from 'react';
import { todayIn } from '../format.ts';
import { usePerson } from '../person.ts';

/** The civil date it is now where the person lives, `2026-11-22`; changes at midnight. */
export function useToday(): string {
  const { zone } = usePerson();
  return useSyncExternalStore(eachMinute, () => todayIn(zone));
}

/** Whether a moment lies behind us. */
export function usePassed(moment: string): boolean {
  return useSyncExternalStore(eachMinute, () => Date.parse(moment) < Date.now());
}

function eachMinute(changed: () => void): () => void {
  const timer = setInterval(changed, 60_000);
  return () => clearInterval(timer);
}
