import { ratio, toMinor, tooLarge } from '../kernel/money.ts';
import { type Assumptions, checkAssumptions, defaultAssumptions } from './assumptions.ts';
import { type Basis, basisOf } from './basis.ts';
import { afterMyRate, atOutcomes, type Mine, type OnPath, type Outcomes, onPath } from './beside.ts';
import { checkPackage } from './check.ts';
import { blankComponents, type Components, type Grant, listOf, type PartOfPackage, type Stated } from './components.ts';
import { type GrantValue, valueGrant } from './equity.ts';
import { type Missing, missingApart, missingOf } from './missing.ts';
import { atStartOf, type DatedPayment, datedIn, summed } from './once.ts';
import { type PayYear, payBy } from './pay.ts';
import { presentValueOf } from './present-value.ts';

/**
 * One vest year. `total` is what is certain: base + bonus + guaranteed + sign-on + one-off + vest + refreshers, without the parts
 * that are null (unknown). `recurring` and `once` split it: sign-on and guarantees are paid once.
 * `match`, `espp`, `benefits` and `leave` stand apart and are in no total but `withBenefits` (leave in none). `inHand` is the
 * total less what is in it and not in hand.
 */
export type ProjectedYear = PayYear & {
  year: number;
  vest: number | null;
  refreshers: number | null;
  total: number;
  recurring: number;
  once: number;
  withBenefits: number;
  inHand: number | null;
};

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
  presentValueAtYearEnds: number;
  inHand: number | null;
  dated: DatedPayment[];
  starts: number[];
  onPath: OnPath | null;
  outcomes: Outcomes | null;
  mine: Mine | null;
  unknown: Missing[];
  unknownApart: Missing[];
  complete: boolean;
  basis: Basis;
};

/**
 * Projects an offer over its vest years. Pure and exact; the one entry point of the engine.
 *
 * ```
 * projectOffer(
 *   {
 *     currency: 'USD',
 *     components: {
 *       base: known(145_000_00), // money in smallest units: cents
 *       bonus: none,
 *       signOn: known({ paid: [30_000_00, 20_000_00], clawback: null }), // when years 1 and 2 begin
 *       grants: known([
 *         {
 *           name: 'RSU', kind: 'rsu', size: { by: 'shares', shares: 1000 }, // or { by: 'value', value: 100_000_00 }
 *           price: '100', strike: null, preferred: null, listed: true,
 *           vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['5', '15', '40', '40']), cliff: null },
 *         },
 *       ]),
 *     },
 *   },
 *   { horizon: 4 },
 * ).years.map((year) => year.total); // 180,000, 180,000, 185,000, 185,000 dollars, in cents
 * ```
 *
 * Input: each component is `known(value)`, `unknown` or `none` (components.ts, conventions.ts); what is left out is not said,
 * which is neither zero nor none. Percentages are decimal text of up
 * to 12 places (`'12.5'`); prices per share too, in units of the currency. Schedules are `buildYearlySteps([...percents], every)`
 * or any steps of `{ months, percent, every }`; a one-year cliff is `{ months: 12, share: null }`; a refresher of year 2
 * is a grant whose vesting starts `{ after: 12 }`. `assumptions` (assumptions.ts) take the place of the default: 4 years,
 * no raise, full payout, 10 % discount, prices as stated. Two rounds of 20 % dilute by 36.
 *
 * Output: `years[k]` is vest year k + 1 (TC_k = base_k + bonus_k + guaranteed_k + sign-on_k + one-off_k + vest_k + refreshers_k); a
 * figure that is not known is null, never 0, and is named in `unknown`; `total` counts what is certain and is the whole
 * truth only when `complete`. `average` = total / horizon; `recurringAverage` leaves one-time money out; `presentValue` =
 * Σ TC_k / (1 + discount)^k with what is paid as a year begins (sign-on) discounted a year less, rounded once;
 * `presentValueAtYearEnds` discounts it whole years too; `starts` is what of each year is paid as it begins. `onPath`, `outcomes` and `mine` stand beside, in no other figure. `grants[i].vests` is the vest by date. `basis` says
 * horizon, price and rounding. Year 1 begins on `firstDay`: the start date where known, else the earliest vesting start,
 * else null (months only). By calendar year: `byCalendarYear`; side by side: `compareOffers`; leaving: `owedOnLeaving`.
 *
 * Throws a DomainError `invalid` with a path (`grants.0.vesting.steps`) and a sentence: a schedule that is not 100 %, a
 * cliff longer than the grant, assumptions out of range, odds that do not sum to 100, a negative or broken amount, count, price,
 * percentage or day, amounts beyond 2^53 − 1. A strike above the price is no error: such options are worth 0.
 */
export function projectOffer(offer: PartOfPackage, assumed: Partial<Assumptions> = {}): Projection {
  const assumptions = { ...defaultAssumptions, ...assumed };
  const { currency } = offer;
  const components = { ...blankComponents(), ...offer.components };
  checkAssumptions(assumptions);
  checkPackage({ currency, components });
  const firstDay = firstDayOf(components);
  const frame = { currency, assumptions, firstDay, years: assumptions.horizon, plans: new Map() };
  const grants = listOf(components.grants).map((grant, at) => valueGrant(grant, frame, `grants.${at}`));
  const refreshers = listOf(components.refreshers).map((grant, at) => valueGrant(grant, frame, `refreshers.${at}`));
  const payOf = payBy(components, assumptions, firstDay);
  const years = Array.from({ length: assumptions.horizon }, (_, at) =>
    projectYear(payOf(at + 1), at + 1, sumKnown(components.grants, grants, at), sumKnown(components.refreshers, refreshers, at)),
  );
  const payments = [...(components.signOn.state === 'known' ? [components.signOn.value] : []), ...listOf(components.oneOff)];
  const startOf = (year: number) => summed(payments, (one) => atStartOf(one, year, firstDay));
  const starts = years.map(({ year }) => toMinor(startOf(year), 'signOn'));
  const totals = years.map((year) => year.total);
  const ends = totals.map((amount, at) => amount - (starts[at] ?? 0));
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
    presentValue: presentValueOf(ends, assumptions.discount, starts),
    presentValueAtYearEnds: presentValueOf(totals, assumptions.discount),
    inHand: years.some((year) => year.inHand === null) ? null : sum(years, (year) => year.inHand ?? 0),
    dated: datedIn(payments, frame.years, firstDay),
    starts,
    onPath: onPath(components, frame),
    outcomes: atOutcomes(components, frame),
    mine: afterMyRate(totals, assumptions),
    unknown,
    unknownApart: missingApart(components),
    complete: unknown.length === 0,
    basis: basisOf(components, assumptions, firstDay),
  };
}

/** A sum of whole numbers, where null counts nothing. Every step stays where numbers are exact, or is refused. */
function sumSafe(...parts: (number | null)[]): number {
  let total = 0;
  for (const part of parts) {
    total += part ?? 0;
    if (!Number.isSafeInteger(total)) throw tooLarge('total');
  }
  return total;
}

const sum = <T>(list: readonly T[], read: (entry: T) => number): number => sumSafe(...list.map(read));

/** The certain part of a year's vest; null when nothing of it is certain. */
function sumKnown(part: Stated<Grant[]>, values: GrantValue[], at: number): number | null {
  if (part.state === 'unknown') return null;
  const certain = values.map((value) => value.years[at] ?? null).filter((worth) => worth !== null);
  return certain.length === 0 && values.length > 0 ? null : sumSafe(...certain);
}

function projectYear(pay: PayYear, year: number, vest: number | null, refreshers: number | null): ProjectedYear {
  const { base, bonus, guaranteed, signOn, oneOff, match, espp, benefits, notInHand } = pay;
  const recurring = sumSafe(base, bonus, vest, refreshers);
  const once = sumSafe(guaranteed, signOn, oneOff);
  const total = sumSafe(recurring, once);
  return {
    ...pay,
    year,
    vest,
    refreshers,
    total,
    recurring,
    once,
    withBenefits: sumSafe(total, match, espp, benefits),
    inHand: notInHand === null ? null : total - notInHand,
  };
}

function firstDayOf(components: Components): string | null {
  if (components.startDate.state === 'known') return components.startDate.value;
  const dates = [...listOf(components.grants), ...listOf(components.refreshers)].flatMap(({ vesting }) =>
    'on' in vesting.start ? [vesting.start.on] : [],
  );
  return dates.sort()[0] ?? null;
}
