import type {
  Allocation,
  Espp,
  GrantFacts,
  GrantKind,
  GrantSize,
  Instalment,
  oneOffKinds,
  Pay,
  Rate,
  Variable,
  VestDays,
  Withheld,
} from './conventions.ts';

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
  days?: VestDays | null | undefined;
  allocation?: Allocation | undefined;
};

/**
 * One equity grant. Prices are per share: exact decimals in units of the grant's currency (`101.25`), because strikes
 * have fractions of a cent. `price` is what a share is worth today; `preferred` what investors paid last, kept apart.
 * `currency` with its `rate` when it is not the offer's.
 */
export type Grant = {
  name: string;
  kind: GrantKind;
  size: GrantSize;
  price: string | null;
  strike: string | null;
  preferred: string | null;
  listed: boolean;
  vesting: Vesting;
  currency?: string | null | undefined;
  rate?: Rate | null | undefined;
  facts?: GrantFacts | null | undefined;
};

/**
 * How a sign-on payment is owed back on leaving within `months`. `full-then-monthly`: all of it for `full` months, then
 * less month by month; with `full` equal to `months`, all of it to the end. The other kinds do not look at `full`.
 */
export type Clawback = { kind: 'daily' | 'monthly' | 'full-then-monthly'; months: number; full: number };

/**
 * `paid[k]` is paid when year k + 1 begins, `dated` on days of their own; the clawback of each payment runs from its own
 * payment.
 */
export type SignOn = { paid: number[]; dated?: Instalment[] | undefined; clawback: Clawback | null };

/** Pay that comes once and is no sign-on: retention, relocation, visa. */
export type OneOff = SignOn & { name: string; kind: (typeof oneOffKinds)[number] };

/** A guarantee per year: the least that the bonus will be (`floor`), or money on top of it (`extra`). */
export type Guaranteed = { paid: number[]; kind: 'floor' | 'extra' };

/** `rate` percent of what I put in, on the part of my base up to `upTo` percent (rising from tier to tier). */
export type MatchTier = { rate: string; upTo: string };

/**
 * What law or plan caps in a year, in smallest units, null where nothing does: the base that counts (`base`), what I may
 * put in (`own`), what they add (`match`). `lower`: only pay above it counts (qualifying earnings).
 */
export type MatchLimits = { base: number | null; own: number | null; match: number | null; lower?: number | null | undefined };

/**
 * `own`: what I put in, percent of base; null counts as enough for the whole match, and says so. `employer`: percent of base
 * that they add whatever I do; `yearly`: money a year that they add.
 */
export type Match = {
  tiers: MatchTier[];
  own: string | null;
  limits?: MatchLimits | null | undefined;
  employer?: string | null | undefined;
  yearly?: number | null | undefined;
};

/**
 * Another benefit: worth `yearly` smallest units a year, or named without a value (null). Below 0 it costs me. `monthly`
 * where the letter says it by month: then it counts twelve times.
 */
export type Benefit = { name: string; yearly: number | null; monthly?: number | null | undefined };

/** Everything an offer can be made of; `base` as a number is money a year. Money in smallest units, percentages as exact decimals. */
export type Components = {
  base: Stated<number | Pay>;
  bonus: Stated<Variable>;
  guaranteed: Stated<Guaranteed>;
  signOn: Stated<SignOn>;
  oneOff: Stated<OneOff[]>;
  grants: Stated<Grant[]>;
  refreshers: Stated<Grant[]>;
  match: Stated<Match>;
  espp: Stated<Espp>;
  leaveDays: Stated<string>;
  benefits: Stated<Benefit[]>;
  notInHand: Stated<Withheld[]>;
  level: Stated<string>;
  title: Stated<string>;
  location: Stated<string>;
  remote: Stated<string>;
  startDate: Stated<string>;
  reviewDate: Stated<string>;
  notice: Stated<string>;
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
  'oneOff',
  'grants',
  'refreshers',
  'match',
  'espp',
  'leaveDays',
  'benefits',
  'notInHand',
  'level',
  'title',
  'location',
  'remote',
  'startDate',
  'reviewDate',
  'notice',
] as const satisfies readonly ComponentName[];

/** An offer about which nothing is said yet. */
export function blankComponents(): Components {
  return {
    base: unknown,
    bonus: unknown,
    guaranteed: unknown,
    signOn: unknown,
    oneOff: unknown,
    grants: unknown,
    refreshers: unknown,
    match: unknown,
    espp: unknown,
    leaveDays: unknown,
    benefits: unknown,
    notInHand: unknown,
    level: unknown,
    title: unknown,
    location: unknown,
    remote: unknown,
    startDate: unknown,
    reviewDate: unknown,
    notice: unknown,
  };
}
