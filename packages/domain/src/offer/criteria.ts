/** Something that counts and is no money: how much it counts, and how each offer does by it, 0 to 10; null is not judged. */
export type Criterion = { name: string; weight: number; marks: Record<string, number | null> };

export const mostCriteria = 8;

/**
 * The weighted mean of an offer's marks, in tenths (73 is 7.3), rounded half up; null as long as one with a weight is not
 * judged. It stands beside money and is never added to it.
 */
export function scoreOf(offerId: string, criteria: readonly Criterion[]): number | null {
  const counted = criteria.filter(({ weight }) => weight > 0);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  let sum = 0;
  for (const { weight, marks } of counted) {
    const mark = marks[offerId] ?? null;
    if (mark === null) return null;
    sum += weight * mark;
  }
  return Math.floor((sum * 20 + weights) / (weights * 2));
}
