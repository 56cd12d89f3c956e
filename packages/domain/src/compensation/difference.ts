import type { Assumptions } from './assumptions.ts';
import { componentWords } from './component-words.ts';
import { type ComponentName, type Components, componentNames, type Package } from './components.ts';
import { type ProjectedYear, type Projection, projectOffer } from './project-offer.ts';

/**
 * One component that is not the same in two versions. `before` and `after` are its worth over the horizon in smallest
 * units, null where it has no figure or none that is known; `change` only where both are known: what was not said before is
 * `said: 'now'`, never a gain. `inTotal`: the row counts in the total. `words`: what was and is said, where it is words.
 */
export type Change = {
  component: ComponentName;
  what: string;
  from: 'known' | 'unknown' | 'none';
  to: 'known' | 'unknown' | 'none';
  before: number | null;
  after: number | null;
  change: number | null;
  said: 'now' | 'no longer' | null;
  inTotal: boolean;
  words: { before: string | null; after: string | null } | null;
};

/**
 * `total.change` is the sum of the changes of its rows, null when the currencies differ; `nowSaid` is what is said now and
 * was not, less what is no longer said: after = before + change + nowSaid. `certain` says whether both totals are the whole
 * truth.
 */
export type Difference = {
  changes: Change[];
  total: { before: number; after: number; change: number | null; nowSaid: number; certain: boolean };
};

const lineOf: Partial<Record<ComponentName, keyof ProjectedYear>> = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed',
  signOn: 'signOn',
  oneOff: 'oneOff',
  grants: 'vest',
  refreshers: 'refreshers',
  match: 'match',
  espp: 'espp',
  leaveDays: 'leave',
  benefits: 'benefits',
  notInHand: 'notInHand',
};

const totalParts: readonly ComponentName[] = ['base', 'bonus', 'guaranteed', 'signOn', 'oneOff', 'grants', 'refreshers'];
const isInTotal = (component: ComponentName): boolean => totalParts.includes(component);

/** What is said of a component in words; null where it is a figure, or nothing is said. */
const wordsOf = (part: Components[ComponentName]): string | null =>
  part.state === 'known' && typeof part.value === 'string' ? part.value : null;

function saidOf(from: Change['from'], to: Change['to']): Change['said'] {
  if (from === 'unknown' && to !== 'unknown') return 'now';
  return to === 'unknown' && from !== 'unknown' ? 'no longer' : null;
}

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
    const [was, is] = [sumWorth(old, component), sumWorth(now, component)];
    // a bonus in percent moves with the base although its own words stay
    const isSame = JSON.stringify(from) === JSON.stringify(to) && was === is;
    if ((isSame && isSameCurrency) || (from.state === 'none' && to.state === 'none')) return [];
    const change = was === null || is === null || !isSameCurrency ? null : is - was;
    const words = { before: wordsOf(from), after: wordsOf(to) };
    return [
      {
        ...{ component, what: componentWords[component], from: from.state, to: to.state, before: was, after: is, change },
        said: saidOf(from.state, to.state),
        inTotal: isInTotal(component),
        words: words.before === null && words.after === null ? null : words,
      },
    ];
  });
  const moved = changes.reduce((sum, { change, inTotal }) => sum + (inTotal ? (change ?? 0) : 0), 0);
  const change = isSameCurrency ? moved : null;
  const nowSaid = isSameCurrency ? now.total - old.total - moved : 0;
  return { changes, total: { before: old.total, after: now.total, change, nowSaid, certain: old.complete && now.complete } };
}
