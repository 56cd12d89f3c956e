/**
 * How many times as long a work takes on four times as much: 4 where each part is looked at once, 16 where each is compared with
 * each. The least of five in turns, so that a busy machine is in both.
 */
export function growthOf(work: (size: number) => void, size: number): number {
  const sizes = [size, size * 4] as const;
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 5; turn += 1) {
    for (const [at, each] of sizes.entries()) {
      const began = performance.now();
      work(each);
      least[at] = Math.min(least[at] ?? 0, performance.now() - began);
    }
  }
  return (least[1] ?? 0) / (least[0] ?? 1);
}
