import { z } from 'zod';
import { oneOffKinds, payPeriods } from '../compensation/conventions.ts';
import { civilDate, decimal, line, list, minor, optionalLine, percent, signedMinor, widePercent } from '../kernel/input.ts';
import { compareRatios, fromDecimal, ratio, zero } from '../kernel/money.ts';
import { grant, months } from './grant-input.ts';

/** A component: `known` with its value, `unknown` (not stated yet) or `none` (there is none). */
function stated<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion(
    'state',
    [
      z.strictObject({ state: z.literal('known'), value }),
      z.strictObject({ state: z.literal('unknown') }),
      z.strictObject({ state: z.literal('none') }),
    ],
    { error: 'Say whether this is known, not stated yet, or none.' },
  );
}

const years = (what: string) => list(minor, 10, what);

const clawback = z.strictObject({
  kind: z.enum(['daily', 'monthly', 'full-then-monthly'], 'Choose how it is owed back.'),
  months,
  full: months,
});
const tier = z.strictObject({ rate: widePercent, upTo: percent });
const limits = z.strictObject({
  base: minor.nullable(),
  own: minor.nullable(),
  match: minor.nullable(),
  lower: minor.nullish(),
});
const match = z.strictObject({
  tiers: list(tier, 6, 'tiers'),
  own: percent.nullable(),
  limits: limits.nullish(),
  employer: percent.nullish(),
  yearly: minor.nullish(),
});
const espp = z.strictObject({
  discount: percent.refine((text) => !text.startsWith('100'), 'A discount is below 100 %.'),
  contribution: percent.nullable(),
  most: minor.nullable(),
});

const raise = z.union(
  [z.strictObject({ after: months, percent: decimal }), z.strictObject({ after: months, to: minor })],
  'Say after how many months, and by what percentage or to which base.',
);
const positive = (most: number, sentence: string) =>
  decimal.refine(
    (text) => compareRatios(fromDecimal(text), zero) > 0 && compareRatios(fromDecimal(text), ratio(most)) <= 0,
    sentence,
  );
const pay = z.strictObject({
  amount: minor,
  per: z.enum(payPeriods, 'Choose hour, day, week, month or year.'),
  hours: positive(168, 'Give hours a week, from above 0 to 168.').nullish(),
  days: positive(7, 'Give days a week, from above 0 to 7.').nullish(),
  months: positive(24, 'Give how many months are paid a year, up to 24.').nullish(),
  share: positive(100, 'A part-time share is above 0 and at most 100 %.').nullish(),
  raises: list(raise, 10, 'raises').optional(),
});
const cap = widePercent.nullish();
const variable = [z.strictObject({ amount: minor, cap }), z.strictObject({ target: widePercent, cap })] as const;

const once = {
  paid: years('payments'),
  dated: list(z.strictObject({ on: civilDate, amount: minor }), 12, 'instalments').optional(),
  clawback: clawback.nullable(),
};
const oneOff = z.strictObject({
  name: optionalLine(80, 'what it is for'),
  kind: z.enum(oneOffKinds, 'Choose retention, relocation, visa or other.'),
  ...once,
});
const benefit = z.strictObject({
  name: line(80, 'the benefit'),
  yearly: signedMinor.nullable(),
  monthly: signedMinor.nullish(),
});
const withheld = z.strictObject({ name: line(80, 'what is not in hand'), yearly: minor });

const sayLeave = 'Give the days of paid leave a year, from 0 to 100, or unlimited.';
const leave = z.string({ error: sayLeave }).regex(/^((0|[1-9]\d?)(\.\d{1,4})?|100(\.0+)?|unlimited)$/, sayLeave);

/** One of two builds, told apart by `isFirst`, so that what is wrong is said beside its own field. */
function either<A, B>(isFirst: (given: unknown) => boolean, first: z.ZodType<A>, second: z.ZodType<B>) {
  return z
    .custom<A | B>(() => true)
    .transform((given, context): A | B => {
      const read = isFirst(given) ? first.safeParse(given) : second.safeParse(given);
      if (read.success) return read.data;
      for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
      return z.NEVER;
    });
}

const has = (name: string) => (given: unknown) => typeof given === 'object' && given !== null && name in given;

/** Not said, also where a version was written before the component was known. */
const later = <T extends z.ZodType>(value: T) => stated(value).default({ state: 'unknown' });

/**
 * Every component of an offer. What only makes sense together is checked by `checkVersion`. Versions of the older build
 * open too: a component that they lack is not said.
 */
export const components = z.strictObject({
  base: stated(either(has('per'), pay, minor)),
  bonus: stated(either(has('amount'), ...variable)),
  guaranteed: stated(
    z.strictObject({ paid: years('guaranteed years'), kind: z.enum(['floor', 'extra'], 'Choose floor or extra.') }),
  ),
  signOn: stated(z.strictObject({ ...once, paid: years('sign-on payments') })),
  oneOff: later(list(oneOff, 8, 'payments that come once')),
  grants: stated(list(grant, 8, 'grants')),
  refreshers: stated(list(grant, 10, 'written refreshers')),
  match: stated(match),
  espp: later(espp),
  leaveDays: stated(leave),
  benefits: stated(list(benefit, 20, 'benefits')),
  notInHand: later(list(withheld, 12, 'parts that are not in hand')),
  level: stated(line(80, 'the level')),
  title: stated(line(120, 'the title')),
  location: stated(line(120, 'the place of work')),
  remote: stated(line(200, 'the remote rule')),
  startDate: stated(civilDate),
  reviewDate: stated(civilDate),
  notice: later(line(120, 'the notice')),
});
