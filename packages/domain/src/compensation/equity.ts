import { invalid } from '../kernel/error.ts';
import {
  compareRatios,
  floor,
  fromDecimal,
  fromPercent,
  minus,
  one,
  over,
  pickLarger,
  plus,
  type Ratio,
  ratio,
  times,
  toMinor,
  toSafeInteger,
  unitOf,
  zero,
} from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import { addMonths, monthCounter } from './calendar.ts';
import type { Grant } from './components.ts';
import { listVests } from './vesting.ts';

/**
 * One vest of a grant: `at` in months from the first day of work, shares (or null), and its worth where known: what the
 * worth vested in its vest year grows by, so that the vests of a year add up to the year to the smallest unit.
 */
export type GrantVest = { at: number; date: string | null; shares: number | null; worth: number | null };

/**
 * A grant over time. `years[k]` is what vests in vest year k + 1, in smallest units; null when a share's worth is not
 * known. `missing` says what would have to be known. `exerciseCost` is what buying all options costs; null without one.
 */
export type GrantValue = {
  name: string;
  kind: Grant['kind'];
  shares: number | null;
  worth: number | null;
  years: (number | null)[];
  vests: GrantVest[];
  exerciseCost: number | null;
  missing: 'price' | 'preferred price' | 'strike' | null;
  underwater: boolean;
};

type Count = { shares: number } | { money: number };

/** Shares of a grant: as given, or the whole shares (rounded down) that its value buys at the price of the grant. */
function countOf(grant: Grant, currency: string, path: string): Count {
  if (grant.size.by === 'shares') return { shares: grant.size.shares };
  if (grant.kind !== 'rsu') throw invalid(`${path}.size`, 'Options are counted in shares, not by value.');
  const bought = grant.size.at ?? grant.price;
  if (bought === null) return { money: grant.size.value };
  const field = grant.size.at == null ? `${path}.price` : `${path}.size.at`;
  const price = fromDecimal(bought, field);
  if (compareRatios(price, zero) <= 0) throw invalid(field, 'A grant by value needs a share price above 0.');
  return { shares: toSafeInteger(floor(over(ratio(BigInt(grant.size.value), unitOf(currency)), price)), `${path}.size.value`) };
}

/**
 * What one share is worth, in smallest units:
 * max(0, price · (1 + change) · (1 − dilution) − strike) · (1 − haircut of an unlisted company).
 */
function shareWorth(grant: Grant, assumptions: Assumptions, currency: string): Ratio | NonNullable<GrantValue['missing']> {
  const isPreferred = assumptions.pricing === 'preferred' && !grant.listed;
  const stated = isPreferred ? grant.preferred : grant.price;
  if (stated === null) return isPreferred ? 'preferred price' : 'price';
  const strike = grant.kind === 'rsu' ? '0' : grant.strike;
  if (strike === null) return 'strike';
  const moved = times(fromDecimal(stated), plus(one, fromPercent(assumptions.priceChange)));
  const diluted = grant.size.by === 'shares' ? times(moved, minus(one, fromPercent(assumptions.dilution))) : moved;
  const cut = grant.listed ? one : minus(one, fromPercent(assumptions.haircut));
  return times(times(pickLarger(zero, minus(diluted, fromDecimal(strike))), cut), ratio(unitOf(currency)));
}

/** Money given by value without a share price: it moves with the price change and the haircut only. */
function moneyWorth(grant: Grant, assumptions: Assumptions): Ratio {
  const cut = grant.listed ? one : minus(one, fromPercent(assumptions.haircut));
  return times(plus(one, fromPercent(assumptions.priceChange)), cut);
}

type Frame = { currency: string; assumptions: Assumptions; firstDay: string | null; years: number };

function placeVests(grant: Grant, amount: number, firstDay: string | null, path: string) {
  const { start } = grant.vesting;
  const root = 'on' in start ? start.on : firstDay === null ? null : addMonths(firstDay, start.after);
  const shift = 'after' in start ? start.after : 0;
  const counter = firstDay === null ? null : monthCounter(firstDay);
  return listVests(amount, grant.vesting, root, `${path}.vesting`).map(({ month, date, amount: part }) => ({
    at: counter && date ? counter(date) : shift + month,
    date,
    amount: part,
  }));
}

type WorthOf = (part: number) => number;

/**
 * What a part of the grant is worth, in smallest units. Not reduced: rounding does not need lowest terms. Vests come in
 * hundreds but in few sizes, so each size is counted once.
 */
function worthBy(unit: Ratio, path: string): WorthOf {
  const known = new Map<number, number>();
  return (part) => {
    const worth = known.get(part) ?? toMinor({ n: BigInt(part) * unit.n, d: unit.d }, path);
    known.set(part, worth);
    return worth;
  };
}

/** The vest year of a vest: one on an anniversary belongs to the year that ends there, one before the first day to year 1. */
export const vestYearOf = (at: number): number => Math.max(1, Math.ceil(at / 12));

/** Each vest with its worth, and the amount vested in each of the first `years` vest years. */
function layOutVests(list: ReturnType<typeof placeVests>, isShares: boolean, years: number, worthOf: WorthOf | null) {
  const inYears = new Map<number, number>();
  const vested = list.map(({ at, date, amount }): GrantVest => {
    const year = vestYearOf(at);
    const before = inYears.get(year) ?? 0;
    inYears.set(year, before + amount);
    const worth = worthOf === null ? null : worthOf(before + amount) - worthOf(before);
    return { at, date, shares: isShares ? amount : null, worth };
  });
  return { vested, perYear: Array.from({ length: years }, (_, at) => inYears.get(at + 1) ?? 0) };
}

/**
 * Lays one grant out over the vest years. Worth is rounded once per year, half away from zero. Throws `invalid` with a
 * path for what cannot be; prices and strikes are numbers by then (`checkPackage`).
 */
export function valueGrant(grant: Grant, frame: Frame, path: string): GrantValue {
  const { assumptions, currency } = frame;
  const count = countOf(grant, currency, path);
  const amount = 'shares' in count ? count.shares : count.money;
  const found = 'shares' in count ? shareWorth(grant, assumptions, currency) : moneyWorth(grant, assumptions);
  const [unit, missing] = typeof found === 'string' ? [null, found] : [found, null];
  const worthOf = unit && worthBy(unit, path);
  const { vested, perYear } = layOutVests(
    placeVests(grant, amount, frame.firstDay, path),
    'shares' in count,
    frame.years,
    worthOf,
  );
  const strike = grant.kind === 'rsu' ? null : grant.strike;
  return {
    name: grant.name,
    kind: grant.kind,
    shares: 'shares' in count ? count.shares : null,
    worth: worthOf === null ? null : worthOf(amount),
    years: perYear.map((part) => (worthOf === null ? null : worthOf(part))),
    vests: vested,
    exerciseCost:
      strike === null ? null : toMinor(times(times(fromDecimal(strike), ratio(amount)), ratio(unitOf(currency))), path),
    missing,
    underwater: unit !== null && strike !== null && compareRatios(unit, zero) === 0,
  };
}
