import type { Assumptions } from '../../compensation/assumptions.ts';
import type { Benefit, Components, Grant, Guaranteed, Match, SignOn, Stated, Vesting } from '../../compensation/components.ts';
import { valueGrant } from '../../compensation/equity.ts';
import { matchOf } from '../../compensation/pay.ts';
import type { Level } from '../../item/levels.ts';
import { ratio } from '../../kernel/money.ts';
import { cellOf, type DecimalSpan, exactDecimal, exactly, type Span, stepOf, stepOfRatio } from './grid.ts';

/** A component as a reader gets it: its state, and a value only when it is known. */
export type Shown<T> = Stated<T>;

export type SeenPay = {
  base: Shown<Span>;
  bonus: Shown<{ target: DecimalSpan }>;
  guaranteed: Shown<{ paid: Span[]; kind: Guaranteed['kind'] }>;
  signOn: Shown<{ paid: Span[]; clawback: SignOn['clawback'] }>;
  raise: DecimalSpan;
  payout: DecimalSpan;
};

/** A grant in a range shows its kind, its schedule without dates, and the cell of its worth (null: not known). */
export type SeenGrant =
  | { as: 'exact'; grant: Grant }
  | { as: 'range'; kind: Grant['kind']; worth: Span | null; steps: Vesting['steps']; cliff: Vesting['cliff']; after: number };

export type SeenEquity = { grants: Shown<SeenGrant[]>; refreshers: Shown<SeenGrant[]> };

export type SeenMatch = { as: 'exact'; match: Match } | { as: 'range'; ofBase: DecimalSpan };

export type SeenBenefits = {
  match: Shown<SeenMatch>;
  leaveDays: Shown<DecimalSpan>;
  benefits: Shown<{ list: Benefit[] | null; yearly: Span }>;
};

function show<T, S>(part: Stated<T>, read: (value: T) => S): Shown<S> {
  return part.state === 'known' ? { state: 'known', value: read(part.value) } : { state: part.state };
}

/** Pay at `exact` or `range`. Percentages of a range lie on a fixed grid of 5 points (raise: 1 point). */
export function seePay(
  components: Components,
  assumptions: Assumptions,
  currency: string,
  level: Exclude<Level, 'hidden'>,
): SeenPay {
  const money = (amount: number) => (level === 'exact' ? exactly(amount) : cellOf(amount, currency));
  const points = (value: string, step: number) => (level === 'exact' ? exactDecimal(value) : stepOf(value, step));
  return {
    base: show(components.base, money),
    bonus: show(components.bonus, ({ target }) => ({ target: points(target, 5) })),
    guaranteed: show(components.guaranteed, ({ paid, kind }) => ({ paid: paid.map(money), kind })),
    signOn: show(components.signOn, ({ paid, clawback }) => ({ paid: paid.map(money), clawback })),
    raise: points(assumptions.raise, 1),
    payout: points(assumptions.payout, 10),
  };
}

/** A vesting with no date in it: what a reader without the dates is given, and counted with. */
export function removeDates(vesting: Vesting): Vesting {
  return { ...vesting, granted: null, start: { after: 'after' in vesting.start ? vesting.start.after : 0 } };
}

function seeGrant(grant: Grant, assumptions: Assumptions, currency: string, level: Level, withDates: boolean): SeenGrant {
  if (level === 'exact') return { as: 'exact', grant: withDates ? grant : { ...grant, vesting: removeDates(grant.vesting) } };
  const vesting = removeDates(grant.vesting);
  const { worth } = valueGrant({ ...grant, vesting }, { currency, assumptions, firstDay: null, years: 1 }, 'grants');
  const { steps, cliff, start } = vesting;
  return {
    as: 'range',
    kind: grant.kind,
    worth: worth === null ? null : cellOf(worth, currency),
    steps,
    cliff,
    after: 'after' in start ? start.after : 0,
  };
}

/** Equity at `exact` or `range`; dates only where the reader may see dates exactly. */
export function seeEquity(
  components: Components,
  assumptions: Assumptions,
  currency: string,
  level: Exclude<Level, 'hidden'>,
  withDates: boolean,
): SeenEquity {
  const all = (list: Grant[]) => list.map((grant) => seeGrant(grant, assumptions, currency, level, withDates));
  return { grants: show(components.grants, all), refreshers: show(components.refreshers, all) };
}

/** The match in points of base; what limits in money leave of it depends on the base, which may be hidden: from 0 up. */
function seeMatch(match: Match): SeenMatch {
  const most = match.limits ? { tiers: match.tiers, own: null } : match;
  const ofBase = stepOfRatio(matchOf(most, ratio(100)), 1);
  return { as: 'range', ofBase: match.limits ? { ...ofBase, low: '0' } : ofBase };
}

/** Benefits at `exact` or `range`: a range shows the match in points of base, leave in fives, and no names. */
export function seeBenefits(components: Components, currency: string, level: Exclude<Level, 'hidden'>): SeenBenefits {
  const yearly = (list: Benefit[]) => list.reduce((sum, benefit) => sum + (benefit.yearly ?? 0), 0);
  if (level === 'exact')
    return {
      match: show(components.match, (match): SeenMatch => ({ as: 'exact', match })),
      leaveDays: show(components.leaveDays, exactDecimal),
      benefits: show(components.benefits, (list) => ({ list, yearly: exactly(yearly(list)) })),
    };
  return {
    match: show(components.match, seeMatch),
    leaveDays: show(components.leaveDays, (days) => stepOf(days, 5)),
    benefits: show(components.benefits, (list) => ({ list: null, yearly: cellOf(yearly(list), currency) })),
  };
}
