/** What the letter says about one part: a value, that there is none, or nothing yet. Unknown is never zero. */
export type Stated<T> = { state: 'known'; value: T } | { state: 'unknown' } | { state: 'none' };

export const known = <T>(value: T): Stated<T> => ({ state: 'known', value });
export const unknown: Stated<never> = { state: 'unknown' };
export const none: Stated<never> = { state: 'none' };

/** The entries of a list that the letter states; none of them otherwise. */
export const listOf = <T>(part: Stated<T[]>): T[] => (part.state === 'known' ? part.value : []);

/** A stretch of a schedule: `percent` of the grant, in equal pieces every `every` months, over `months`. */
export type VestStep = { months: number; percent: string; every: 1 | 3 | 6 | 12 };

/**
 * When a grant vests. `start` counts from the first day of work (`after` months) or is a date of its own.
 * `granted` is the grant date, when it is later: what would have vested before vests on it.
 * `cliff`: nothing vests before `months`; then `share` percent at once, or what has accrued when share is null.
 */
export type Vesting = {
  start: { after: number } | { on: string };
  granted: string | null;
  steps: VestStep[];
  cliff: { months: number; share: string | null } | null;
};

/**
 * One equity grant. Prices are per share: exact decimals in units of the currency (`101.25`), because strikes have
 * fractions of a cent. `by: 'value'` is money in smallest units; only RSU can be given by value. It buys whole shares,
 * rounded down, at the price `at` of the grant, or at `price` without one; without either it stays money.
 * `price` is what a share is worth today; `preferred` is what investors paid last, kept apart.
 */
export type Grant = {
  name: string;
  kind: 'rsu' | 'iso' | 'nso';
  size: { by: 'shares'; shares: number } | { by: 'value'; value: number; at?: string | null };
  price: string | null;
  strike: string | null;
  preferred: string | null;
  listed: boolean;
  vesting: Vesting;
};

/**
 * How a sign-on payment is owed back on leaving within `months`. `full-then-monthly`: all of it for `full` months, then
 * less month by month; with `full` equal to `months`, all of it to the end. The other kinds do not look at `full`.
 */
export type Clawback = { kind: 'daily' | 'monthly' | 'full-then-monthly'; months: number; full: number };

/** `paid[k]` is paid when year k + 1 begins; the clawback of each payment runs from its own payment. */
export type SignOn = { paid: number[]; clawback: Clawback | null };

/** A guarantee per year: the least that the bonus will be (`floor`), or money on top of it (`extra`). */
export type Guaranteed = { paid: number[]; kind: 'floor' | 'extra' };

/** `rate` percent of what I put in, on the part of my base up to `upTo` percent (rising from tier to tier). */
export type MatchTier = { rate: string; upTo: string };

/**
 * What law or plan caps in a year, in smallest units, null where nothing does: the base that counts (`base`), what I may
 * put in (`own`), what they add (`match`).
 */
export type MatchLimits = { base: number | null; own: number | null; match: number | null };

/** `own`: what I put in, percent of base; null counts as enough for the whole match, and says so. */
export type Match = { tiers: MatchTier[]; own: string | null; limits?: MatchLimits | null };

/** Another benefit: worth `yearly` smallest units a year, or named without a value (null). */
export type Benefit = { name: string; yearly: number | null };

/** Everything an offer can be made of. Money in smallest units, percentages as exact decimals. */
export type Components = {
  base: Stated<number>;
  bonus: Stated<{ target: string }>;
  guaranteed: Stated<Guaranteed>;
  signOn: Stated<SignOn>;
  grants: Stated<Grant[]>;
  refreshers: Stated<Grant[]>;
  match: Stated<Match>;
  leaveDays: Stated<string>;
  benefits: Stated<Benefit[]>;
  level: Stated<string>;
  title: Stated<string>;
  location: Stated<string>;
  remote: Stated<string>;
  startDate: Stated<string>;
  reviewDate: Stated<string>;
};

export type ComponentName = keyof Components;

/** One offer as put forward: its currency (ISO 4217) and its components. */
export type Package = { currency: string; components: Components };

/** A package of which only some components are written down; the others are as in `blankComponents`. */
export type PartOfPackage = { currency: string; components: Partial<Components> };

export const componentNames = [
  'base',
  'bonus',
  'guaranteed',
  'signOn',
  'grants',
  'refreshers',
  'match',
  'leaveDays',
  'benefits',
  'level',
  'title',
  'location',
  'remote',
  'startDate',
  'reviewDate',
] as const satisfies readonly ComponentName[];

/** The product's words for the components, as they stand in sentences. */
export const componentWords: Record<ComponentName, string> = {
  base: 'base',
  bonus: 'bonus',
  guaranteed: 'guaranteed bonus',
  signOn: 'sign-on',
  grants: 'equity',
  refreshers: 'written refreshers',
  match: 'retirement match',
  leaveDays: 'leave days',
  benefits: 'other benefits',
  level: 'level',
  title: 'title',
  location: 'location',
  remote: 'remote rule',
  startDate: 'start date',
  reviewDate: 'review date',
};

/** An offer about which nothing is known yet. */
export function blankComponents(): Components {
  return {
    base: unknown,
    bonus: unknown,
    guaranteed: none,
    signOn: unknown,
    grants: unknown,
    refreshers: none,
    match: unknown,
    leaveDays: unknown,
    benefits: none,
    level: unknown,
    title: unknown,
    location: unknown,
    remote: unknown,
    startDate: unknown,
    reviewDate: none,
  };
}
