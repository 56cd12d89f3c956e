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
  type Ratio,
  ratio,
  times,
  toMinor,
  zero,
} from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import { attainmentOf, baseBy } from './base.ts';
import type { Benefit, Components, Match, Stated } from './components.ts';
import type { Espp, Variable } from './conventions.ts';
import { onceInYear, summed } from './once.ts';

/** Money of one year; null where it is not known. All in smallest units. */
export type PayYear = {
  base: number | null;
  bonus: number | null;
  guaranteed: number | null;
  signOn: number | null;
  oneOff: number | null;
  match: number | null;
  espp: number | null;
  benefits: number | null;
  leave: number | null;
  notInHand: number | null;
};

const rounded = (value: Ratio | null, path?: string): number | null => (value === null ? null : toMinor(value, path));

/** A value that the letter states; `none` is zero, unknown stays null. */
function readStated<T>(part: Stated<T>, read: (value: T) => Ratio | null): Ratio | null {
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

/** The part of base that counts: at most the upper limit, and only what is above the lower one. */
function qualifying(base: Ratio, limits: Match['limits']): Ratio {
  const upTo = within(base, limits?.base) ?? base;
  return limits?.lower == null ? upTo : pickLarger(zero, minus(upTo, ratio(BigInt(limits.lower))));
}

/**
 * What the employer adds to my retirement saving in a year with this base (smallest units, not rounded): for each tier,
 * `rate` percent of my own contribution inside the tier. Own contribution null counts as reaching the top tier.
 * Limits: tiers are percentages of at most `limits.base` (United States: 401(a)(17)), what I put in is percent of the
 * whole base and at most `limits.own` (402(g)), the sum at most `limits.match`. With `limits.lower` both sides count the
 * qualifying part of the base alone (United Kingdom: qualifying earnings, Pensions Act 2008 s. 13). `employer` is percent
 * of what counts that they add whatever I do, `yearly` money a year.
 */
export function matchOf(match: Match, base: Ratio): Ratio {
  const { own, limits } = match;
  const counted = qualifying(base, limits);
  const mineOf = limits?.lower == null ? base : counted;
  const mine = within(own === null ? null : times(fromPercent(own, 'match.own'), mineOf), limits?.own);
  let [sum, from] = [
    plus(times(fromPercent(match.employer ?? '0', 'match.employer'), counted), ratio(BigInt(match.yearly ?? 0))),
    zero,
  ];
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

const leaveWorth = (base: Ratio, days: string): Ratio | null =>
  days === 'unlimited' ? null : times(times(base, ratio(1, 260)), fromDecimal(days));

/**
 * What a share purchase plan gains in a year at a flat price: contribution × d / (1 − d), because what I put in buys at
 * (1 − d) of the price. No lookback is assumed. Null where my contribution is not decided. Source: IRS Publication 525,
 * employee stock purchase plans.
 */
export function esppGain({ discount, contribution, most }: Espp, base: Ratio): Ratio | null {
  if (contribution === null) return null;
  const mine = times(fromPercent(contribution, 'espp.contribution'), base);
  const d = fromPercent(discount, 'espp.discount');
  return times(within(mine, most) ?? mine, over(d, minus(one, d)));
}

/** What a benefit is worth a year, in smallest units: as said, or twelve months of it; null without a value. */
export const yearlyOf = ({ yearly, monthly }: Benefit): number | null => (monthly == null ? yearly : 12 * monthly);

/** The variable pay of a year: a share of base or the money that was typed, times what of it is paid. */
function variableOf(bonus: Variable, base: Ratio | null, assumptions: Assumptions, year: number): Ratio | null {
  const target = 'amount' in bonus ? ratio(BigInt(bonus.amount)) : base && times(base, fromPercent(bonus.target));
  return target && times(target, attainmentOf(bonus, assumptions, year));
}

/**
 * The pay of each year k (from 1), equity apart: base_k = base · (1 + raise)^(k − 1); bonus_k = base_k · target · payout, or
 * the variable amount · payout; a guarantee as a floor adds only what the bonus stays below it; leave days are worth base_k / 260 each.
 * Each figure is rounded once, half away from zero.
 */
export function payBy(
  components: Components,
  assumptions: Assumptions,
  firstDay: string | null = null,
): (year: number) => PayYear {
  const { base } = components;
  const baseOf = base.state === 'known' ? baseBy(base.value, assumptions) : () => (base.state === 'none' ? zero : null);
  return (year) => payOfYear(components, assumptions, { year, firstDay, base: baseOf(year) });
}

type YearFrame = { year: number; firstDay: string | null; base: Ratio | null };

function payOfYear(components: Components, assumptions: Assumptions, { year, firstDay, base }: YearFrame): PayYear {
  const bonus = readStated(components.bonus, (value) => variableOf(value, base, assumptions, year));
  const { match, espp, leaveDays, benefits, notInHand } = components;
  return {
    base: rounded(base, 'base'),
    bonus: rounded(bonus, 'bonus'),
    guaranteed: rounded(
      readStated(components.guaranteed, (value) => {
        const paid = inYear(value.paid, year);
        return value.kind === 'floor' && bonus !== null ? pickLarger(zero, minus(paid, bonus)) : paid;
      }),
    ),
    signOn: rounded(
      readStated(components.signOn, (value) => onceInYear(value, year, firstDay)),
      'signOn',
    ),
    oneOff: rounded(
      readStated(components.oneOff, (list) => summed(list, (one) => onceInYear(one, year, firstDay))),
      'oneOff',
    ),
    match: match.state === 'none' ? 0 : rounded(base && readStated(match, (value) => matchOf(value, base)), 'match'),
    espp: espp.state === 'none' ? 0 : rounded(base && readStated(espp, (plan) => esppGain(plan, base)), 'espp'),
    benefits: rounded(
      readStated(benefits, (list) => ratio(list.reduce((sum, benefit) => sum + BigInt(yearlyOf(benefit) ?? 0), 0n))),
      'benefits',
    ),
    leave: leaveDays.state === 'none' ? 0 : rounded(base && readStated(leaveDays, (days) => leaveWorth(base, days)), 'leaveDays'),
    notInHand: rounded(
      readStated(notInHand, (list) => ratio(list.reduce((sum, { yearly }) => sum + BigInt(yearly), 0n))),
      'notInHand',
    ),
  };
}
