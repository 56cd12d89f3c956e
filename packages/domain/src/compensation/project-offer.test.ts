import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { blankComponents, type Components, type Grant, known, none, unknown } from './components.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

const bare: Components = {
  ...{ ...blankComponents(), bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const offer = (components: Partial<Components>, currency = 'USD') => ({ currency, components: { ...bare, ...components } });
const project = (components: Partial<Components>, more: Partial<Assumptions> = {}, currency = 'USD') =>
  projectOffer(offer(components, currency), { ...defaultAssumptions, ...more });
const grant = (more: Partial<Grant>): Grant => ({
  name: 'Grant',
  kind: 'rsu',
  size: { by: 'shares', shares: 400 },
  price: '10',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['25', '25', '25', '25']), cliff: null },
  ...more,
});

describe('what is not known', () => {
  it('is null and named, and the total gives what is certain', () => {
    const got = project({
      base: known(100_00),
      bonus: unknown,
      signOn: unknown,
      grants: known([grant({ price: null, name: 'New hire' })]),
    });
    expect(got.years[0]).toMatchObject({ base: 100_00, bonus: null, signOn: null, vest: null, total: 100_00 });
    expect([got.complete, got.unknown.map((part) => part.path)]).toEqual([false, ['bonus', 'signOn', 'grants.0.price']]);
    expect(got.unknown[2]?.what).toBe('price of New hire');
  });
  it('of the base leaves a bonus in percent unknown too', () => {
    expect(project({ base: unknown, bonus: known({ target: '10' }) }).years[0]).toMatchObject({
      base: null,
      bonus: null,
      total: 0,
    });
    expect(project({ base: unknown, bonus: none }).years[0]?.bonus).toBe(0);
  });
  it('counts the grant that is certain beside one that is not', () => {
    const got = project({ base: none, grants: known([grant({}), grant({ price: null })]) });
    expect([got.years[0]?.vest, got.complete]).toEqual([1000_00, false]);
  });
  it('apart from pay does not make the total uncertain', () => {
    const got = project({
      base: known(1),
      match: unknown,
      benefits: known([
        { name: 'Meals', yearly: null },
        { name: 'Phone', yearly: 600_00 },
      ]),
    });
    expect([got.complete, got.unknownApart.map((part) => part.what)]).toEqual([true, ['retirement match', 'Meals']]);
    expect([got.years[0]?.benefits, got.years[0]?.total, got.years[0]?.withBenefits]).toEqual([600_00, 1, 600_01]);
  });
});

describe('pay', () => {
  it('a guarantee is a floor under the bonus, or comes on top', () => {
    const parts = { base: known(100_000_00), bonus: known({ target: '10' }) };
    const floor = project({ ...parts, guaranteed: known({ paid: [15_000_00, 5_000_00], kind: 'floor' }) });
    expect(floor.years.map((year) => year.guaranteed)).toEqual([5_000_00, 0, 0, 0]);
    const extra = project({ ...parts, guaranteed: known({ paid: [15_000_00], kind: 'extra' }) }, { payout: '150' });
    expect(extra.years[0]).toMatchObject({
      bonus: 15_000_00,
      guaranteed: 15_000_00,
      total: 130_000_00,
      once: 15_000_00,
      recurring: 115_000_00,
    });
  });
  it('keeps one-time money out of the recurring average', () => {
    const got = project({ base: known(100_00), signOn: known({ paid: [40_00], clawback: null }) });
    expect([got.average, got.recurringAverage, got.once]).toEqual([110_00, 100_00, 40_00]);
  });
  it('reads match tiers up to my own contribution', () => {
    const tiers = [
      { rate: '100', upTo: '3' },
      { rate: '50', upTo: '5' },
    ];
    const match = (own: string | null) => project({ base: known(100_000_00), match: known({ tiers, own }) }).years[0]?.match;
    expect([match(null), match('5'), match('4'), match('2'), match('0')]).toEqual([4000_00, 4000_00, 3500_00, 2000_00, 0]);
    expect(() => project({ base: known(1), match: known({ tiers: [...tiers].reverse(), own: null }) })).toThrow(
      'Each tier reaches further',
    );
  });
  it('leave days are worth base / 260 each, in no total', () => {
    const got = project({ base: known(26_000_00), leaveDays: known('25.5') }).years[0];
    expect([got?.leave, got?.withBenefits]).toEqual([2550_00, 26_000_00]);
  });
  it('counts in the smallest unit of each currency', () => {
    expect(project({ base: known(1_000_001) }, { raise: '0.5', horizon: 2 }, 'JPY').years[1]?.base).toBe(1_005_001);
    expect(project({ grants: known([grant({ price: '1.2345' })]) }, {}, 'KWD').years[0]?.vest).toBe(123_450);
    expect(project({ grants: known([grant({ price: '1500' })]) }, {}, 'JPY').years[0]?.vest).toBe(150_000);
  });
  it('refuses what it cannot count exactly, and assumptions out of range', () => {
    expect(() => project({ base: known(Number.MAX_SAFE_INTEGER) })).toThrow('too large');
    expect(() => project({}, { horizon: 11 })).toThrow('Look at 1 to 10 years.');
    expect(() => project({}, { haircut: '100.1' })).toThrow(expect.objectContaining({ path: 'assumptions.haircut' }));
    expect(() => project({}, { raise: '1e3' })).toThrow('plain number');
  });
});

it('the example in its description gives what it says', () => {
  const got = projectOffer(
    {
      currency: 'USD',
      components: {
        base: known(145_000_00),
        bonus: none,
        signOn: known({ paid: [30_000_00, 20_000_00], clawback: null }),
        grants: known([
          {
            name: 'RSU',
            kind: 'rsu',
            size: { by: 'shares', shares: 1000 },
            price: '100',
            strike: null,
            preferred: null,
            listed: true,
            vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['5', '15', '40', '40']), cliff: null },
          },
        ]),
      },
    },
    { horizon: 4 },
  );
  expect(got.years.map((year) => year.total)).toEqual([180_000_00, 180_000_00, 185_000_00, 185_000_00]);
  expect(got.basis).toMatchObject({ horizon: '4 years', price: 'share prices as stated' });
  expect(got.basis.rounding).not.toBe('');
});

describe('what is left out', () => {
  it('of the components is as in a blank offer, of the assumptions as by default', () => {
    const base = known(100_00);
    const got = projectOffer({ currency: 'USD', components: { base } }, { raise: '10' });
    expect(got).toEqual(
      projectOffer({ currency: 'USD', components: { ...blankComponents(), base } }, { ...defaultAssumptions, raise: '10' }),
    );
    expect([got.total, got.unknown.map(({ path }) => path)]).toEqual([
      464_10,
      ['bonus', 'guaranteed', 'signOn', 'oneOff', 'grants', 'refreshers'],
    ]);
  });
});

describe('every projection', () => {
  const parts = fc.record({
    base: fc.option(fc.nat({ max: 1_000_000_00 })),
    target: fc.option(fc.nat({ max: 200 }).map(String)),
    signOn: fc.option(fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 4 })),
    shares: fc.option(fc.nat({ max: 100_000 })),
  });
  const build = (made: typeof parts extends fc.Arbitrary<infer T> ? T : never, more = 0): Partial<Components> => ({
    base: made.base === null ? unknown : known(made.base + more),
    bonus: made.target === null ? none : known({ target: made.target }),
    signOn: made.signOn === null ? unknown : known({ paid: made.signOn, clawback: null }),
    grants: made.shares === null ? none : known([grant({ size: { by: 'shares', shares: made.shares } })]),
  });
  it('adds up, stays whole, and rises with the base', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 10 }), (made, more, horizon) => {
        const got = project(build(made), { horizon, raise: '3.25' });
        expect(got.total).toBe(got.recurring + got.once);
        expect(got.years).toHaveLength(horizon);
        for (const year of got.years)
          for (const figure of Object.values(year)) expect(figure === null || Number.isSafeInteger(figure)).toBe(true);
        expect(project(build(made, more), { horizon, raise: '3.25' }).total).toBeGreaterThanOrEqual(got.total);
        expect(got.complete).toBe(made.base !== null && made.signOn !== null);
      }),
      { numRuns: 300 },
    );
  });
});
