import { missingInPay } from './base.ts';
import { componentWords } from './component-words.ts';
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

/** The parts of the total that are not known, in the order of the letter. */
export function missingOf(components: Components, grants: GrantValue[], refreshers: GrantValue[]): Missing[] {
  const named = (['base', 'bonus', 'guaranteed', 'signOn', 'oneOff', 'grants', 'refreshers'] as const)
    .filter((name) => components[name].state === 'unknown')
    .map((name) => ({ path: name, what: componentWords[name] }));
  const short = components.base.state === 'known' ? missingInPay(components.base.value) : null;
  const period = short === null ? [] : [{ path: `base.${short}`, what: `${short} a week` }];
  const priced = (values: GrantValue[], name: string) =>
    values.flatMap((value, at) =>
      value.missing === null
        ? []
        : [{ path: `${name}.${at}.${fieldOf[value.missing]}`, what: `${value.missing} of ${value.name || 'a grant'}` }],
    );
  return [...period, ...named, ...priced(grants, 'grants'), ...priced(refreshers, 'refreshers')];
}

/** The parts beside the total that are not known, or named without a value. */
export function missingApart(components: Components): Missing[] {
  const named = (['match', 'espp', 'leaveDays', 'benefits', 'notInHand'] as const)
    .filter((name) => components[name].state === 'unknown')
    .map((name) => ({ path: name, what: componentWords[name] }));
  const { espp } = components;
  const mine = espp.state === 'known' && espp.value.contribution === null;
  const contribution = mine ? [{ path: 'espp.contribution', what: 'what you put into the share purchase plan' }] : [];
  const unvalued = listOf(components.benefits).flatMap((benefit, at) =>
    yearlyOf(benefit) === null ? [{ path: `benefits.${at}`, what: benefit.name }] : [],
  );
  return [...named, ...contribution, ...unvalued];
}
