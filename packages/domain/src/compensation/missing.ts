import { type Components, listOf } from './components.ts';
import type { GrantValue } from './equity.ts';
import { yearlyOf } from './pay.ts';
import type { Lacking } from './share-worth.ts';

/** A part of the total that is not known: the path of the component and its word. */
export type Missing = { path: string; what: string };

const fieldOf = {
  price: 'price',
  'preferred price': 'preferred',
  strike: 'strike',
  'number of shares': 'size',
  'exchange rate': 'rate',
} as const satisfies Record<Lacking, string>;

const totalWords = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed bonus',
  signOn: 'sign-on',
  grants: 'equity',
  refreshers: 'written refreshers',
} as const;

/** The parts of the total that are not known, in the order of the letter. */
export function missingOf(components: Components, grants: GrantValue[], refreshers: GrantValue[]): Missing[] {
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

/** The parts beside the total that are not known, or named without a value. */
export function missingApart(components: Components): Missing[] {
  const words = { match: 'retirement match', leaveDays: 'leave days', benefits: 'other benefits' } as const;
  const named = (['match', 'leaveDays', 'benefits'] as const)
    .filter((name) => components[name].state === 'unknown')
    .map((name) => ({ path: name, what: words[name] }));
  const unvalued = listOf(components.benefits).flatMap((benefit, at) =>
    yearlyOf(benefit) === null ? [{ path: `benefits.${at}`, what: benefit.name }] : [],
  );
  return [...named, ...unvalued];
}
