/** From when on what somebody says is held from a viewer: both are asked in a round that is open. */
export type Hold = { authorId: string; since: Date };

/**
 * Whether something said on the opportunity of a round, its mission apart, is held until the reveal. `at` is when it was said or
 * last changed: an old comment that is edited could say a number too. What the round's owner says is never held.
 */
export function isHeld(holds: readonly Hold[], said: { authorId: string; at: Date }): boolean {
  return holds.some(({ authorId, since }) => authorId === said.authorId && said.at.getTime() >= since.getTime());
}

/** What a writer is told before they write, with the names of those from whom it is held. */
export function heldSentence(names: string): string {
  return `Held until the reveal: ${names} answer the same open round, so what you write here reaches them only then.`;
}
