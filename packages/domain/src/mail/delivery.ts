/** What came of trying to hand a letter over. `permanent`: this address will never take it. */
export type Fault = { permanent: boolean; code: string };

const minute = 60_000;
/** A letter that no server takes for so long is dead, until the operator sends it again. */
export const patience = 3 * 24 * 60 * minute;

/** What happens to a letter after a failed attempt. */
export type Next = { state: 'waiting'; at: Date } | { state: 'dead' };

/** Milliseconds until the next attempt: half a minute, doubled each time, an hour at most. `attempts`: how many were made, from 1. */
export function backoff(attempts: number): number {
  return Math.min(60 * minute, (minute / 2) * 2 ** Math.min(attempts - 1, 20));
}

/** Tries again later, unless the address was refused for good or nobody took the letter for three days. */
export function afterFault(letter: { attempts: number; madeAt: Date }, fault: Fault, now: Date): Next {
  if (fault.permanent || now.getTime() - letter.madeAt.getTime() >= patience) return { state: 'dead' };
  return { state: 'waiting', at: new Date(now.getTime() + backoff(letter.attempts)) };
}
