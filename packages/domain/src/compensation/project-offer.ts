import { fromPercent, one, plus, type Ratio, ratio, toMinor, tooLarge, zero } from '../kernel/money.ts';
import { type Assumptions, checkAssumptions, defaultAssumptions } from './assumptions.ts';
import { type Basis, basisOf } from './basis.ts';
import { type Components, type Grant, listOf, type Package, type Stated } from './components.ts';
import { type GrantValue, valueGrant } from './equity.ts';
import { type PayYear, payOfYear } from './pay.ts';

/**
 * One vest year. `total` is what is certain: base + bonus + guaranteed + sign-on + vest + refreshers, without the parts
 * that are null (unknown). `recurring` and `once` split it: sign-on and guarantees are paid once.
 * `match`, `benefits` and `leave` stand apart and are in no total but `withBenefits` (leave in none).
 */
export type ProjectedYear = PayYear & {
  year: number;
  vest: number | null;
  refreshers: number | null;
  total: number;
  recurring: number;
  once: number;
  withBenefits: number;
};

/** A part of the total that is not known: the path of the component and its word. */
export type Missing = { path: string; what: string };

export type Projection = {
  currency: string;
  horizon: number;
  firstDay: string | null;
  years: ProjectedYear[];
  grants: GrantValue[];
  refreshers: GrantValue[];
  total: number;
  average: number;
  recurring: number;
  recurringAverage: number;
  once: number;
  withBenefits: number;
  presentValue: number;
  unknown: Missing[];
  unknownApart: Missing[];
  complete: boolean;
  basis: Basis;
};

/**
 * Projects an offer over its vest years. Pure and exact; the one entry point of the engine.
 *
 * Input: `offer` is a `Package` ({ currency, components }; see components.ts: every component is
 * `{ state: 'known', value }`, `{ state: 'unknown' }` or `{ state: 'none' }`; money in smallest units of the currency,
 * percentages as decimal text, prices per share as decimal text in units of the currency). `assumptions` is an
 * `Assumptions` (assumptions.ts; default: 4 years, no raise, full payout, 10 % discount, prices as stated).
 *
 * Output: a `Projection`. `years[k]` is vest year k + 1 (TC_k = base_k + bonus_k + guaranteed_k + sign-on_k + vest_k +
 * refreshers_k); a figure that is not known is null, never 0, and is named in `unknown`; `total` counts what is certain
 * and is the whole truth only when `complete`. `average` = total / horizon; `recurringAverage` leaves one-time money out;
 * `presentValue` = Σ TC_k / (1 + discount)^k, rounded once. `grants[i].vests` is the month-by-month vest with its dates.
 * Year 1 begins on `firstDay`: the start date where known, else the earliest vesting start, else null (months only).
 *
 * Throws a DomainError `invalid` with a path and a sentence: schedule not 100 %, cliff longer than the grant, grant date
 * after the last vest, options by value, assumptions out of range, amounts beyond 2^53 − 1.
 */
export function projectOffer(offer: Package, assumptions: Assumptions = defaultAssumptions): Projection {
  checkAssumptions(assumptions);
  const { components, currency } = offer;
  const firstDay = firstDayOf(components);
  const frame = { currency, assumptions, firstDay, years: assumptions.horizon };
  const grants = listOf(components.grants).map((grant, at) => valueGrant(grant, frame, `grants.${at}`));
  const refreshers = listOf(components.refreshers).map((grant, at) => valueGrant(grant, frame, `refreshers.${at}`));
  const years = Array.from({ length: assumptions.horizon }, (_, at) =>
    projectYear(
      payOfYear(components, assumptions, at + 1),
      at + 1,
      sumKnown(components.grants, grants, at),
      sumKnown(components.refreshers, refreshers, at),
    ),
  );
  const total = sum(years, (year) => year.total);
  const recurring = sum(years, (year) => year.recurring);
  const unknown = missingOf(components, grants, refreshers);
  return {
    currency,
    horizon: assumptions.horizon,
    firstDay,
    years,
    grants,
    refreshers,
    total,
    recurring,
    average: toMinor(ratio(BigInt(total), assumptions.horizon)),
    recurringAverage: toMinor(ratio(BigInt(recurring), assumptions.horizon)),
    once: sum(years, (year) => year.once),
    withBenefits: sum(years, (year) => year.withBenefits),
    presentValue: presentValueOf(
      years.map((year) => year.total),
      assumptions.discount,
    ),
    unknown,
    unknownApart: missingApart(components),
    complete: unknown.length === 0,
    basis: basisOf(components, assumptions, firstDay),
  };
}

/** A sum of whole numbers, where null counts nothing. Every step stays where numbers are exact, or is refused. */
function added(...parts: (number | null)[]): number {
  let total = 0;
  for (const part of parts) {
    total += part ?? 0;
    if (!Number.isSafeInteger(total)) throw tooLarge('total');
  }
  return total;
}

const sum = <T>(list: readonly T[], read: (entry: T) => number): number => added(...list.map(read));

/** The certain part of a year's vest; null when nothing of it is certain. */
function sumKnown(part: Stated<Grant[]>, values: GrantValue[], at: number): number | null {
  if (part.state === 'unknown') return null;
  const certain = values.map((value) => value.years[at] ?? null).filter((worth) => worth !== null);
  return certain.length === 0 && values.length > 0 ? null : added(...certain);
}

function projectYear(pay: PayYear, year: number, vest: number | null, refreshers: number | null): ProjectedYear {
  const { base, bonus, guaranteed, signOn, match, benefits, leave } = pay;
  const recurring = added(base, bonus, vest, refreshers);
  const once = added(guaranteed, signOn);
  const total = added(recurring, once);
  return {
    year,
    base,
    bonus,
    guaranteed,
    signOn,
    match,
    benefits,
    leave,
    vest,
    refreshers,
    total,
    recurring,
    once,
    withBenefits: added(total, match, benefits),
  };
}

/** Σ TC_k / (1 + r)^k with flows at year ends, rounded once. `discount` in percent a year. */
export function presentValueOf(flows: readonly number[], discount: string): number {
  const factor = plus(one, fromPercent(discount, 'assumptions.discount'));
  // From the last year backwards, and not reduced on the way: rounding does not need lowest terms.
  const value = flows.reduceRight<Ratio>(
    (later, flow) => ({ n: (later.n + BigInt(flow) * later.d) * factor.d, d: later.d * factor.n }),
    zero,
  );
  return toMinor(value, 'presentValue');
}

function firstDayOf(components: Components): string | null {
  if (components.startDate.state === 'known') return components.startDate.value;
  const dates = [...listOf(components.grants), ...listOf(components.refreshers)].flatMap(({ vesting }) =>
    'on' in vesting.start ? [vesting.start.on] : [],
  );
  return dates.sort()[0] ?? null;
}

function missingOf(components: Components, grants: GrantValue[], refreshers: GrantValue[]): Missing[] {
  const named = (['base', 'bonus', 'guaranteed', 'signOn', 'grants', 'refreshers'] as const)
    .filter((name) => components[name].state === 'unknown')
    .map((name) => ({ path: name, what: totalWords[name] }));
  const priced = (values: GrantValue[], name: string) =>
    values.flatMap((value, at) =>
      value.missing === null
        ? []
        : [{ path: `${name}.${at}.${fieldOf[value.missing]}`, what: `${value.missing} of ${value.name || 'a grant'}` }],
    );
  return [...named, ...priced(grants, 'grants'), ...priced(refreshers, 'refreshers')];
}

const fieldOf = { price: 'price', 'preferred price': 'preferred', strike: 'strike' } as const;

const totalWords = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed bonus',
  signOn: 'sign-on',
  grants: 'equity',
  refreshers: 'written refreshers',
} as const;

function missingApart(components: Components): Missing[] {
  const words = { match: 'retirement match', leaveDays: 'leave days', benefits: 'other benefits' } as const;
  const named = (['match', 'leaveDays', 'benefits'] as const)
    .filter((name) => components[name].state === 'unknown')
    .map((name) => ({ path: name, what: words[name] }));
  const unvalued = listOf(components.benefits).flatMap((benefit, at) =>
    benefit.yearly === null ? [{ path: `benefits.${at}`, what: benefit.name }] : [],
  );
  return [...named, ...unvalued];
}
