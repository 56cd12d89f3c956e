/** What may be stale: `here` what is about one of `ids`, `also` wherever. `press` is the key of the act, told to who did it. */
export type Change = { ids: readonly string[]; here: readonly string[]; also: readonly string[]; press: string | null };

/** One message of a stream. `everything`: what was shown before may be stale, whatever it is. It has no content. */
export type News = { everything: boolean; changes: readonly Change[] };

/** The name of a place in somebody's events. Another person's, or a made-up one, is no place of theirs. */
export const placeOf = (accountId: string, seq: number): string => `${accountId}:${seq}`;

/** The number in the name of a place, or null when it is not a place of this person's. */
export function seqOf(accountId: string, place: string): number | null {
  const [owner, seq, ...more] = place.split(':');
  if (owner !== accountId || seq === undefined || more.length > 0 || !/^\d{1,15}$/.test(seq)) return null;
  return Number(seq);
}
