import { type Assumptions, defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { type Components, type Grant, none, type SignOn, type Stated, unknown } from '@parley/domain/compensation/components';
import {
  allocations,
  grantKinds,
  type Outcome,
  oneOffKinds,
  type Pay,
  payPeriods,
  type VestDays,
} from '@parley/domain/compensation/conventions';
import { buildYearlySteps } from '@parley/domain/compensation/vesting';
import type { Level, Levels } from '@parley/domain/item/levels';
import type { Sheet } from '@parley/domain/offer/sharing/disclosure';
import fc from 'fast-check';

/** Worlds with one offer each, and pairs of worlds that differ only in what some levels do not show. */
const stated = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Stated<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: value.map((it) => ({ state: 'known' as const, value: it })) },
    fc.constant(unknown),
    fc.constant(none),
  );
export const money = fc.nat({ max: 90_000_000 });
const percentUpTo = (max: number) => fc.nat({ max: max * 10 }).map((tenths) => String(tenths / 10));
const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const day = fc
  .tuple(fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const price = fc.option(fc.nat({ max: 90_000 }).map((cents) => String((cents + 1) / 100)));

const size: fc.Arbitrary<Grant['size']> = fc.oneof(
  { weight: 2, arbitrary: fc.nat({ max: 20_000 }).map((shares) => ({ by: 'shares' as const, shares })) },
  money.map((value) => ({ by: 'value' as const, value })),
  fc.record({
    by: fc.constant('percent' as const),
    percent: percentUpTo(2),
    of: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    valuation: fc.option(money),
  }),
);
const rate = fc.record({
  one: fc.constantFrom('USD', 'EUR'),
  value: fc.integer({ min: 70, max: 130 }).map((cents) => String(cents / 100)),
  on: day,
});
const facts = fc.record({
  exerciseDays: fc.option(fc.nat({ max: 90 })),
  earlyExercise: fc.option(fc.boolean()),
  acceleration: fc.option(fc.constantFrom('none' as const, 'single' as const, 'double' as const)),
  needsExit: fc.option(fc.boolean()),
  toBeSet: fc.boolean(),
});
const vestDays: VestDays[] = [
  'last-of-month',
  {
    fixed: [
      { month: 2, day: 15 },
      { month: 8, day: 15 },
    ],
  },
];
const days = fc.option(fc.constantFrom(...vestDays));

const grant: fc.Arbitrary<Grant> = fc
  .record({
    name: word,
    kind: fc.constantFrom(...grantKinds),
    size,
    currency: fc.option(fc.constant('EUR')),
    rate: fc.option(rate),
    facts: fc.option(facts),
    days,
    allocation: fc.constantFrom(...allocations),
    granted: fc.option(day),
    price,
    strike: price,
    preferred: price,
    listed: fc.boolean(),
    schedule: fc.constantFrom(['25', '25', '25', '25'], ['5', '15', '40', '40'], ['50', '33', '17']),
    start: fc.oneof(
      fc.constant({ after: 0 }),
      fc.constant({ after: 12 }),
      day.map((on) => ({ on })),
    ),
  })
  .map(({ schedule, start, days: on, allocation, granted, ...rest }) => ({
    ...rest,
    vesting: { start, granted, steps: buildYearlySteps(schedule), cliff: null, days: on, allocation },
  }));

const signed = fc.integer({ min: -9_000_000, max: 9_000_000 });
const most = fc.option(fc.nat({ max: 9_000_000 }));
const limits = fc.record({ base: most, own: most, match: most, lower: most });

const raise = fc.oneof(
  fc.record({ after: fc.nat({ max: 40 }), percent: percentUpTo(20) }),
  fc.record({ after: fc.nat({ max: 40 }), to: money }),
);
const paid: fc.Arbitrary<Pay> = fc.record({
  amount: fc.nat({ max: 900_000 }),
  per: fc.constantFrom(...payPeriods),
  hours: fc.option(fc.constantFrom('38.5', '40')),
  days: fc.option(fc.constantFrom('5', '4.5')),
  months: fc.option(fc.constantFrom('12', '13', '13.33', '14')),
  share: fc.option(fc.constantFrom('80', '100')),
  raises: fc.array(raise, { maxLength: 2 }),
});
const cap = fc.option(percentUpTo(200));
const payments = fc.record({
  paid: fc.array(money, { maxLength: 3 }),
  dated: fc.array(fc.record({ on: day, amount: money }), { maxLength: 2 }),
  clawback: fc.constant<SignOn['clawback']>(null),
});

const groupOf = {
  pay: fc.record({
    base: stated(fc.oneof(money, paid)),
    bonus: stated(fc.oneof(fc.record({ target: percentUpTo(160), cap }), fc.record({ amount: money, cap }))),
    guaranteed: stated(
      fc.record({ paid: fc.array(money, { maxLength: 2 }), kind: fc.constantFrom('floor' as const, 'extra' as const) }),
    ),
    signOn: stated(payments),
    oneOff: stated(
      fc.array(
        fc
          .record({ name: word, kind: fc.constantFrom(...oneOffKinds), one: payments })
          .map(({ one, ...rest }) => ({ ...rest, ...one })),
        { maxLength: 2 },
      ),
    ),
    notInHand: stated(fc.array(fc.record({ name: word, yearly: money }), { maxLength: 2 })),
  }),
  equity: fc.record({ grants: stated(fc.array(grant, { maxLength: 2 })), refreshers: stated(fc.array(grant, { maxLength: 1 })) }),
  benefits: fc.record({
    match: stated(
      fc
        .record({
          upTo: percentUpTo(6).filter((upTo) => upTo !== '0'),
          own: fc.option(percentUpTo(9)),
          limits: fc.option(limits),
          employer: fc.option(percentUpTo(12)),
          yearly: fc.option(money),
        })
        .map(({ upTo, own, limits: within, ...rest }) => ({
          ...rest,
          tiers: [
            { rate: '50', upTo },
            { rate: '100', upTo: '7' },
          ],
          own,
          limits: within,
        })),
    ),
    espp: stated(fc.record({ discount: percentUpTo(25), contribution: fc.option(percentUpTo(15)), most })),
    leaveDays: stated(fc.oneof(percentUpTo(40), fc.constant('unlimited'))),
    benefits: stated(
      fc.array(fc.record({ name: word, yearly: fc.option(signed), monthly: fc.option(signed) }), { maxLength: 3 }),
    ),
  }),
  dates: fc.record({ startDate: stated(day), reviewDate: stated(day) }),
  notes: fc.record({
    level: stated(word),
    title: stated(word),
    location: stated(word),
    remote: stated(word),
    notice: stated(word),
  }),
};

const extras = {
  company: fc.record({ company: word }),
  pay: fc.record({
    raise: percentUpTo(9),
    payout: percentUpTo(200),
    raises: fc.array(percentUpTo(9), { maxLength: 3 }),
    attainment: fc.array(percentUpTo(200), { maxLength: 3 }),
  }),
  owner: fc.record({
    discount: percentUpTo(20),
    taxRate: fc.option(percentUpTo(60)),
    pricePath: fc.array(percentUpTo(300), { maxLength: 3 }),
    outcomes: fc.constantFrom<Outcome[]>([], [{ name: 'sold', odds: '100', at: { price: '3' } }]),
  }),
  equity: fc.record({ priceChange: percentUpTo(50), dilution: percentUpTo(40), haircut: percentUpTo(60) }),
  dates: fc.record({
    receivedOn: fc.option(day),
    extension: fc.constantFrom('none' as const, 'asked' as const, 'refused' as const),
    deadline: fc.option(
      fc.record({ kind: fc.constant('date' as const), on: day, zone: fc.constantFrom('America/Denver', 'Asia/Tokyo') }),
    ),
  }),
  notes: fc.record({ notes: word }),
};

export const world = fc.record({
  groups: fc.record(groupOf),
  extras: fc.record(extras),
  alias: word,
  // The owner's alone at every level.
  redFlag: fc.option(word),
  horizon: fc.integer({ min: 1, max: 6 }),
});
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

export const levels: fc.Arbitrary<Levels> = fc.record({
  company: fc.constantFrom<Level>('exact', 'hidden'),
  pay: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  equity: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  benefits: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  dates: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  notes: fc.constantFrom<Level>('exact', 'hidden'),
  letter: fc.constantFrom<Level>('exact', 'hidden'),
});

export function sheetOf({ groups, extras: more, alias, redFlag, horizon }: World): Sheet {
  const components: Components = {
    ...groups.pay,
    ...groups.equity,
    ...groups.benefits,
    ...groups.notes,
    ...groups.dates,
  };
  const assumptions: Assumptions = { ...defaultAssumptions, horizon, ...more.pay, ...more.equity, ...more.owner };
  return {
    employer: { company: more.company.company, alias },
    version: { number: 2, stage: 'written', content: { currency: 'USD', components, notes: more.notes.notes } },
    frame: { ...more.dates, redFlag, assumptions, draft: null },
  };
}
