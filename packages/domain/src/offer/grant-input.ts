import { z } from 'zod';
import { allocations, grantKinds } from '../compensation/conventions.ts';
import { civilDate, currency, decimal, list, minor, optionalLine, percent, wholeShares } from '../kernel/input.ts';
import { compareRatios, fromDecimal, ratio, zero } from '../kernel/money.ts';

/** A price of one share in units of the currency, with up to 6 decimals: strikes have fractions of a cent. */
export const price = decimal.refine((text) => !text.startsWith('-'), 'A price cannot be negative.');
const perShare = price.nullable();

export const months = z
  .int('Give a whole number of months.')
  .min(0, 'Months cannot be negative.')
  .max(120, 'Use at most 120 months.');

const every = z.union(
  [z.literal(1), z.literal(3), z.literal(6), z.literal(12)],
  'Choose monthly, quarterly, half-yearly or yearly.',
);

const sayDays = 'Give the days on which the company lets shares vest, like 15 February.';
const dayOfYear = z.strictObject({
  month: z.int(sayDays).min(1, sayDays).max(12, sayDays),
  day: z.int(sayDays).min(1, sayDays).max(31, sayDays),
});

const vesting = z.strictObject({
  start: z.union([z.strictObject({ after: months }), z.strictObject({ on: civilDate })], 'Say when vesting starts.'),
  granted: civilDate.nullable(),
  steps: list(
    z.strictObject({ months: months.min(1, 'A step lasts at least one month.'), percent, every }),
    40,
    'steps of a schedule',
  ).min(1, 'A schedule needs at least one step.'),
  cliff: z.strictObject({ months, share: percent.nullable() }).nullable(),
  days: z
    .union([z.literal('last-of-month'), z.strictObject({ fixed: list(dayOfYear, 12, 'vest days').min(1, sayDays) })], sayDays)
    .nullish(),
  allocation: z.enum(allocations, 'Choose how fractions of a share are given.').optional(),
});

/** A share of a company is often told to more places than other percentages: 0.00625. */
const finePercent = decimal.refine(
  (text) => !text.startsWith('-') && compareRatios(fromDecimal(text), ratio(100)) <= 0,
  'A share of the company is between 0 and 100 %.',
);
const above0 = price.refine((text) => compareRatios(fromDecimal(text), zero) > 0, 'An exchange rate is above 0.');

const facts = z.strictObject({
  exerciseDays: z.int('Give whole days.').min(0, 'Days cannot be negative.').max(9999, 'Give at most 9,999 days.').nullable(),
  earlyExercise: z.boolean('Say yes or no.').nullable(),
  acceleration: z.enum(['none', 'single', 'double'], 'Choose none, single or double trigger.').nullable(),
  needsExit: z.boolean('Say yes or no.').nullable(),
  toBeSet: z.boolean('Say yes or no.'),
});

/** One grant as it comes in. */
export const grant = z.strictObject({
  name: optionalLine(80, 'the name of the grant'),
  kind: z.enum(grantKinds, 'Choose the kind of equity.'),
  size: z.discriminatedUnion(
    'by',
    [
      z.strictObject({ by: z.literal('shares'), shares: wholeShares }),
      z.strictObject({ by: z.literal('value'), value: minor, at: perShare.optional() }),
      z.strictObject({
        by: z.literal('percent'),
        percent: finePercent,
        of: wholeShares.min(1, 'Give how many shares there are.').nullable(),
        valuation: minor.nullish(),
      }),
    ],
    { error: 'Give the grant in shares, as a value or as a percentage of the company.' },
  ),
  price: perShare,
  strike: perShare,
  preferred: perShare,
  listed: z.boolean('Say whether the company is listed.'),
  vesting,
  currency: currency.nullish(),
  rate: z.strictObject({ one: currency, value: above0, on: civilDate.nullable() }).nullish(),
  facts: facts.nullish(),
});
