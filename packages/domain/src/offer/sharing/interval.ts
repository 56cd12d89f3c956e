import { type Assumptions, defaultAssumptions } from '../../compensation/assumptions.ts';
import {
  blankComponents,
  type Components,
  type Grant,
  known,
  type Match,
  none,
  type SignOn,
  type Stated,
} from '../../compensation/components.ts';
import type { Espp, Pay, Raise, Variable } from '../../compensation/conventions.ts';
import { type ProjectedYear, projectOffer } from '../../compensation/project-offer.ts';
import { compareRatios, fromDecimal, ratio } from '../../kernel/money.ts';
import type { SeenBenefits, SeenEspp, SeenMatch, SeenPay, SeenPayments, SeenVariable, Shown } from './blur.ts';
import type { SeenEquity, SeenGrant } from './blur-equity.ts';
import type { Span } from './grid.ts';
import type { SeenProjection, SeenYear } from './seen-year.ts';

/** What the reader may see; a group that is null is hidden. */
export type Seen = {
  currency: string;
  horizon: number;
  pay: SeenPay | null;
  equity: SeenEquity | null;
  benefits: SeenBenefits | null;
  startDate: Stated<string>;
  assumed: Pick<Assumptions, 'priceChange' | 'pricing' | 'dilution' | 'haircut'> | null;
};

type End = 'low' | 'high';

function readStated<T, S>(part: Shown<T>, read: (value: T) => S): Stated<S> {
  return part.state === 'known' ? { state: 'known', value: read(part.value) } : { state: part.state };
}

function grantAt(seen: SeenGrant, end: End): Grant {
  if (seen.as === 'exact') return seen.grant;
  const { kind, worth, steps, cliff, after } = seen;
  const vesting = { start: { after }, granted: null, steps, cliff };
  const blank = {
    name: kind.toUpperCase(),
    kind: 'rsu' as const,
    strike: null,
    preferred: null,
    listed: true,
    price: null,
    vesting,
  };
  return worth === null
    ? { ...blank, size: { by: 'shares', shares: 1 } }
    : { ...blank, size: { by: 'value', value: worth[end] } };
}

/** Whether a limit of my own part makes the match fall somewhere while the base rises: where a later tier pays more. */
function mayFall({ tiers, limits }: Match): boolean {
  const rates = tiers.map(({ rate }) => fromDecimal(rate));
  return (limits?.own ?? null) !== null && rates.some((rate, at) => at > 0 && compareRatios(rate, rates[at - 1] ?? rate) > 0);
}

function matchAt(seen: SeenMatch, end: End, isBaseExact: boolean): Match {
  if (seen.as === 'exact' && (isBaseExact || !mayFall(seen.match))) return seen.match;
  if (seen.as === 'exact')
    return end === 'low'
      ? { tiers: [], own: null }
      : { ...seen.match, limits: seen.match.limits && { ...seen.match.limits, own: null } };
  return { tiers: [], own: null, employer: seen.ofBase[end], yearly: seen.yearly[end] };
}

function variableAt({ target, amount, cap }: SeenVariable, end: End): Variable {
  const most = cap?.[end] ?? null;
  return amount === null ? { target: target?.[end] ?? '0', cap: most } : { amount: amount[end], cap: most };
}

const paymentsAt = ({ paid, dated }: SeenPayments, end: End): SignOn => ({
  paid: paid.map((span) => span[end]),
  dated,
  clawback: null,
});

/** The base at an end of its cell, with the letter's raises; the letter's own figure where the reader has it. */
function baseAt({ base, letter, raises }: SeenPay, end: End): Stated<number | Pay> {
  if (base.state !== 'known') return base;
  if (letter !== null) return known(letter);
  if (raises.length === 0) return known(base.value[end]);
  const list = raises.map((raise): Raise => {
    const { after } = raise;
    return 'to' in raise ? { after, to: raise.to[end] } : { after, percent: raise.percent[end] };
  });
  return known({ amount: base.value[end], per: 'year', raises: list });
}

function esppAt({ discount, contribution, most }: SeenEspp, end: End): Espp {
  const top = compareRatios(fromDecimal(discount[end]), ratio(95)) > 0 && discount.low !== discount.high ? '99' : discount[end];
  return { discount: top, contribution: contribution?.[end] ?? null, most: most?.[end] ?? null };
}

const isExact = ({ base, raise }: SeenPay): boolean =>
  raise.low === raise.high && (base.state !== 'known' || base.value.low === base.value.high);

/** The offer at one end of everything that the reader may see; hidden groups are not in it. */
function componentsAt(seen: Seen, end: End): Components {
  const { pay, equity, benefits } = seen;
  const grants = (list: SeenGrant[]) => list.map((grant) => grantAt(grant, end));
  return {
    ...blankComponents(),
    base: pay ? baseAt(pay, end) : none,
    bonus: pay ? readStated(pay.bonus, (bonus) => variableAt(bonus, end)) : none,
    guaranteed: pay ? readStated(pay.guaranteed, ({ paid, kind }) => ({ paid: paid.map((span) => span[end]), kind })) : none,
    signOn: pay ? readStated(pay.signOn, (payments) => paymentsAt(payments, end)) : none,
    oneOff: pay
      ? readStated(pay.oneOff, (list) => list.map((one) => ({ name: '', kind: one.kind, ...paymentsAt(one, end) })))
      : none,
    grants: equity ? readStated(equity.grants, grants) : none,
    refreshers: equity ? readStated(equity.refreshers, grants) : none,
    match: benefits && pay ? readStated(benefits.match, (match) => matchAt(match, end, isExact(pay))) : none,
    benefits: benefits ? readStated(benefits.benefits, ({ yearly }) => [{ name: 'benefits', yearly: yearly[end] }]) : none,
    espp: benefits && pay ? readStated(benefits.espp, (plan) => esppAt(plan, end)) : none,
    leaveDays: none,
    notInHand: none,
    startDate: seen.startDate,
  };
}

/** The cell at the top of what may be assumed reaches beyond it. */
const capped = (percent: string, most: number) => (compareRatios(fromDecimal(percent), ratio(most)) > 0 ? String(most) : percent);

function assumptionsAt(seen: Seen, end: End): Assumptions {
  const pay = seen.pay && {
    raise: capped(seen.pay.raise[end], 100),
    raises: seen.pay.raisesAssumed.map((raise) => capped(raise[end], 100)),
    payout: capped(seen.pay.payout[end], 500),
    attainment: seen.pay.attainment.map((reached) => capped(reached[end], 500)),
  };
  return { ...defaultAssumptions, horizon: seen.horizon, ...pay, ...seen.assumed };
}

const groups = {
  pay: ['base', 'bonus', 'signOn', 'oneOff'],
  equity: ['vest', 'refreshers'],
  benefits: ['match', 'espp', 'benefits'],
} as const;

/** Bonus and guarantee together rise with both; apart they would not. A guarantee is certain where the bonus is not said. */
const merged = (year: ProjectedYear) => ({
  ...year,
  bonus: year.bonus === null && !year.guaranteed ? null : (year.bonus ?? 0) + (year.guaranteed ?? 0),
});

/**
 * The projection as far as the reader can know it, from what is seen and nothing else: every figure rises with every
 * part of it, so the two ends of the parts give the two ends of the figures. `low` ≤ truth of the seen parts ≤ `high`.
 */
export function projectSeen(seen: Seen): SeenProjection {
  const [low, high] = (['low', 'high'] as const).map((end) =>
    projectOffer({ currency: seen.currency, components: componentsAt(seen, end) }, assumptionsAt(seen, end)),
  );
  const isHidden = (line: string) =>
    (['pay', 'equity', 'benefits'] as const).some((group) => seen[group] === null && groups[group].some((name) => name === line));
  const years = (low?.years ?? []).map((lowest, at): SeenYear => {
    const [from, to] = [merged(lowest), merged(high?.years[at] ?? lowest)];
    const span = (line: Exclude<keyof SeenYear, 'year' | 'total'>): Span | null => {
      const [least, most] = [from[line], to[line]];
      // what may be nothing at its low end is not unknown
      return isHidden(line) || (least === null && most === null) ? null : { low: least ?? 0, high: most ?? 0 };
    };
    return {
      year: lowest.year,
      base: span('base'),
      bonus: span('bonus'),
      signOn: span('signOn'),
      oneOff: span('oneOff'),
      vest: span('vest'),
      refreshers: span('refreshers'),
      total: { low: from.total, high: to.total },
      match: seen.pay === null ? null : span('match'),
      espp: seen.pay === null ? null : span('espp'),
      benefits: span('benefits'),
    };
  });
  return {
    years,
    starts: (low?.starts ?? []).map((least, at) => ({ low: least, high: high?.starts[at] ?? least })),
    total: { low: low?.total ?? 0, high: high?.total ?? 0 },
    without: (['pay', 'equity', 'benefits'] as const).filter((group) => seen[group] === null),
    unknown: (low?.unknown ?? []).map((part) => part.what),
  };
}
