import { compareRatios, ratio, times, toMinor, toSafeInteger, zero } from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import { addMonths, monthCounter } from './calendar.ts';
import type { Grant } from './components.ts';
import { arithmeticOf } from './conventions.ts';
import {
  type Count,
  countOf,
  factorOf,
  type Lacking,
  moneyWorth,
  shareWorth,
  strikeOf,
  type WorthOf,
  worthBy,
} from './share-worth.ts';
import { listVests, type Plans, type Vest } from './vesting.ts';

/**
 * One vest of a grant: `at` in months from the first day of work, shares (or null), and its worth where known: what the
 * worth vested in its vest year grows by, so that the vests of a year add up to the year to the smallest unit. `fraction`:
 * the shares as a decimal where the plan lets fractions vest, which are counted to a millionth of a share.
 */
export type GrantVest = {
  at: number;
  date: string | null;
  shares: number | null;
  worth: number | null;
  fraction: string | null;
};

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

/** In which currency, on which assumptions, from which day and for how many years grants are counted; schedules laid out once. */
export type GrantFrame = {
  currency: string;
  assumptions: Assumptions;
  firstDay: string | null;
  years: number;
  plans?: Plans | undefined;
};

/** The vests of a grant, and in which month from the first day of work each is. */
function placeVests(grant: Grant, amount: number, { firstDay, plans }: GrantFrame, path: string) {
  const { start } = grant.vesting;
  const root = 'on' in start ? start.on : firstDay === null ? null : addMonths(firstDay, start.after);
  const shift = 'after' in start ? start.after : 0;
  const counter = firstDay === null ? null : monthCounter(firstDay);
  const list = listVests(amount, grant.vesting, root, `${path}.vesting`, plans);
  return { list, atOf: ({ month, date }: Vest) => (counter && date ? counter(date) : shift + month) };
}

/** The vest year of a vest: one on an anniversary belongs to the year that ends there, one before the first day to year 1. */
export const vestYearOf = (at: number): number => Math.max(1, Math.ceil(at / 12));

/** Parts of a share that a plan with fractions counts in. */
const parts = 1_000_000;

/** Millionths of a share as a decimal. */
function inShares(amount: number): string {
  const text = String(amount).padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
}

type Laid = { vested: GrantVest[]; years: (number | null)[] };

/**
 * Each vest with its worth, and the worth vested in each of the first `years` vest years. Rounded cumulatively from year to
 * year, so that the years add up to the worth of the grant; the last vest of a year takes what rounding left.
 */
function layOutVests({ list, atOf, scale }: Measured, years: number, worthOf: WorthOf | null): Laid {
  const inYears = new Map<number, { amount: number; last: number; worth: number }>();
  let vestedBy = 0;
  const vested = list.map((vest, last): GrantVest => {
    const { date, amount } = vest;
    const at = atOf(vest);
    const year = vestYearOf(at);
    const sum = inYears.get(year) ?? { amount: 0, last, worth: 0 };
    if (sum.amount === 0) inYears.set(year, sum);
    const worth = worthOf === null ? null : worthOf(sum.amount + amount) - worthOf(sum.amount);
    sum.amount += amount;
    sum.last = last;
    sum.worth += worth ?? 0;
    const shares = scale === null ? null : Math.floor((vestedBy + amount) / scale) - Math.floor(vestedBy / scale);
    vestedBy += amount;
    return { at, date, shares, worth, fraction: scale === parts ? inShares(amount) : null };
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
export function unitWorth(grant: Grant, count: Count | null, frame: Pick<GrantFrame, 'assumptions' | 'currency'>, path: string) {
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

/** How much a grant is, in shares (or parts of one) or in money, and when which part of it vests. */
function measure(grant: Grant, frame: GrantFrame, path: string) {
  const count = countOf(grant, frame.assumptions, frame.currency, path);
  const isMoney = count !== null && 'money' in count;
  const scale = isMoney ? null : grant.vesting.allocation === 'fractional' ? parts : 1;
  const amount = toSafeInteger(BigInt(isMoney ? count.money : (count?.shares ?? 0)) * BigInt(scale ?? 1), path);
  return { count, scale, amount, ...placeVests(grant, amount, frame, path) };
}

type Measured = ReturnType<typeof measure>;

/** What a part of it is worth; or what is lacking. */
function pricedBy(grant: Grant, { count, scale, amount }: Measured, frame: GrantFrame, path: string) {
  const found = unitWorth(grant, count, frame, path);
  return typeof found === 'string' ? found : { unit: found, worthOf: worthBy(times(found, ratio(1, scale ?? 1)), amount, path) };
}

/**
 * What vests in each vest year at that year's own change of the share price, in smallest units; null where a share's worth
 * is not known. Each year is what `valueGrant` gives it at that price. `changes` in percent, one for each year.
 */
export function vestYearsAt(grant: Grant, frame: GrantFrame, changes: readonly string[], path: string): (number | null)[] {
  const measured = measure(grant, frame, path);
  const amounts = new Map<number, number>();
  for (const vest of measured.list) {
    const year = vestYearOf(measured.atOf(vest));
    amounts.set(year, (amounts.get(year) ?? 0) + vest.amount);
  }
  let before = 0;
  return changes.map((priceChange, at) => {
    const priced = pricedBy(grant, measured, { ...frame, assumptions: { ...frame.assumptions, priceChange } }, path);
    const from = before;
    before += amounts.get(at + 1) ?? 0;
    return typeof priced === 'string' ? null : priced.worthOf(before) - priced.worthOf(from);
  });
}

/**
 * Lays one grant out over the vest years, each worth rounded half away from zero. Throws `invalid` with a path for what
 * cannot be; prices and strikes are numbers by then (`checkPackage`).
 */
export function valueGrant(grant: Grant, frame: GrantFrame, path: string): GrantValue {
  const measured = measure(grant, frame, path);
  const { count, amount } = measured;
  const priced = pricedBy(grant, measured, frame, path);
  const { unit, worthOf, missing } =
    typeof priced === 'string' ? { unit: null, worthOf: null, missing: priced } : { ...priced, missing: null };
  const { vested, years } = layOutVests(measured, frame.years, worthOf);
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
