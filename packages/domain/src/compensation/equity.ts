import { compareRatios, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import { addMonths, monthCounter } from './calendar.ts';
import type { Grant } from './components.ts';
import { arithmeticOf } from './conventions.ts';
import { type Count, countOf, factorOf, type Lacking, moneyWorth, shareWorth, strikeOf } from './share-worth.ts';
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
  missing: Lacking | null;
  underwater: boolean;
};

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

type Laid = { vested: GrantVest[]; years: (number | null)[] };

/**
 * Each vest with its worth, and the worth vested in each of the first `years` vest years. Rounded cumulatively from year to
 * year, so that the years add up to the worth of the grant; the last vest of a year takes what rounding left.
 */
function layOutVests(list: ReturnType<typeof placeVests>, isShares: boolean, years: number, worthOf: WorthOf | null): Laid {
  const inYears = new Map<number, { amount: number; last: number; worth: number }>();
  const vested = list.map(({ at, date, amount }, last): GrantVest => {
    const year = vestYearOf(at);
    const before = inYears.get(year)?.amount ?? 0;
    const worth = worthOf === null ? null : worthOf(before + amount) - worthOf(before);
    inYears.set(year, { amount: before + amount, last, worth: (inYears.get(year)?.worth ?? 0) + (worth ?? 0) });
    return { at, date, shares: isShares ? amount : null, worth };
  });
  if (worthOf === null) return { vested, years: Array.from({ length: years }, () => null) };
  const grown = new Map<number, number>();
  let amount = 0;
  for (const [year, part] of inYears) {
    const worth = worthOf(amount + part.amount) - worthOf(amount);
    const last = vested[part.last];
    if (last) vested[part.last] = { ...last, worth: (last.worth ?? 0) + worth - part.worth };
    grown.set(year, worth);
    amount += part.amount;
  }
  return { vested, years: Array.from({ length: years }, (_, at) => grown.get(at + 1) ?? 0) };
}

/** What one share, or one smallest unit of money, is worth in smallest units of the offer's currency; or what is lacking. */
export function unitWorth(grant: Grant, count: Count | null, frame: Pick<Frame, 'assumptions' | 'currency'>, path: string) {
  const { assumptions, currency } = frame;
  if (count === null) return 'number of shares';
  const worth = 'shares' in count ? shareWorth(grant, assumptions, currency) : moneyWorth(grant, assumptions, currency);
  if (typeof worth === 'string') return worth;
  const factor = factorOf(grant, currency, path);
  return factor === null ? 'exchange rate' : times(worth, factor);
}

/** What buying all options costs, in smallest units of the offer's currency; null where nothing is bought or known. */
function exerciseCostOf(grant: Grant, count: Count | null, currency: string, path: string): number | null {
  const [strike, factor] = [strikeOf(grant), factorOf(grant, currency, path)];
  if (!arithmeticOf[grant.kind].bought || strike === null || factor === null || count === null) return null;
  return 'money' in count ? null : toMinor(times(times(strike, ratio(count.shares)), factor), path);
}

/**
 * Lays one grant out over the vest years, each worth rounded half away from zero. Throws `invalid` with a path for what
 * cannot be; prices and strikes are numbers by then (`checkPackage`).
 */
export function valueGrant(grant: Grant, frame: Frame, path: string): GrantValue {
  const count = countOf(grant, frame.assumptions, frame.currency, path);
  const isShares = count === null || 'shares' in count;
  const amount = count === null ? 0 : 'shares' in count ? count.shares : count.money;
  const found = unitWorth(grant, count, frame, path);
  const [unit, missing] = typeof found === 'string' ? [null, found] : [found, null];
  const worthOf = unit && worthBy(unit, path);
  const { vested, years } = layOutVests(placeVests(grant, amount, frame.firstDay, path), isShares, frame.years, worthOf);
  const exerciseCost = exerciseCostOf(grant, count, frame.currency, path);
  return {
    name: grant.name,
    kind: grant.kind,
    shares: count !== null && 'shares' in count ? count.shares : null,
    worth: worthOf === null ? null : worthOf(amount),
    years,
    vests: vested,
    exerciseCost,
    missing,
    underwater: unit !== null && arithmeticOf[grant.kind].counts === 'options' && compareRatios(unit, zero) === 0,
  };
}
