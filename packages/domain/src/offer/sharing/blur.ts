import type { Assumptions } from '../../compensation/assumptions.ts';
import { yearBaseOf } from '../../compensation/base.ts';
import type { Benefit, Components, Guaranteed, Match, OneOff, SignOn, Stated } from '../../compensation/components.ts';
import type { Espp, Instalment, Pay, Raise, Variable, Withheld } from '../../compensation/conventions.ts';
import { matchOf, yearlyOf } from '../../compensation/pay.ts';
import type { Level } from '../../item/levels.ts';
import { ratio } from '../../kernel/money.ts';
import { cellOf, type DecimalSpan, exactDecimal, exactly, type Span, signedCellOf, stepOf, stepOfRatio } from './grid.ts';
import type { NamesIn, Whole } from './groups.ts';

/** A component as a reader gets it: its state, and a value only when it is known. */
export type Shown<T> = Stated<T>;

export type SeenRaise = { after: number; percent: DecimalSpan } | { after: number; to: Span };

/** Variable pay as typed: `target` in percent of base or `amount` a year, the other null. */
export type SeenVariable = { target: DecimalSpan | null; amount: Span | null; cap: DecimalSpan | null };

/** Payments by year, and those with days of their own where the reader may see dates. */
export type SeenPayments = { paid: Span[]; dated: Instalment[]; clawback: SignOn['clawback'] };

/** `letter`: the letter's own figure, which only an exact reader gets beside the year's. */
export type SeenPay = {
  base: Shown<Span>;
  letter: Pay | null;
  raises: SeenRaise[];
  bonus: Shown<SeenVariable>;
  guaranteed: Shown<{ paid: Span[]; kind: Guaranteed['kind'] }>;
  signOn: Shown<SeenPayments>;
  oneOff: Shown<(SeenPayments & { name: string | null; kind: OneOff['kind'] })[]>;
  notInHand: Shown<{ list: Withheld[] | null; yearly: Span }>;
  raise: DecimalSpan;
  raisesAssumed: DecimalSpan[];
  payout: DecimalSpan;
  attainment: DecimalSpan[];
};

export type SeenMatch = { as: 'exact'; match: Match } | { as: 'range'; ofBase: DecimalSpan; yearly: Span };

/** A share purchase plan: points of base that I put in, null where not said; the cell of the most. */
export type SeenEspp = { discount: DecimalSpan; contribution: DecimalSpan | null; most: Span | null };

export type SeenBenefits = {
  match: Shown<SeenMatch>;
  espp: Shown<SeenEspp>;
  leaveDays: Shown<DecimalSpan | 'unlimited'>;
  benefits: Shown<{ list: Benefit[] | null; yearly: Span }>;
};

type Sight = { currency: string; level: Exclude<Level, 'hidden'>; withDates: boolean };

function show<T, S>(part: Stated<T>, read: (value: T) => S): Shown<S> {
  return part.state === 'known' ? { state: 'known', value: read(part.value) } : { state: part.state };
}

/** How figures are shown at a level: money and percentages as they are, or as the cells of their fixed grids. */
function eyeOf({ currency, level }: Sight) {
  const isExact = level === 'exact';
  return {
    isExact,
    money: (amount: number) => (isExact ? exactly(amount) : cellOf(amount, currency)),
    points: (value: string, step: number) => (isExact ? exactDecimal(value) : stepOf(value, step)),
  };
}

type Eye = ReturnType<typeof eyeOf>;

function seeRaise(raise: Raise, { money, points }: Eye): SeenRaise {
  const { after } = raise;
  return 'to' in raise ? { after, to: money(raise.to) } : { after, percent: points(raise.percent, 1) };
}

function seeVariable(bonus: Variable, { money, points }: Eye): SeenVariable {
  const cap = bonus.cap == null ? null : points(bonus.cap, 10);
  if ('amount' in bonus) return { target: null, amount: money(bonus.amount), cap };
  return { target: points(bonus.target, 5), amount: null, cap };
}

/** Payments with days of their own become the years of their order where days are not shown. */
function seePayments({ paid, dated, clawback }: SignOn, { money, isExact }: Eye, withDates: boolean): SeenPayments {
  const list = dated ?? [];
  if (isExact && withDates) return { paid: paid.map(money), dated: list, clawback };
  const years = Array.from({ length: Math.max(paid.length, list.length) }, (_, at) => (paid[at] ?? 0) + (list[at]?.amount ?? 0));
  return { paid: years.map(money), dated: [], clawback };
}

/** The letter's own figure, field by field. */
function letterOf(base: Components['base'], { isExact }: Eye): Pay | null {
  if (!isExact || base.state !== 'known' || typeof base.value === 'number') return null;
  const { amount, per, hours, days, months, share, raises } = base.value;
  const letter: Whole<Pay> = { amount, per, hours, days, months, share, raises };
  return letter;
}

const raisesOf = (base: Components['base']): Raise[] =>
  base.state === 'known' && typeof base.value !== 'number' ? (base.value.raises ?? []) : [];

/** Pay at `exact` or `range`. Percentages of a range lie on a fixed grid of 5 points (raise: 1 point, attainment: 10). */
export function seePay(components: Components, assumptions: Assumptions, sight: Sight): SeenPay {
  const eye = eyeOf(sight);
  const { money, points, isExact } = eye;
  const { base, bonus, guaranteed, signOn, oneOff, notInHand } = components;
  const year = yearBaseOf(base);
  const sum = (list: Withheld[]) => list.reduce((total, { yearly }) => total + yearly, 0);
  const parts = {
    base: base.state !== 'known' ? base : year === null ? ({ state: 'unknown' } as const) : show(base, () => money(year)),
    bonus: show(bonus, (value) => seeVariable(value, eye)),
    guaranteed: show(guaranteed, ({ paid, kind }) => ({ paid: paid.map(money), kind })),
    signOn: show(signOn, (value) => seePayments(value, eye, sight.withDates)),
    oneOff: show(oneOff, (list) =>
      list.map((value) => ({
        name: isExact ? value.name : null,
        kind: value.kind,
        ...seePayments(value, eye, sight.withDates),
      })),
    ),
    notInHand: show(notInHand, (list) => ({ list: isExact ? list : null, yearly: money(sum(list)) })),
  } satisfies Record<NamesIn<'pay'>, unknown>;
  return {
    ...parts,
    letter: letterOf(base, eye),
    raises: raisesOf(base).map((raise) => seeRaise(raise, eye)),
    raise: points(assumptions.raise, 1),
    raisesAssumed: (assumptions.raises ?? []).map((raise) => points(raise, 1)),
    payout: points(assumptions.payout, 10),
    attainment: (assumptions.attainment ?? []).map((reached) => points(reached, 10)),
  };
}

/**
 * The match in points of base, and the cell of what is added in money. What limits in money leave of it depends on the
 * base, which may be hidden: from 0 up.
 */
function seeMatch(match: Match, currency: string): SeenMatch {
  const most = { tiers: match.tiers, own: match.limits ? null : match.own, employer: match.employer };
  const ofBase = stepOfRatio(matchOf(most, ratio(100)), 1);
  const added = match.yearly == null ? exactly(0) : cellOf(match.yearly, currency);
  if (!match.limits) return { as: 'range', ofBase, yearly: added };
  return { as: 'range', ofBase: { ...ofBase, low: '0' }, yearly: { ...added, low: 0 } };
}

function seeEspp({ discount, contribution, most }: Espp, { money, points }: Eye): SeenEspp {
  return {
    discount: points(discount, 5),
    contribution: contribution === null ? null : points(contribution, 5),
    most: most === null ? null : money(most),
  };
}

/** Benefits at `exact` or `range`: a range shows the match in points of base, leave in fives, and no names. */
export function seeBenefits(components: Components, sight: Sight): SeenBenefits {
  const eye = eyeOf(sight);
  const { isExact, points } = eye;
  const yearly = (list: Benefit[]) => list.reduce((sum, benefit) => sum + (yearlyOf(benefit) ?? 0), 0);
  const { match, espp, leaveDays, benefits } = components;
  return {
    match: show(match, (value): SeenMatch => (isExact ? { as: 'exact', match: value } : seeMatch(value, sight.currency))),
    espp: show(espp, (plan) => seeEspp(plan, eye)),
    leaveDays: show(leaveDays, (days) => (days === 'unlimited' ? days : points(days, 5))),
    benefits: show(benefits, (list) => ({
      list: isExact ? list : null,
      yearly: isExact ? exactly(yearly(list)) : signedCellOf(yearly(list), sight.currency),
    })),
  } satisfies Record<NamesIn<'benefits'>, unknown>;
}
