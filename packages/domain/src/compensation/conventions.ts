/** What one figure of pay is said to be for. */
export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const;
export type PayPeriod = (typeof payPeriods)[number];

/**
 * A rise that the letter itself promises, `after` whole months of work: by percent of the base, or to a base a year. A year
 * counts the mean of its months. Source: none beside the letter; the months are counted as in vesting (Open Cap Format).
 */
export type Raise = { after: number; percent: string } | { after: number; to: number };

/**
 * Base pay as the letter writes it. `amount` in smallest units is paid `per` period. `hours` a week (per hour, and per day
 * with `days` a week), `months` paid a year (12 where not said: 13, 13.33, 14), `share` of full time in percent (100 where
 * not said, and only where `amount` is said for full time). All decimals are exact, as text. Sources: 52 weeks a year, US
 * Bureau of Labor Statistics, OEWS (2,080 hours); 13 and 14 payments, Spain, Estatuto de los Trabajadores art. 31, and Brazil,
 * Lei 4.090/1962; 13.33 with the third on holidays, Constituição do Brasil art. 7 XVII; 12.96 with 8 % holiday pay,
 * Netherlands, Wet minimumloon en minimumvakantiebijslag art. 15; part time in proportion, Directive 97/81/EC clause 4.
 */
export type Pay = {
  amount: number;
  per: PayPeriod;
  hours?: string | null | undefined;
  days?: string | null | undefined;
  months?: string | null | undefined;
  share?: string | null | undefined;
  raises?: Raise[] | undefined;
};

/**
 * Variable pay as typed: a percentage of base, or money a year at full attainment. `cap`: the most attainment paid, percent.
 * Source: target and maximum of a plan as in US Regulation S-K, Item 402(d), grants of plan-based awards.
 */
export type Variable = { target: string; cap?: string | null | undefined } | { amount: number; cap?: string | null | undefined };

/** A payment on a day of its own, as the letter dates it. */
export type Instalment = { on: string; amount: number };

export const oneOffKinds = ['retention', 'relocation', 'visa', 'other'] as const;

/**
 * Costs or values a year that the total counts and my account never sees: gratuity, employer's provident fund, insurance, as
 * in an Indian cost to company (CTC). In hand is the total less these. Sources: Payment of Gratuity Act 1972 s. 4 (owed on
 * leaving); Employees' Provident Funds Act 1952 s. 6 (the employer's contribution is paid into the fund).
 */
export type Withheld = { name: string; yearly: number };

/**
 * A share purchase plan. `discount` percent off the price; `contribution` percent of base that I put in, null where not
 * decided; `most` I may put in a year, smallest units. No lookback is assumed. Sources: US Internal Revenue Code § 423(b)(6)
 * (a price of at least 85 %), (b)(8) (a limit a year).
 */
export type Espp = { discount: string; contribution: string | null; most: number | null };

export const grantKinds = ['rsu', 'iso', 'nso', 'vsop', 'bspce', 'emi', 'phantom', 'sar'] as const;
export type GrantKind = (typeof grantKinds)[number];

/**
 * How each kind is counted: whole shares, or what the price is above the strike; `bought` when exercising costs money.
 * Sources: ISO, US Internal Revenue Code § 422; NSO and RSU, IRS Publication 525; SAR, Treasury Regulation
 * § 1.409A-1(b)(5)(i)(B); BSPCE, Code général des impôts art. 163 bis G; EMI, UK ITEPA 2003 Schedule 5; VSOP and phantom
 * shares are claims for money by the same arithmetic, without a purchase.
 */
export const arithmeticOf = {
  rsu: { counts: 'shares', bought: false },
  phantom: { counts: 'shares', bought: false },
  iso: { counts: 'options', bought: true },
  nso: { counts: 'options', bought: true },
  bspce: { counts: 'options', bought: true },
  emi: { counts: 'options', bought: true },
  vsop: { counts: 'options', bought: false },
  sar: { counts: 'options', bought: false },
} as const satisfies Record<GrantKind, { counts: 'shares' | 'options'; bought: boolean }>;

export const isOption = (kind: GrantKind): boolean => arithmeticOf[kind].counts === 'options';

/**
 * How much a grant is: shares; money in smallest units, which buys whole shares, rounded down, at the price `at` of the
 * grant, or at `price` without one (without either it stays money); or percent of the fully diluted shares `of` (null: the
 * count is not known), with the `valuation` that investors paid last, in smallest units. Source: fully diluted counts every
 * share and option issued or reserved, National Venture Capital Association, model term sheet.
 */
export type GrantSize =
  | { by: 'shares'; shares: number }
  | { by: 'value'; value: number; at?: string | null | undefined }
  | { by: 'percent'; percent: string; of: number | null; valuation?: number | null | undefined };

/**
 * A rate as it is said: one unit of `one` is `value` units of the other currency, on a day (null: not shown). Source: quoted
 * as the European Central Bank does its euro reference rates, 1 EUR = 1.0834 USD.
 */
export type Rate = { one: string; value: string; on: string | null };

/** The seven ways to make whole shares of fractions. Source: Open Cap Format, `AllocationType`. */
export const allocations = [
  'cumulative-round-down',
  'cumulative-rounding',
  'front-loaded',
  'back-loaded',
  'front-loaded-to-single-tranche',
  'back-loaded-to-single-tranche',
  'fractional',
] as const;
export type Allocation = (typeof allocations)[number];

/** A day of the year, month 1 is January. */
export type DayOfYear = { month: number; day: number };

/** On which days a schedule vests: on the day of the month that it starts (null), on the last of it, or on the company's days. Source: Open Cap Format, `VestingDayOfMonth`. */
export type VestDays = 'last-of-month' | { fixed: DayOfYear[] };

/**
 * What a letter says of a grant that has no figure; null is not said. `toBeSet`: the strike is set later, by the board.
 * Sources: three months to exercise an ISO after leaving, US Internal Revenue Code § 422(a)(2); early exercise, § 83(b).
 */
export type GrantFacts = {
  exerciseDays: number | null;
  earlyExercise: boolean | null;
  acceleration: 'none' | 'single' | 'double' | null;
  needsExit: boolean | null;
  toBeSet: boolean;
};

/**
 * One way the company may go: a price a share, or a sale for `exit` with `outstanding` shares, each round diluting by percent.
 * What is expected is Σ odds × worth. Source: AICPA guide, Valuation of Privately-Held-Company Equity Securities Issued as
 * Compensation, probability-weighted expected returns.
 */
export type Outcome = {
  name: string;
  odds: string;
  at: { price: string } | { exit: number; outstanding: number; rounds: string[] };
};
