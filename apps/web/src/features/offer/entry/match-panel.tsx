import type { Match } from '@parley/domain/compensation/components';
import { matchOf } from '@parley/domain/compensation/pay';
import { fromPercent, over, ratio, times, toMinor } from '@parley/domain/kernel/money';
import { useFormat } from '../../../lib/format.ts';
import { percentsIn, useShown } from '../use-shown.ts';

type Props = { match: Match; base: number; currency: string };

/** What the match comes to in a year, while it is typed: a letter's "4 % on 6 %" is easily taken for 4 % of what I put in. */
export function MatchPanel({ match, base, currency }: Props) {
  const format = useFormat();
  const shown = useShown();
  const worth = quietly(() => Number(toMinor(matchOf(match, ratio(BigInt(base))))));
  if (!worth) return null;
  const [tier] = match.tiers;
  const asPay = tier && match.tiers.length === 1 ? quietly(() => shareOf(tier.rate, tier.upTo)) : null;
  return (
    <p className="text-sm text-ink-soft">
      They add at most <output className="font-medium text-ink tabular-nums">{format.money(worth, currency)}</output> a year.
      {asPay
        ? percentsIn(` If the letter means ${tier?.rate} % of base for ${tier?.upTo} % of mine, write ${asPay} %.`, shown)
        : null}
    </p>
  );
}

/** 4 of 6 is 66.67 percent; nothing where it is no small share, as a share of mine usually is not. */
function shareOf(rate: string, upTo: string): string | null {
  const [added, own] = [fromPercent(rate, 'rate'), fromPercent(upTo, 'upTo')];
  const hundredths = Number(toMinor(times(over(added, own), ratio(10_000n))));
  return hundredths > 0 && hundredths <= 10_000 && Number(toMinor(times(added, ratio(100n)))) <= 15
    ? String(hundredths / 100)
    : null;
}

/** Half-typed figures are no match yet. */
function quietly<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
