import { fromPercent, ratio, times, toMinor } from '../kernel/money.ts';
import { type Clause, clauseLabel, findClausePart, layClauses } from './clause.ts';

/** How the amount of a component counts: every year of the horizon, or once. */
export type Every = 'year' | 'once';

/** A component that has no column of its own: a budget, a stipend, a retention bonus. */
export type OtherComponent = { name: string; amount: number; every: Every };

/**
 * What one side puts on the table. Money in minor units; null is "not said", which is not the same as nothing.
 * `bonusPercent` is a share of base. `equity` is the whole grant: it vests as `equityByYear` of the offer says, in money of
 * each year, and evenly over four years where no offer says it. `clauses` are what it says without money.
 */
export type Package = {
  base: number | null;
  bonusPercent: string | null;
  signOn: number | null;
  equity: number | null;
  others: OtherComponent[];
  equityByYear?: number[] | undefined;
  clauses?: Clause[] | undefined;
};

/** A component's name inside a ledger: one of the four, `other:` and its name in lower case, or the part of a clause. */
export type Component = string;

export const emptyPackage: Package = { base: null, bonusPercent: null, signOn: null, equity: null, others: [] };

/** Amounts up to here keep every sum over a horizon inside the safe integers. Minor units. */
export const largestAmount = 10_000_000_000_000;

const equityYears = 4;

/** The key under which a named component is followed from move to move. */
export function keyOfOther(name: string): Component {
  return `other:${name.trim().toLowerCase()}`;
}

/** What of a grant vests within the horizon: in the proportions of the offer's own vesting, evenly by quarters without one. */
function vestedWithin(equity: number, byYear: readonly number[] | undefined, years: number): number {
  const sum = (list: readonly number[]) => list.reduce((total, part) => total + BigInt(part), 0n);
  const all = sum(byYear ?? []);
  if (!byYear || all === 0n) return toMinor(ratio(BigInt(equity) * BigInt(Math.min(years, equityYears)), equityYears));
  return toMinor(ratio(BigInt(equity) * sum(byYear.slice(0, years)), all));
}

/**
 * What each component named in the package is worth over the horizon, in minor units, by component.
 * Base, bonus and yearly components count once a year, without raises; the bonus needs a base and is rounded
 * half up; equity counts what of the grant vests within the years, rounded half up.
 */
export function valueComponents(offer: Package, years: number): Map<Component, number> {
  const parts = new Map<Component, number>();
  const { base, bonusPercent, signOn, equity, others } = offer;
  if (base !== null) parts.set('base', base * years);
  if (base !== null && bonusPercent !== null)
    parts.set('bonusPercent', toMinor(times(ratio(BigInt(base) * BigInt(years)), fromPercent(bonusPercent))));
  if (signOn !== null) parts.set('signOn', signOn);
  if (equity !== null) parts.set('equity', vestedWithin(equity, offer.equityByYear, years));
  for (const { name, amount, every } of others) parts.set(keyOfOther(name), every === 'year' ? amount * years : amount);
  return parts;
}

/** V(package): the sum of what is named, in minor units over the horizon. */
export function valuePackage(offer: Package, years: number): number {
  return [...valueComponents(offer, years).values()].reduce((sum, amount) => sum + amount, 0);
}

/**
 * V(after) − V(before), in minor units over the horizon. A component that only one of them names counts in full, except base
 * and bonus where the other has no base: a salary that was not said has not moved.
 */
export function compareValue(before: Package, after: Package, years: number): number {
  const [old, fresh] = [valueComponents(before, years), valueComponents(after, years)];
  const unsaid = before.base === null || after.base === null ? ['base', 'bonusPercent'] : [];
  let sum = 0;
  for (const component of new Set([...old.keys(), ...fresh.keys()]))
    if (!unsaid.includes(component)) sum += (fresh.get(component) ?? 0) - (old.get(component) ?? 0);
  return sum;
}

/** What stands after `next` is said on top of `standing`: a component that is not mentioned stays as it was. */
export function layOver(standing: Package, next: Package): Package {
  const named = new Map(standing.others.map((other) => [keyOfOther(other.name), other]));
  for (const other of next.others) named.set(keyOfOther(other.name), other);
  const clauses = layClauses(standing.clauses ?? [], next.clauses ?? []);
  return {
    base: next.base ?? standing.base,
    bonusPercent: next.bonusPercent ?? standing.bonusPercent,
    signOn: next.signOn ?? standing.signOn,
    equity: next.equity ?? standing.equity,
    others: [...named.values()],
    equityByYear: next.equityByYear ?? standing.equityByYear,
    ...(clauses.length > 0 ? { clauses } : {}),
  };
}

/** The components to which the package gives a figure. An amount of nothing names it too: "no sign-on". */
export function listNamed(offer: Package): Component[] {
  const four = (['base', 'bonusPercent', 'signOn', 'equity'] as const).filter((key) => offer[key] !== null);
  return [...four, ...offer.others.map((other) => keyOfOther(other.name))];
}

/** All that the package says: its figures, and what it says without money. */
export function listSaid(offer: Package): Component[] {
  return [...listNamed(offer), ...(offer.clauses ?? []).map(({ about }) => about)];
}

/** A component in the product's words, for a label or a sentence. */
export function componentLabel(component: Component, others: readonly OtherComponent[] = []): string {
  const clause = findClausePart(component);
  if (clause) return clauseLabel(clause);
  switch (component) {
    case 'base':
      return 'Base';
    case 'bonusPercent':
      return 'Bonus';
    case 'signOn':
      return 'Sign-on';
    case 'equity':
      return 'Equity';
    default:
      return others.find((other) => keyOfOther(other.name) === component)?.name ?? component.replace(/^other:/, '');
  }
}
