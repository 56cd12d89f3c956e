import { defaultAssumptions } from '../../compensation/assumptions.ts';
import { targetOf, variableAmountOf, yearBaseOf } from '../../compensation/base.ts';
import type { Grant, Stated as Said } from '../../compensation/components.ts';
import { isOption } from '../../compensation/conventions.ts';
import { unitWorth } from '../../compensation/equity.ts';
import { yearlyOf } from '../../compensation/pay.ts';
import { countOf, currencyOf } from '../../compensation/share-worth.ts';
import { over, plus, type Ratio, ratio, round, times, toMinor, zero } from '../../kernel/money.ts';
import type { Content } from '../../offer/offer.ts';
import { findClausePart } from '../clause.ts';
import { type Move, orderMoves, proposes } from '../ledger/move.ts';
import {
  type Component,
  componentLabel,
  emptyPackage,
  keyOfOther,
  layOver,
  listNamed,
  type Package,
  valueComponents,
} from '../package.ts';
import type { Stated, TermValue } from '../terms/term.ts';

/** What the employer put forward first, and where that is written down. */
export type FirstOffer = { from: 'move' | 'version'; package: Package };

/** From one amount to another: minor units, and percent to two decimals, a half away from zero; null from nothing. */
export type Rise = { first: number; final: number; money: number; percent: string | null };

/**
 * The gain against the first offer. `total`: over the horizon, of the parts that both name, because what was not said
 * is not nothing. `added`: what only the final package names; `unsaid`: what only the first one did.
 */
export type Gain = {
  from: FirstOffer['from'];
  years: number;
  total: Rise;
  base: Rise | null;
  added: { label: string; amount: number }[];
  unsaid: string[];
};

/** How many percent of `first` the change is, as an exact decimal of at most two places. */
function percentOf(change: number, first: number): string | null {
  if (first === 0) return null;
  const hundredths = round(over(ratio(BigInt(change) * 10_000n), ratio(BigInt(first))));
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return hundredths < 0n ? `-${text}` : text;
}

function rise(first: number, final: number): Rise {
  return { first, final, money: final - first, percent: percentOf(final - first, first) };
}

/** The gain of a final package over `years`, in minor units of the currency that both are in. */
export function gainOf({ from, package: before }: FirstOffer, final: Package, years: number): Gain {
  const [was, is] = [valueComponents(before, years), valueComponents(final, years)];
  const label = (component: Component) => componentLabel(component, [...final.others, ...before.others]);
  const both = [...was.keys()].filter((component) => is.has(component));
  const sum = (amounts: Map<Component, number>) => both.reduce((total, one) => total + (amounts.get(one) ?? 0), 0);
  return {
    from,
    years,
    total: rise(sum(was), sum(is)),
    base: before.base === null || final.base === null ? null : rise(before.base, final.base),
    added: [...is]
      .filter(([component]) => !was.has(component))
      .map(([component, amount]) => ({ label: label(component), amount })),
    unsaid: [...was.keys()].filter((component) => !is.has(component)).map(label),
  };
}

const nothing = <T, V>(part: Said<T>, none: V, value: (stated: T) => V | null): V | null => {
  if (part.state === 'unknown') return null;
  return part.state === 'none' ? none : value(part.value);
};

/** What a grant is worth at its stated price, or null when a price is missing. An option never counts below 0. */
function grantWorth(grant: Grant, currency: string): Ratio | null {
  const { size, kind } = grant;
  if (size.by === 'value' && !isOption(kind) && currencyOf(grant, currency) === currency) return ratio(size.value);
  const count = countOf(grant, defaultAssumptions, currency, 'grants');
  const unit = unitWorth(grant, count, { assumptions: defaultAssumptions, currency }, 'grants');
  if (typeof unit === 'string' || count === null) return null;
  return times(unit, ratio('shares' in count ? count.shares : count.money));
}

function grantsWorth(grants: readonly Grant[], currency: string): number | null {
  let sum = zero;
  for (const grant of grants) {
    const amount = grantWorth(grant, currency);
    if (amount === null) return null;
    sum = plus(sum, amount);
  }
  return toMinor(sum);
}

/** An offer's version as a package of the ledger: "none" is nothing, unknown stays unsaid; shares at their stated price. */
export function packageOfVersion({ currency, components }: Pick<Content, 'currency' | 'components'>): Package {
  const { base, bonus, signOn, grants, benefits } = components;
  const valued = benefits.state === 'known' ? benefits.value : [];
  const variable = variableAmountOf(bonus);
  return {
    base: nothing(base, 0, () => yearBaseOf(base)),
    bonusPercent: bonus.state === 'none' ? '0' : targetOf(bonus),
    signOn: nothing(signOn, 0, ({ paid }) => paid.reduce((sum, amount) => sum + amount, 0)),
    equity: nothing(grants, 0, (all) => grantsWorth(all, currency)),
    others: [
      ...(variable === null ? [] : [{ name: 'Variable pay', amount: variable, every: 'year' as const }]),
      ...valued.flatMap((benefit) => {
        const amount = yearlyOf(benefit);
        return amount === null || amount < 0 ? [] : [{ name: benefit.name, amount, every: 'year' as const }];
      }),
    ],
  };
}

/**
 * The employer's first offer: their first move with figures, else the first version on record. Null when there is
 * neither, or the version is in another currency than the negotiation.
 */
export function findFirstOffer(
  moves: readonly Move[],
  version: Pick<Content, 'currency' | 'components'> | null,
  currency: string,
): FirstOffer | null {
  const move = orderMoves(moves).find((one) => one.party === 'employer' && proposes(one) && listNamed(one.package).length > 0);
  if (move) return { from: 'move', package: move.package };
  if (!version || version.currency !== currency) return null;
  return { from: 'version', package: packageOfVersion(version) };
}

/** A term's value laid into a package; what has no place in one (another currency) leaves it as it is. */
function layTerm(offer: Package, { component, name }: Stated, value: TermValue, currency: string): Package {
  const blank = { ...emptyPackage };
  const about = component === 'location' ? 'place' : findClausePart(component);
  if (about && value.kind === 'date') return layOver(offer, { ...blank, clauses: [{ about, text: value.on }] });
  if (about && value.kind === 'text') return layOver(offer, { ...blank, clauses: [{ about, text: value.text }] });
  if (component === 'bonus' && value.kind === 'percent') return layOver(offer, { ...blank, bonusPercent: value.percent });
  if (value.kind !== 'money' || value.currency !== currency) return offer;
  const { minor } = value;
  if (component === 'base') return layOver(offer, { ...blank, base: minor });
  if (component === 'signOn') return layOver(offer, { ...blank, signOn: minor });
  if (component === 'equity') return layOver(offer, { ...blank, equity: minor });
  const label = component === 'bonus' ? 'Bonus' : name;
  const known = offer.others.find((one) => keyOfOther(one.name) === keyOfOther(label));
  const every = known ? known.every : component === 'bonus' ? 'year' : 'once';
  return layOver(offer, { ...blank, others: [{ name: label, amount: minor, every }] });
}

/**
 * The final package as the terms give it: what the employer last had on the table, under it the agreed terms. Where
 * there is a letter the letter counts, whatever was said.
 */
export function buildFinalPackage(terms: readonly Stated[], table: Package | null, currency: string): Package {
  return terms
    .filter(({ state }) => state !== 'proposed' && state !== 'dropped')
    .reduce((offer, term) => layTerm(offer, term, (term.written ?? term).value, currency), table ?? emptyPackage);
}
