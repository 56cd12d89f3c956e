const thousands = [1_000];
/** Where people count in lakhs, `12` is short for twelve of them, and `1,200` for as many thousands; in 万 or 만, `900` for 9 million. */
const others: Readonly<Record<string, readonly number[]>> = {
  ...{ INR: [100_000, 1_000], JPY: [10_000, 1_000], KRW: [10_000, 1_000], CNY: [10_000, 1_000], TWD: [10_000, 1_000] },
};

const near = 3;
const largest = 10_000_000_000_000;

const isNear = (amount: number, reference: number) => amount * near >= reference && amount <= reference * near;

/**
 * What an amount was probably meant to be, in minor units: `121` where 118,000 is on the table is 121,000. Null where nothing
 * speaks for that. A percentage is never asked about.
 */
export function doubtOf(minor: number | null, references: readonly number[], currency: string): number | null {
  if (minor === null || Number.isNaN(minor) || minor <= 0) return null;
  const meant = (others[currency] ?? thousands).map((factor) => minor * factor);
  return meant.find((amount) => amount <= largest && references.some((one) => one > 0 && isNear(amount, one))) ?? null;
}
