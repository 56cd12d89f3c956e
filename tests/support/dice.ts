/** How many sequences people play at random; `npm run nightly` asks for 500. */
export const sequences = Number(process.env.PARLEY_SEQUENCES ?? 60);

/** Throws that are the same in every run: whole numbers below `sides`, from a linear congruential generator (Numerical Recipes). */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** The same things in an order that the dice decide (Fisher-Yates). */
export function shuffled<T>(things: readonly T[], dice: (sides: number) => number): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(dice(left.length), 1));
}
