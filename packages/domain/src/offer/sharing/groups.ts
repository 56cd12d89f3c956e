import type { Assumptions } from '../../compensation/assumptions.ts';
import type { ComponentName } from '../../compensation/components.ts';
import type { LevelGroup } from '../../item/levels.ts';

/** The group that decides how much of a component a reader sees. A component without one does not compile. */
export const groupOfComponent = {
  base: 'pay',
  bonus: 'pay',
  guaranteed: 'pay',
  signOn: 'pay',
  oneOff: 'pay',
  notInHand: 'pay',
  grants: 'equity',
  refreshers: 'equity',
  match: 'benefits',
  espp: 'benefits',
  leaveDays: 'benefits',
  benefits: 'benefits',
  startDate: 'dates',
  reviewDate: 'dates',
  level: 'notes',
  title: 'notes',
  location: 'notes',
  remote: 'notes',
  notice: 'notes',
} as const satisfies Record<ComponentName, LevelGroup>;

/**
 * The group of an assumption; `owner` reaches nobody else at any level, `always` is how long the view looks ahead. An
 * assumption without a group does not compile.
 */
export const groupOfAssumption = {
  horizon: 'always',
  raise: 'pay',
  raises: 'pay',
  payout: 'pay',
  attainment: 'pay',
  discount: 'owner',
  taxRate: 'owner',
  priceChange: 'equity',
  pricing: 'equity',
  dilution: 'equity',
  haircut: 'equity',
  pricePath: 'owner',
  outcomes: 'owner',
} as const satisfies Record<keyof Assumptions, LevelGroup | 'owner' | 'always'>;

/** The components of a group: what is seen of the group names each of them. */
export type NamesIn<G extends LevelGroup> = {
  [Name in ComponentName]: (typeof groupOfComponent)[Name] extends G ? Name : never;
}[ComponentName];

/** Every field of a part, also those that may be left out: what is shown names each, so that a new one is decided on. */
export type Whole<T> = { [Field in keyof Required<T>]: T[Field] };
