import { fromPercent, minus, one, pickLarger, plus, type Ratio, ratio, times, toMinor, zero } from '../kernel/money.ts';
import type { Assumptions } from './assumptions.ts';
import { type Components, type Grant, listOf } from './components.ts';
import type { Outcome } from './conventions.ts';
import { type GrantFrame, vestYearsAt } from './equity.ts';
import { countOf, currencyOf, factorOf, priceAtExit, priceOf, strikeOf } from './share-worth.ts';

/** Equity on a price path: what vests in each year at that year's price, null where nothing of it is known. */
export type OnPath = { years: (number | null)[]; total: number };

/** All unlisted grants whole at one outcome; `worth` is null where a count, strike or rate is not known. */
export type AtOutcome = { name: string; odds: string; worth: number | null };

/** `expected`: Σ odds × worth, null unless each is known. */
export type Outcomes = { list: AtOutcome[]; expected: number | null };

/** What the owner's own rate of tax leaves: a figure of theirs, computed from nothing else. */
export type Mine = { rate: string; years: number[]; total: number };

const grantsOf = (components: Components): Grant[] => [...listOf(components.grants), ...listOf(components.refreshers)];

/** The same vests, each year at the price of its year; null without a path. */
export function onPath(components: Components, frame: GrantFrame): OnPath | null {
  const changes = frame.assumptions.pricePath ?? [];
  if (changes.length === 0) return null;
  const grants = grantsOf(components);
  const byYear = Array.from({ length: frame.years }, (_, at) => changes[at] ?? changes.at(-1) ?? '0');
  const byGrant = grants.map((grant, index) => vestYearsAt(grant, frame, byYear, `grants.${index}`));
  const years = byYear.map((_, at) => {
    const worths = byGrant.map((list) => list[at] ?? null);
    const certain = worths.filter((worth) => worth !== null);
    return certain.length === 0 && grants.length > 0 ? null : certain.reduce((sum, worth) => sum + worth, 0);
  });
  return { years, total: years.reduce<number>((sum, worth) => sum + (worth ?? 0), 0) };
}

function priceAt({ at }: Outcome, currency: string): Ratio {
  return 'price' in at ? priceOf(at.price) : priceAtExit(at.exit, at.outstanding, at.rounds, currency);
}

/** A whole grant at an outcome's price, exact: no haircut and no further dilution, because the odds say what is uncertain. */
function worthAt(grant: Grant, outcome: Outcome, { assumptions, currency }: GrantFrame): Ratio | null {
  const count = countOf(grant, assumptions, currency, 'grants');
  const [strike, factor] = [strikeOf(grant), factorOf(grant, currency, 'grants')];
  if (count === null || 'money' in count || strike === null || factor === null) return null;
  const gain = pickLarger(zero, minus(priceAt(outcome, currencyOf(grant, currency)), strike));
  return times(times(gain, ratio(count.shares)), factor);
}

/**
 * The ways that the company may go, each with what the unlisted grants are then worth; null without any. Source: `Outcome` in
 * conventions.ts.
 */
export function atOutcomes(components: Components, frame: GrantFrame): Outcomes | null {
  const outcomes = frame.assumptions.outcomes ?? [];
  const unlisted = grantsOf(components).filter(({ listed }) => !listed);
  if (outcomes.length === 0) return null;
  const exact = outcomes.map((outcome) => sumOf(unlisted.map((grant) => worthAt(grant, outcome, frame))));
  const list = outcomes.map(({ name, odds }, at) => ({ name, odds, worth: rounded(exact[at] ?? null) }));
  const weighed = outcomes.map(({ odds }, at) => {
    const worth = exact[at] ?? null;
    return worth && times(worth, fromPercent(odds));
  });
  return { list, expected: rounded(sumOf(weighed)) };
}

const rounded = (value: Ratio | null): number | null => value && toMinor(value, 'assumptions.outcomes');

/** A sum, null where one of it is not known. */
function sumOf(parts: readonly (Ratio | null)[]): Ratio | null {
  return parts.reduce<Ratio | null>((sum, part) => sum && part && plus(sum, part), zero);
}

/** What is left of each year's gross total at the owner's own rate, rounded once a year; null without a rate. */
export function afterMyRate(totals: readonly number[], { taxRate }: Assumptions): Mine | null {
  if (taxRate == null) return null;
  const left = minus(one, fromPercent(taxRate, 'assumptions.taxRate'));
  const years = totals.map((total) => toMinor(times(ratio(BigInt(total)), left)));
  return { rate: taxRate, years, total: years.reduce((sum, year) => sum + year, 0) };
}
