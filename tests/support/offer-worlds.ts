import { type Assumptions, defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { blankComponents, type Components, type Grant, none, type Stated, unknown } from '@parley/domain/compensation/components';
import { buildYearlySteps } from '@parley/domain/compensation/vesting';
import type { Level, Levels } from '@parley/domain/item/levels';
import type { Sheet } from '@parley/domain/offer/sharing/disclosure';
import { cellOf } from '@parley/domain/offer/sharing/grid';
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

const grant: fc.Arbitrary<Grant> = fc
  .record({
    name: word,
    kind: fc.constantFrom('rsu' as const, 'iso' as const, 'nso' as const),
    shares: fc.nat({ max: 20_000 }),
    price,
    strike: price,
    listed: fc.boolean(),
    schedule: fc.constantFrom(['25', '25', '25', '25'], ['5', '15', '40', '40'], ['50', '33', '17']),
    start: fc.oneof(
      fc.constant({ after: 0 }),
      fc.constant({ after: 12 }),
      day.map((on) => ({ on })),
    ),
  })
  .map(({ shares, schedule, start, ...rest }) => ({
    ...rest,
    preferred: null,
    size: { by: 'shares', shares },
    vesting: { start, granted: null, steps: buildYearlySteps(schedule), cliff: null },
  }));

const most = fc.option(fc.nat({ max: 9_000_000 }));
const limits = fc.record({ base: most, own: most, match: most });

const groupOf = {
  pay: fc.record({
    base: stated(money),
    bonus: stated(fc.record({ target: percentUpTo(60) })),
    guaranteed: stated(
      fc.record({ paid: fc.array(money, { maxLength: 2 }), kind: fc.constantFrom('floor' as const, 'extra' as const) }),
    ),
    signOn: stated(fc.record({ paid: fc.array(money, { maxLength: 3 }), clawback: fc.constant(null) })),
  }),
  equity: fc.record({ grants: stated(fc.array(grant, { maxLength: 2 })), refreshers: stated(fc.array(grant, { maxLength: 1 })) }),
  benefits: fc.record({
    match: stated(
      fc
        .record({
          upTo: percentUpTo(6).filter((upTo) => upTo !== '0'),
          own: fc.option(percentUpTo(9)),
          limits: fc.option(limits),
        })
        .map(({ upTo, own, limits: within }) => ({
          tiers: [
            { rate: '50', upTo },
            { rate: '100', upTo: '7' },
          ],
          own,
          limits: within,
        })),
    ),
    leaveDays: stated(percentUpTo(40)),
    benefits: stated(fc.array(fc.record({ name: word, yearly: fc.option(money) }), { maxLength: 3 })),
  }),
  dates: fc.record({ startDate: stated(day), reviewDate: stated(day) }),
  notes: fc.record({ level: stated(word), title: stated(word), location: stated(word), remote: stated(word) }),
};

const extras = {
  company: fc.record({ company: word }),
  pay: fc.record({ raise: percentUpTo(9), payout: percentUpTo(200) }),
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
});

export function sheetOf({ groups, extras: more, alias, redFlag, horizon }: World): Sheet {
  const components: Components = {
    ...blankComponents(),
    ...groups.pay,
    ...groups.equity,
    ...groups.benefits,
    ...groups.notes,
    ...groups.dates,
  };
  const assumptions: Assumptions = { ...defaultAssumptions, horizon, ...more.pay, ...more.equity };
  return {
    employer: { company: more.company.company, alias },
    version: { number: 2, stage: 'written', content: { currency: 'USD', components, notes: more.notes.notes } },
    frame: { ...more.dates, redFlag, assumptions, draft: null },
  };
}

/** Another value of the same cell. */
const within = (amount: number, salt: number) => {
  const { low, high } = cellOf(amount, 'USD');
  return low + ((amount - low + salt) % (high - low));
};
/** Another percentage of the same step. */
const inStep = (percent: string, step: number, salt: number) => {
  const low = Math.floor(Number(percent) / step) * step;
  return String(low + ((Math.round((Number(percent) - low) * 10) + salt) % (step * 10)) / 10);
};
const inMonth = (date: string, salt: number) => `${date.slice(0, 8)}${String(1 + (salt % 28)).padStart(2, '0')}`;
export const change = <T>(part: Stated<T>, edit: (value: T) => T): Stated<T> =>
  part.state === 'known' ? { state: 'known', value: edit(part.value) } : part;

/** The same world with everything moved that the levels do not show: replaced where hidden, moved in its cell at range. */
export function elsewhere(one: World, other: World, at: Levels, salt: number): World {
  const blurred = (amount: number) => within(amount, salt);
  const pay = {
    base: change(one.groups.pay.base, blurred),
    bonus: change(one.groups.pay.bonus, ({ target }) => ({ target: inStep(target, 5, salt) })),
    guaranteed: change(one.groups.pay.guaranteed, ({ paid, kind }) => ({ paid: paid.map(blurred), kind })),
    signOn: change(one.groups.pay.signOn, (value) => ({ ...value, paid: value.paid.map(blurred) })),
  };
  const rename = (list: Grant[]) => list.map((entry) => ({ ...entry, name: `x${entry.name}` }));
  const equity = { grants: change(one.groups.equity.grants, rename), refreshers: change(one.groups.equity.refreshers, rename) };
  const benefits = {
    ...one.groups.benefits,
    leaveDays: change(one.groups.benefits.leaveDays, (days) => inStep(days, 5, salt)),
    benefits: change(one.groups.benefits.benefits, (list) => list.map((entry) => ({ ...entry, name: `x${entry.name}` }))),
  };
  const dates = {
    startDate: change(one.groups.dates.startDate, (it) => inMonth(it, salt)),
    reviewDate: change(one.groups.dates.reviewDate, (it) => inMonth(it, salt)),
  };
  const { receivedOn, deadline } = one.extras.dates;
  const moved = {
    receivedOn: receivedOn && inMonth(receivedOn, salt),
    extension: other.extras.dates.extension,
    deadline: deadline && { ...deadline, on: inMonth(deadline.on, salt), zone: 'Asia/Tokyo' as const },
  };
  const pick = <T>(level: Level, same: T, near: T, far: T): T => (level === 'exact' ? same : level === 'range' ? near : far);
  const [a, b] = [one, other];
  return {
    ...one,
    redFlag: b.redFlag,
    groups: {
      pay: pick(at.pay, a.groups.pay, pay, b.groups.pay),
      equity: pick(at.equity, a.groups.equity, equity, b.groups.equity),
      benefits: pick(at.benefits, a.groups.benefits, benefits, b.groups.benefits),
      dates: pick(at.dates, a.groups.dates, dates, b.groups.dates),
      notes: pick(at.notes, a.groups.notes, a.groups.notes, b.groups.notes),
    },
    extras: {
      company: at.company === 'exact' ? a.extras.company : b.extras.company,
      pay: pick(
        at.pay,
        a.extras.pay,
        { raise: inStep(a.extras.pay.raise, 1, salt), payout: inStep(a.extras.pay.payout, 10, salt) },
        b.extras.pay,
      ),
      equity: pick(at.equity, a.extras.equity, a.extras.equity, b.extras.equity),
      dates: pick(at.dates, a.extras.dates, moved, b.extras.dates),
      notes: pick(at.notes, a.extras.notes, a.extras.notes, b.extras.notes),
    },
  };
}
