/** Somebody who helped the owner get here, and how. */
export type Helper = { id: string; name: string; how: string };

/** The gratitude house: a private list, re-read before a call. `rev` 0 until the first name is written. */
export type GratitudeHouse = { rev: number; helpers: Helper[] };

/** More people than fit into one look are no comfort, but nobody has to choose among friends. */
export const mostHelpers = 40;

const sentenceEnd = /^.*?[.!?…](?=\s|$)/s;

/** The first sentence of a text, in one line. */
export function takeFirstSentence(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return sentenceEnd.exec(plain)?.[0] ?? plain;
}
