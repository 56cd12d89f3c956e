import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from '../compensation/assumptions.ts';
import { type Components, type Grant, type Stated, none, unknown } from '../compensation/components.ts';
import { projectOffer } from '../compensation/project-offer.ts';
import { yearly } from '../compensation/vesting.ts';
import { type Level, type Levels, levelGroups } from '../share/share.ts';
import { viewOffer, type Sheet } from './disclosure.ts';
import { cellOf } from './grid.ts';
import { content } from './input.ts';

const stated = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Stated<T>> =>
  fc.oneof({ weight: 3, arbitrary: value.map((it) => ({ state: 'known' as const, value: it })) }, fc.constant(unknown), fc.constant(none));
const money = fc.nat({ max: 90_000_000 });
const percentUpTo = (max: number) => fc.nat({ max: max * 10 }).map((tenths) => String(tenths / 10));
const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const day = fc.tuple(fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const price = fc.option(fc.nat({ max: 90_000 }).map((cents) => String((cents + 1) / 100)));

const grant: fc.Arbitrary<Grant> = fc.record({
  name: word, kind: fc.constantFrom('rsu' as const, 'iso' as const, 'nso' as const), shares: fc.nat({ max: 20_000 }), price, strike: price,
  listed: fc.boolean(), schedule: fc.constantFrom(['25', '25', '25', '25'], ['5', '15', '40', '40'], ['50', '33', '17']),
  start: fc.oneof(fc.constant({ after: 0 }), fc.constant({ after: 12 }), day.map((on) => ({ on }))),
}).map(({ shares, schedule, start, ...rest }) => ({
  ...rest, preferred: null, size: { by: 'shares', shares },
  vesting: { start, granted: null, steps: yearly(schedule), cliff: null },
}));

const groupOf = {
  pay: fc.record({
    base: stated(money), bonus: stated(fc.record({ target: percentUpTo(60) })),
    guaranteed: stated(fc.record({ paid: fc.array(money, { maxLength: 2 }), kind: fc.constantFrom('floor' as const, 'extra' as const) })),
    signOn: stated(fc.record({ paid: fc.array(money, { maxLength: 3 }), clawback: fc.constant(null) })),
  }),
  equity: fc.record({ grants: stated(fc.array(grant, { maxLength: 2 })), refreshers: stated(fc.array(grant, { maxLength: 1 })) }),
  benefits: fc.record({
    match: stated(percentUpTo(6).filter((upTo) => upTo !== '0').map((upTo) => ({ tiers: [{ rate: '50', upTo }], own: null }))),
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
    receivedOn: fc.option(day), extension: fc.constantFrom('none' as const, 'asked' as const, 'refused' as const),
    deadline: fc.option(fc.record({ kind: fc.constant('date' as const), on: day, zone: fc.constantFrom('America/Denver', 'Asia/Tokyo') })),
  }),
  notes: fc.record({ notes: word }),
};

const world = fc.record({ groups: fc.record(groupOf), extras: fc.record(extras), alias: word, horizon: fc.integer({ min: 1, max: 6 }) });
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const levels: fc.Arbitrary<Levels> = fc.record({
  company: fc.constantFrom<Level>('exact', 'hidden'), pay: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  equity: fc.constantFrom<Level>('exact', 'range', 'hidden'), benefits: fc.constantFrom<Level>('exact', 'range', 'hidden'),
  dates: fc.constantFrom<Level>('exact', 'range', 'hidden'), notes: fc.constantFrom<Level>('exact', 'hidden'),
});

function sheetOf({ groups, extras: more, alias, horizon }: World): Sheet {
  const components: Components = { ...groups.pay, ...groups.equity, ...groups.benefits, ...groups.notes, ...groups.dates };
  const assumptions: Assumptions = { ...defaultAssumptions, horizon, ...more.pay, ...more.equity };
  return {
    employer: { company: more.company.company, alias },
    version: { number: 2, stage: 'written', content: { currency: 'USD', components, notes: more.notes.notes } },
    frame: { ...more.dates, assumptions, draft: null },
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
const change = <T>(part: Stated<T>, edit: (value: T) => T): Stated<T> => (part.state === 'known' ? { state: 'known', value: edit(part.value) } : part);

/** The same world with everything moved that the levels do not show: replaced where hidden, moved in its cell at range. */
function elsewhere(one: World, other: World, at: Levels, salt: number): World {
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
  const dates = { startDate: change(one.groups.dates.startDate, (it) => inMonth(it, salt)), reviewDate: change(one.groups.dates.reviewDate, (it) => inMonth(it, salt)) };
  const { receivedOn, deadline } = one.extras.dates;
  const moved = {
    receivedOn: receivedOn && inMonth(receivedOn, salt), extension: other.extras.dates.extension,
    deadline: deadline && { ...deadline, on: inMonth(deadline.on, salt), zone: 'Asia/Tokyo' as const },
  };
  const pick = <T>(level: Level, same: T, near: T, far: T): T => (level === 'exact' ? same : level === 'range' ? near : far);
  const [a, b] = [one, other];
  return {
    ...one,
    groups: {
      pay: pick(at.pay, a.groups.pay, pay, b.groups.pay),
      equity: pick(at.equity, a.groups.equity, equity, b.groups.equity),
      benefits: pick(at.benefits, a.groups.benefits, benefits, b.groups.benefits),
      dates: pick(at.dates, a.groups.dates, dates, b.groups.dates),
      notes: pick(at.notes, a.groups.notes, a.groups.notes, b.groups.notes),
    },
    extras: {
      company: at.company === 'exact' ? a.extras.company : b.extras.company,
      pay: pick(at.pay, a.extras.pay, { raise: inStep(a.extras.pay.raise, 1, salt), payout: inStep(a.extras.pay.payout, 10, salt) }, b.extras.pay),
      equity: pick(at.equity, a.extras.equity, a.extras.equity, b.extras.equity),
      dates: pick(at.dates, a.extras.dates, moved, b.extras.dates),
      notes: pick(at.notes, a.extras.notes, a.extras.notes, b.extras.notes),
    },
  };
}

describe('what a reader sees of an offer', () => {
  it('is the same bytes in 10,000 pairs of worlds that differ only in what is not shown', () => {
    let [pairs, different] = [0, 0];
    fc.assert(fc.property(world, world, levels, fc.nat({ max: 1_000_000 }), (one, other, at, salt) => {
      const [mine, theirs] = [sheetOf(one), sheetOf(elsewhere(one, other, at, salt))];
      expect(JSON.stringify(viewOffer(theirs, at))).toBe(JSON.stringify(viewOffer(mine, at)));
      pairs += 1;
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) different += 1;
    }), { numRuns: 10_000 });
    expect(pairs).toBe(10_000);
    expect(different).toBeGreaterThan(9000);
  }, 120_000);

  it('differs when something shown differs, so that the property above can fail', () => {
    const exact: Levels = { company: 'exact', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
    fc.assert(fc.property(world, money, (one, base) => {
      const other = { ...one, groups: { ...one.groups, pay: { ...one.groups.pay, base: { state: 'known' as const, value: base + 100_000_000 } } } };
      expect(JSON.stringify(viewOffer(sheetOf(other), exact))).not.toBe(JSON.stringify(viewOffer(sheetOf(one), exact)));
    }), { numRuns: 100 });
  });

  it('holds the truth of the shown parts between its ends', () => {
    fc.assert(fc.property(world, levels, (one, at) => {
      const sheet = sheetOf(one);
      const components: Components = {
        ...sheet.version.content.components,
        ...(at.pay === 'hidden' ? { base: none, bonus: none, guaranteed: none, signOn: none } : {}),
        ...(at.equity === 'hidden' ? { grants: none, refreshers: none } : {}),
      };
      const still = (part: Stated<Grant[]>) => change(part, (list) => list.map((entry) => ({ ...entry, vesting: { ...entry.vesting, start: { after: 0 } } })));
      const plain = { ...components, grants: still(components.grants), refreshers: still(components.refreshers), startDate: unknown };
      const shown = { ...sheet, version: { ...sheet.version, content: { ...sheet.version.content, components: plain } } };
      const truth = projectOffer(shown.version.content, sheet.frame.assumptions);
      const { projection } = viewOffer(shown, at);
      // A range spreads the cell of a grant's worth, the truth vests whole shares: at most one share apart a grant.
      const all = [plain.grants, plain.refreshers].flatMap((part) => (part.state === 'known' ? part.value : []));
      const slack = all.reduce((sum, entry) => sum + Number(entry.price ?? 0) * 150, 20);
      expect(projection.total.low).toBeLessThanOrEqual(truth.total + slack);
      expect(projection.total.high).toBeGreaterThanOrEqual(truth.total - slack);
      if (at.pay === 'exact' && at.equity === 'exact') expect(projection.total).toEqual({ low: truth.total, high: truth.total });
    }), { numRuns: 1000 });
  });

  it('names no company, number or word of a hidden group', () => {
    fc.assert(fc.property(world, (one) => {
      const hidden: Levels = { company: 'hidden', pay: 'hidden', equity: 'hidden', benefits: 'hidden', dates: 'hidden', notes: 'hidden' };
      const view = viewOffer(sheetOf(one), hidden);
      expect(view).toMatchObject({ employer: one.alias, pay: null, equity: null, benefits: null, dates: null, notes: null });
      expect(view.projection.years.every((year) => year.total.high === 0 && year.base === null)).toBe(true);
      expect(view.projection.without).toEqual(['pay', 'equity', 'benefits']);
    }), { numRuns: 100 });
  });

  it('says of a visible part that it is not stated, and never calls it zero', () => {
    const [sheet] = fc.sample(world, 1).map(sheetOf);
    if (!sheet) throw new Error('no sample');
    const blank = { ...sheet, version: { ...sheet.version, content: { ...sheet.version.content, components: { ...sheet.version.content.components, base: unknown } } } };
    const view = viewOffer(blank, { company: 'hidden', pay: 'range', equity: 'hidden', benefits: 'hidden', dates: 'hidden', notes: 'hidden' });
    expect([view.pay?.base, view.projection.years[0]?.base, view.projection.unknown.includes('base')]).toEqual([unknown, null, true]);
  });

  it('is made of what the input lets through', () => {
    for (const one of fc.sample(world, 50)) expect(content.safeParse(sheetOf(one).version.content).error?.issues).toBeUndefined();
    expect(levelGroups).toHaveLength(6);
  });
});
