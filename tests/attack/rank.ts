/** How sure one may be that of pairs one side tends to be slower: Wilcoxon's signed-rank test, by its normal approximation. */
export type Rank = { n: number; z: number; p: number; median: number };

const medianOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The upper tail of the normal distribution (Abramowitz and Stegun 26.2.17). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** Differences, first minus second, in any unit; pairs that are alike say nothing. */
export function signedRank(differences: readonly number[]): Rank {
  const told = differences.filter((difference) => difference !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const n = told.length;
  const plus = told.reduce((sum, difference, at) => (difference > 0 ? sum + at + 1 : sum), 0);
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  const z = spread === 0 ? 0 : (plus - (n * (n + 1)) / 4) / spread;
  return { n, z, p: Math.min(1, 2 * tail(Math.abs(z))), median: medianOf(differences) };
}
