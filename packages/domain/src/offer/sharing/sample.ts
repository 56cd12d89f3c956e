import { yearBaseOf } from '../../compensation/base.ts';
import type { PartOfPackage } from '../../compensation/components.ts';
import { unitOf } from '../../kernel/money.ts';
import { cellOf } from './grid.ts';

/** Amounts, in smallest units of `currency`, at which a choice of levels is explained; none of them stands in the offer. */
export type Sample = { currency: string; pay: number; equity: number; benefits: number };

/** A year's base in units of the currency, roughly, where an offer has none yet. */
const usual: Readonly<Record<string, bigint>> = {
  ...{ JPY: 9_000_000n, KRW: 80_000_000n, INR: 3_000_000n, CNY: 500_000n, BRL: 240_000n, PLN: 240_000n, SEK: 700_000n },
  ...{ NOK: 800_000n, DKK: 700_000n, CZK: 1_400_000n, HUF: 20_000_000n, MXN: 900_000n, IDR: 500_000_000n, VND: 900_000_000n },
};

/** Every amount that a package holds, wherever it stands. */
function amountsIn(part: unknown): number[] {
  if (typeof part === 'number') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(amountsIn) : [];
}

/** An amount of two digits and noughts near `about`, in a cell of the grid in which none of `own` stands. */
function inventNear(about: bigint, own: readonly number[], currency: string): number {
  const step = 10n ** BigInt(Math.max(0, String(about).length - 2));
  const taken = new Set(own.map((amount) => cellOf(Math.abs(amount), currency).low));
  let made = about / step;
  while (taken.has(cellOf(Number(made * step), currency).low)) made += 1n;
  return Number(made * step);
}

/** What levels are explained with: in the offer's currency and of its size, and never a figure of its own. */
export function sampleOf({ currency, components }: PartOfPackage): Sample {
  const own = amountsIn(components);
  const base = components.base ? yearBaseOf(components.base) : null;
  const yearly = base !== null && base > 0 ? BigInt(base) : (usual[currency] ?? 145_000n) * unitOf(currency);
  if (base !== null) own.push(base);
  const made = (about: bigint) => inventNear(about, own, currency);
  return { currency, pay: made((yearly * 6n) / 5n), equity: made((yearly * 3n) / 4n), benefits: made(yearly / 35n) };
}
