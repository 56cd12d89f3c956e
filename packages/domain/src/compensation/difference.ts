import type { Assumptions } from './assumptions.ts';
import { componentWords } from './component-words.ts';
import { type ComponentName, componentNames, type Package } from './components.ts';
import { type ProjectedYear, type Projection, projectOffer } from './project-offer.ts';

/**
 * One component that is not the same in two versions. `before` and `after` are its worth over the horizon in smallest
 * units, null where it has no figure or none that is known; `change` only where both are known.
 */
export type Change = {
  component: ComponentName;
  what: string;
  from: 'known' | 'unknown' | 'none';
  to: 'known' | 'unknown' | 'none';
  before: number | null;
  after: number | null;
  change: number | null;
};

/** `total.change` is null when the currencies differ; `certain` says whether both totals are the whole truth. */
export type Difference = {
  changes: Change[];
  total: { before: number; after: number; change: number | null; certain: boolean };
};

const lineOf: Partial<Record<ComponentName, keyof ProjectedYear>> = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed',
  signOn: 'signOn',
  grants: 'vest',
  refreshers: 'refreshers',
  match: 'match',
  leaveDays: 'leave',
  benefits: 'benefits',
};

/** A component's worth over the horizon; null when any year of it is not known. */
export function sumWorth(projection: Projection, component: ComponentName): number | null {
  const line = lineOf[component];
  if (!line) return null;
  let sum = 0;
  for (const year of projection.years) {
    const part = year[line];
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

/** Each change from one version to a later one, per component and in total, on the same assumptions. */
export function differenceOf(before: Package, after: Package, assumptions: Assumptions): Difference {
  const [old, now] = [projectOffer(before, assumptions), projectOffer(after, assumptions)];
  const isSameCurrency = before.currency === after.currency;
  const changes = componentNames.flatMap((component): Change[] => {
    const [from, to] = [before.components[component], after.components[component]];
    if (JSON.stringify(from) === JSON.stringify(to) && isSameCurrency) return [];
    if (from.state === 'none' && to.state === 'none') return [];
    const [was, is] = [sumWorth(old, component), sumWorth(now, component)];
    const change = was === null || is === null || !isSameCurrency ? null : is - was;
    return [{ component, what: componentWords[component], from: from.state, to: to.state, before: was, after: is, change }];
  });
  const change = isSameCurrency ? now.total - old.total : null;
  return { changes, total: { before: old.total, after: now.total, change, certain: old.complete && now.complete } };
}
