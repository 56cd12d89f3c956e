import { fromDecimal, minus, over, pickLarger, plus, type Ratio, ratio, times, toMinor, zero } from '../../kernel/money.ts';

export const levers = ['base', 'bonus', 'sign-on', 'equity', 'leave', 'match'] as const;
/** Something that can be traded for something else. */
export type Lever = (typeof levers)[number];

/** In what a lever is counted: percent of base, money (minor units), or days a year. */
export type LeverUnit = 'percent' | 'money' | 'days';

export const leverWords: Record<Lever, { label: string; unit: LeverUnit; note: string }> = {
  base: { label: 'Base', unit: 'percent', note: 'percent more base; the bonus moves with it' },
  bonus: { label: 'Bonus', unit: 'percent', note: 'points of base, paid in full' },
  'sign-on': { label: 'Sign-on', unit: 'money', note: 'once' },
  equity: { label: 'Equity, a year', unit: 'money', note: 'vesting evenly, at most four years' },
  leave: { label: 'Leave', unit: 'days', note: 'days a year at base / 260; time, not money' },
  match: { label: 'Retirement match', unit: 'percent', note: 'points of base, apart from pay' },
};

/** On what the levers are counted. `base` in minor units; without one, what hangs on it has no worth. */
export type TradeBasis = { base: number | null; bonusPercent: string | null; years: number };

/** A count of one lever, an exact decimal: percent or days, or money in minor units. */
export type Pull = { lever: Lever; count: string };

const equityYears = 4;

function unitWorth(lever: Lever, { base, bonusPercent, years }: TradeBasis): Ratio | null {
  if (lever === 'sign-on') return ratio(1);
  if (lever === 'equity') return ratio(Math.min(years, equityYears));
  if (base === null) return null;
  const overYears = ratio(BigInt(base) * BigInt(years));
  if (lever === 'leave') return over(overYears, ratio(260));
  const point = over(overYears, ratio(100));
  if (lever !== 'base' || bonusPercent === null) return point;
  return plus(point, times(point, over(fromDecimal(bonusPercent), ratio(100))));
}

/**
 * What so much of a lever is worth over the horizon, in minor units (halves away from zero); null where it hangs on a
 * base that is not known. As the ledger counts: no raises, equity over at most four years, bonus paid in full.
 */
export function worthOf({ lever, count }: Pull, basis: TradeBasis): number | null {
  const unit = unitWorth(lever, basis);
  return unit && toMinor(times(fromDecimal(count, 'count'), unit), 'count');
}

/** What one gives and gets in a trade, and what is left over for the one who gives. Minor units over the horizon. */
export type Balance = { given: number; got: number; left: number };

/** A trade judged: what is given, what comes for it. Null where one side has no known worth. */
export function balanceOf(give: Pull, get: Pull, basis: TradeBasis): Balance | null {
  const [given, got] = [worthOf(give, basis), worthOf(get, basis)];
  return given === null || got === null ? null : { given, got, left: got - given };
}

/**
 * How much of another lever is worth as much as this: rounded up to what can be asked for (hundredths of a percent,
 * tenths of a day, the smallest unit of money), so that the trade is never short. Null without a known worth.
 */
export function evenAt(pull: Pull, other: Lever, basis: TradeBasis): string | null {
  const [mine, theirs] = [unitWorth(pull.lever, basis), unitWorth(other, basis)];
  if (mine === null || theirs === null || theirs.n === 0n) return null;
  const count = pickLarger(zero, over(times(fromDecimal(pull.count, 'count'), mine), theirs));
  const places = { percent: 2, money: 0, days: 1 }[leverWords[other].unit];
  return decimalUp(count, places);
}

/** The smallest decimal with so many places that is not below the fraction, without needless zeros. */
function decimalUp(value: Ratio, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = times(value, ratio(scale));
  const cut = scaled.n / scaled.d;
  const up = minus(scaled, ratio(cut)).n > 0n ? cut + 1n : cut;
  const [whole, part] = [up / scale, (up % scale).toString().padStart(places, '0').replace(/0+$/, '')];
  return part === '' ? `${whole}` : `${whole}.${part}`;
}

/** The steps that the table begins with, in a currency whose unit has so many minor units. */
export function startingPulls(unit: number): Pull[] {
  return [
    { lever: 'base', count: '1' },
    { lever: 'bonus', count: '1' },
    { lever: 'sign-on', count: String(5_000 * unit) },
    { lever: 'equity', count: String(1_000 * unit) },
    { lever: 'leave', count: '5' },
    { lever: 'match', count: '1' },
  ];
}
