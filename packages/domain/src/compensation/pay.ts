import { invalid } from '../kernel/error.ts';
import {
  compareRatios,
  fromDecimal,
  fromPercent,
  minus,
  one,
  over,
  pickLarger,
  pickSmaller,
  plus,
  power,
  type Ratio,
  ratio,
  times,
  toMinor,
  zero,
} from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import type { Components, Match, Stated } from './components.ts';

/** Money of one year; null where it is not known. All in smallest units. */
export type PayYear = {
  base: number | null;
  bonus: number | null;
  guaranteed: number | null;
  signOn: number | null;
  match: number | null;
  benefits: number | null;
  leave: number | null;
};

const rounded = (value: Ratio | null, path?: string): number | null => (value === null ? null : toMinor(value, path));

/** A value that the letter states; `none` is zero, unknown stays null. */
function readStated<T>(part: Stated<T>, read: (value: T) => Ratio): Ratio | null {
  if (part.state === 'unknown') return null;
  return part.state === 'none' ? zero : read(part.value);
}

function inYear(paid: readonly number[], year: number): Ratio {
  return ratio(BigInt(paid[year - 1] ?? 0));
}

/** The smaller of an amount and a limit in smallest units; null on either side stands for no end. */
function within(amount: Ratio | null, limit: number | null | undefined): Ratio | null {
  if (limit === null || limit === undefined) return amount;
  return amount === null ? ratio(BigInt(limit)) : pickSmaller(amount, ratio(BigInt(limit)));
}

/**
 * What the employer adds to my retirement saving in a year with this base (smallest units, not rounded): for each tier,
 * `rate` percent of my own contribution inside the tier. Own contribution null counts as reaching the top tier.
 * Limits: tiers are percentages of at most `limits.base` (United States: 401(a)(17)), what I put in is percent of the
 * whole base and at most `limits.own` (402(g)), the sum at most `limits.match`.
 */
export function matchOf(match: Match, base: Ratio): Ratio {
  const { own, limits } = match;
  const mine = within(own === null ? null : times(fromPercent(own, 'match.own'), base), limits?.own);
  const counted = within(base, limits?.base) ?? base;
  let [sum, from] = [zero, zero];
  match.tiers.forEach((tier, at) => {
    const upTo = fromPercent(tier.upTo, `match.tiers.${at}.upTo`);
    if (compareRatios(upTo, from) <= 0) throw invalid(`match.tiers.${at}.upTo`, 'Each tier reaches further than the one before.');
    const top = times(upTo, counted);
    const inside = pickLarger(zero, minus(mine === null ? top : pickSmaller(mine, top), times(from, counted)));
    sum = plus(sum, times(fromPercent(tier.rate, `match.tiers.${at}.rate`), inside));
    from = upTo;
  });
  return within(sum, limits?.match) ?? sum;
}

const leaveWorth = (base: Ratio, days: string): Ratio => times(over(base, ratio(260)), fromDecimal(days));

/**
 * The pay of year k (from 1), equity apart: base_k = base · (1 + raise)^(k − 1); bonus_k = base_k · target · payout;
 * a guarantee as a floor adds only what the bonus stays below it; leave days are worth base_k / 260 each.
 * Each figure is rounded once, half away from zero.
 */
export function payOfYear(components: Components, assumptions: Assumptions, year: number): PayYear {
  const raise = plus(one, fromPercent(assumptions.raise));
  const base = readStated(components.base, (value) => times(ratio(BigInt(value)), power(raise, year - 1)));
  const payout = fromPercent(assumptions.payout);
  const target = readStated(components.bonus, (value) => fromPercent(value.target));
  const bonus = components.bonus.state === 'none' ? zero : base && target && times(times(base, target), payout);
  const { match, leaveDays, benefits } = components;
  return {
    base: rounded(base, 'base'),
    bonus: rounded(bonus, 'bonus'),
    guaranteed: rounded(
      readStated(components.guaranteed, (value) => {
        const paid = inYear(value.paid, year);
        return value.kind === 'floor' && bonus !== null ? pickLarger(zero, minus(paid, bonus)) : paid;
      }),
    ),
    signOn: rounded(readStated(components.signOn, (value) => inYear(value.paid, year))),
    match: match.state === 'none' ? 0 : rounded(base && readStated(match, (value) => matchOf(value, base)), 'match'),
    benefits: rounded(
      readStated(benefits, (list) => ratio(list.reduce((sum, one) => sum + BigInt(one.yearly ?? 0), 0n))),
      'benefits',
    ),
    leave: leaveDays.state === 'none' ? 0 : rounded(base && readStated(leaveDays, (days) => leaveWorth(base, days)), 'leaveDays'),
  };
}
