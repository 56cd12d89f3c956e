/** Whom another round would ask, and who was asked before and is left out because they can no longer read that round. */
export type Again = { reached: string[]; left: string[] };

/**
 * Those whom the round before reaches now, who are asked again, and those who were asked in it and whom it no longer reaches.
 * By id, in a fixed order, so that it tells nothing of who answered when.
 */
export function proposeAgain(asked: readonly string[], reached: readonly string[]): Again {
  return { reached: [...new Set(reached)].sort(), left: [...new Set(asked)].filter((id) => !reached.includes(id)).sort() };
}
