import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { byCalendarYear } from './calendar-years.ts';
import { owedOnLeaving } from './clawback.ts';
import { compareOffers } from './compare.ts';
import { type Components, type Grant, blankComponents, known, none, unknown } from './components.ts';
import { differenceOf } from './difference.ts';
import { projectOffer } from './project-offer.ts';
import { yearly } from './vesting.ts';

const bare: Components = { ...blankComponents(), bonus: none, signOn: none, grants: none, match: none, leaveDays: none };
const offer = (components: Partial<Components>, currency = 'USD') => ({ currency, components: { ...bare, ...components } });
const project = (components: Partial<Components>, more: Partial<Assumptions> = {}, currency = 'USD') =>
  projectOffer(offer(components, currency), { ...defaultAssumptions, ...more });
const grant = (more: Partial<Grant>): Grant => ({
  name: 'Grant', kind: 'rsu', size: { by: 'shares', shares: 400 }, price: '10', strike: null, preferred: null, listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: yearly(['25', '25', '25', '25']), cliff: null }, ...more,
});
const vest = (more: Partial<Grant>, assumptions: Partial<Assumptions> = {}) => project({ grants: known([grant(more)]) }, assumptions).years[0]?.vest;

describe('what is not known', () => {
  it('is null and named, and the total gives what is certain', () => {
    const got = project({ base: known(100_00), bonus: unknown, signOn: unknown, grants: known([grant({ price: null, name: 'New hire' })]) });
    expect(got.years[0]).toMatchObject({ base: 100_00, bonus: null, signOn: null, vest: null, total: 100_00 });
    expect([got.complete, got.unknown.map((part) => part.path)]).toEqual([false, ['bonus', 'signOn', 'grants.0.price']]);
    expect(got.unknown[2]?.what).toBe('price of New hire');
  });
  it('of the base leaves a bonus in percent unknown too', () => {
    expect(project({ base: unknown, bonus: known({ target: '10' }) }).years[0]).toMatchObject({ base: null, bonus: null, total: 0 });
    expect(project({ base: unknown, bonus: none }).years[0]?.bonus).toBe(0);
  });
  it('counts the grant that is certain beside one that is not', () => {
    const got = project({ base: none, grants: known([grant({}), grant({ price: null })]) });
    expect([got.years[0]?.vest, got.complete]).toEqual([1000_00, false]);
  });
  it('apart from pay does not make the total uncertain', () => {
    const got = project({ base: known(1), match: unknown, benefits: known([{ name: 'Meals', yearly: null }, { name: 'Phone', yearly: 600_00 }]) });
    expect([got.complete, got.unknownApart.map((part) => part.what)]).toEqual([true, ['retirement match', 'Meals']]);
    expect([got.years[0]?.benefits, got.years[0]?.total, got.years[0]?.withBenefits]).toEqual([600_00, 1, 600_01]);
  });
});

describe('equity', () => {
  it('options are worth what the price is above the strike, never less than nothing', () => {
    expect(vest({ kind: 'iso', strike: '4' })).toBe(600_00);
    expect(vest({ kind: 'nso', strike: '12' })).toBe(0);
    const [value] = project({ grants: known([grant({ kind: 'nso', strike: '12' })]) }).grants;
    expect([value?.underwater, value?.exerciseCost]).toEqual([true, 4800_00]);
    expect(project({ grants: known([grant({ kind: 'iso' })]) }).unknown.map((part) => part.path)).toEqual(['base', 'grants.0.strike']);
    expect(() => vest({ kind: 'iso', size: { by: 'value', value: 1 } })).toThrow('Options are counted in shares, not by value.');
  });
  it('moves with price change, dilution of shares, and the haircut of an unlisted company', () => {
    expect(vest({}, { priceChange: '-50' })).toBe(500_00);
    expect(vest({}, { dilution: '20' })).toBe(800_00);
    expect(vest({ size: { by: 'value', value: 4000_00 } }, { dilution: '20' })).toBe(1000_00);
    expect(vest({}, { haircut: '40' })).toBe(1000_00);
    expect(vest({ listed: false }, { haircut: '40' })).toBe(600_00);
    expect(vest({ size: { by: 'value', value: 4000_00 }, price: null, listed: false }, { haircut: '40', priceChange: '10' })).toBe(660_00);
    expect(vest({ listed: false, preferred: '15' }, { pricing: 'preferred' })).toBe(1500_00);
    expect(vest({ preferred: '15' }, { pricing: 'preferred' })).toBe(1000_00);
    expect(project({ base: none, grants: known([grant({ listed: false })]) }, { pricing: 'preferred' }).unknown[0]?.path).toBe('grants.0.preferred');
  });
  it('by value at a price buys whole shares', () => {
    const [value] = project({ grants: known([grant({ size: { by: 'value', value: 999_99 }, price: '10' })]) }).grants;
    expect([value?.shares, value?.worth]).toEqual([99, 990_00]);
    expect(() => vest({ size: { by: 'value', value: 1 }, price: '0' })).toThrow('above 0');
  });
  it('counts fractions of a cent in prices', () => {
    expect(vest({ price: '0.0333', size: { by: 'shares', shares: 1000 } })).toBe(833);
  });
  it('with a vesting start of its own falls into the year it vests in', () => {
    const late = grant({ vesting: { start: { on: '2026-07-01' }, granted: null, steps: yearly(['50', '50']), cliff: null } });
    const got = project({ startDate: known('2026-01-01'), grants: known([late]) });
    expect(got.years.map((year) => year.vest)).toEqual([0, 2000_00, 2000_00, 0]);
    expect(got.grants[0]?.vests.map((one) => [one.at, one.date])).toEqual([[18, '2027-07-01'], [30, '2028-07-01']]);
  });
});

describe('pay', () => {
  it('a guarantee is a floor under the bonus, or comes on top', () => {
    const parts = { base: known(100_000_00), bonus: known({ target: '10' }) };
    const floor = project({ ...parts, guaranteed: known({ paid: [15_000_00, 5_000_00], kind: 'floor' }) });
    expect(floor.years.map((year) => year.guaranteed)).toEqual([5_000_00, 0, 0, 0]);
    const extra = project({ ...parts, guaranteed: known({ paid: [15_000_00], kind: 'extra' }) }, { payout: '150' });
    expect(extra.years[0]).toMatchObject({ bonus: 15_000_00, guaranteed: 15_000_00, total: 130_000_00, once: 15_000_00, recurring: 115_000_00 });
  });
  it('keeps one-time money out of the recurring average', () => {
    const got = project({ base: known(100_00), signOn: known({ paid: [40_00], clawback: null }) });
    expect([got.average, got.recurringAverage, got.once]).toEqual([110_00, 100_00, 40_00]);
  });
  it('reads match tiers up to my own contribution', () => {
    const tiers = [{ rate: '100', upTo: '3' }, { rate: '50', upTo: '5' }];
    const match = (own: string | null) => project({ base: known(100_000_00), match: known({ tiers, own }) }).years[0]?.match;
    expect([match(null), match('5'), match('4'), match('2'), match('0')]).toEqual([4000_00, 4000_00, 3500_00, 2000_00, 0]);
    expect(() => project({ base: known(1), match: known({ tiers: [...tiers].reverse(), own: null }) })).toThrow('Each tier reaches further');
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

describe('calendar years', () => {
  it('spread the base by days and pay bonus at the end, sign-on at the start', () => {
    const got = project({ base: known(365_00), bonus: known({ target: '10' }), signOn: known({ paid: [5_00, 6_00], clawback: null }), startDate: known('2025-10-01') }, { horizon: 2 });
    expect(byCalendarYear(got)).toEqual([
      { year: 2025, base: 92_00, bonus: 0, once: 5_00, vest: 0, refreshers: 0, total: 97_00 },
      { year: 2026, base: 365_00, bonus: 36_50, once: 6_00, vest: 0, refreshers: 0, total: 407_50 },
      { year: 2027, base: 273_00, bonus: 36_50, once: 0, vest: 0, refreshers: 0, total: 309_50 },
    ]);
    expect(byCalendarYear(project({ base: known(1) }))).toBeNull();
  });
});

describe('leaving early', () => {
  const owed = (kind: 'daily' | 'monthly' | 'full-then-monthly', month: number, firstDay: string | null = null) =>
    owedOnLeaving({ paid: [24_000_00, 12_000_00], clawback: { kind, months: 24, full: 12 } }, month, firstDay);
  it('owes by month, by day, or all and then by month', () => {
    expect([0, 6, 12, 23, 24, 36].map((month) => owed('monthly', month))).toEqual([24_000_00, 18_000_00, 24_000_00, 14_00_00 + 6_100_00, 6_000_00, 0]);
    expect([0, 11, 12, 18].map((month) => owed('full-then-monthly', month))).toEqual([24_000_00, 24_000_00, 36_000_00, 24_000_00]);
    expect(owed('daily', 1, '2025-01-01')).toBe(Math.round((24_000_00 * (730 - 31)) / 730));
    expect(owed('daily', 6)).toBe(owed('monthly', 6));
    expect(owedOnLeaving({ paid: [5], clawback: null }, 0, null)).toBe(0);
  });
  it('refuses a clawback that cannot be', () => {
    expect(() => owedOnLeaving({ paid: [5], clawback: { kind: 'full-then-monthly', months: 12, full: 12 } }, 0, null)).toThrow('fewer than');
    expect(() => owedOnLeaving({ paid: [5], clawback: { kind: 'monthly', months: 0, full: 0 } }, 0, null)).toThrow('at least one month');
  });
});

describe('two offers side by side', () => {
  const plainFooting = { rate: null, costOfLiving: null };
  it('shows in which year the lead changes and what is close', () => {
    const early = project({ base: known(100_00), signOn: known({ paid: [30_00], clawback: null }) });
    const late = project({ base: known(110_00) });
    const got = compareOffers([early, late], 'USD', [plainFooting, plainFooting]);
    expect(got.pairs).toEqual([{ a: 0, b: 1, difference: 10_00, isClose: false, leadChanges: [4] }]);
    const close = compareOffers([project({ base: known(100_00) }), project({ base: known(98_00) })], 'USD', []);
    expect(close.pairs[0]?.isClose).toBe(true);
    expect(compareOffers([project({ base: known(100_00) }), project({ base: known(97_99) })], 'USD', []).pairs[0]?.isClose).toBe(false);
  });
  it('converts at a stated rate and refuses without one or with a rate of 0', () => {
    const yen = project({ base: known(15_000_000) }, {}, 'JPY');
    const dollars = project({ base: known(100_000_00) });
    const at = (value: string) => compareOffers([dollars, yen], 'USD', [plainFooting, { rate: { value, on: '2026-11-20' }, costOfLiving: '0.8' }]);
    expect(at('0.0065').sides[1]?.years[0]).toBe(121_875_00);
    expect(at('0.0065').basis).toEqual(['1 JPY = 0.0065 USD on 2026-11-20', 'cost of living 0.8']);
    expect(() => at('0')).toThrow('above 0');
    expect(() => compareOffers([dollars, yen], 'USD', [])).toThrow(expect.objectContaining({ path: 'offers.1.rate' }));
    expect(() => compareOffers([dollars], 'USD', [])).toThrow('two to four');
  });
});

describe('two versions', () => {
  it('differ per component and in total, and name what became known', () => {
    const got = differenceOf(offer({ base: known(100_00), signOn: unknown }), offer({ base: known(110_00), signOn: known({ paid: [5_00], clawback: null }) }), defaultAssumptions);
    expect(got.changes).toEqual([
      { component: 'base', what: 'base', from: 'known', to: 'known', before: 400_00, after: 440_00, change: 40_00 },
      { component: 'signOn', what: 'sign-on', from: 'unknown', to: 'known', before: null, after: 5_00, change: null },
    ]);
    expect(got.total).toEqual({ before: 400_00, after: 445_00, change: 45_00, certain: false });
  });
  it('in two currencies give no figure', () => {
    const got = differenceOf(offer({ base: known(1) }), offer({ base: known(1) }, 'EUR'), defaultAssumptions);
    expect([got.total.change, got.changes[0]?.change]).toEqual([null, null]);
  });
});

describe('every projection', () => {
  const parts = fc.record({
    base: fc.option(fc.nat({ max: 1_000_000_00 })), target: fc.option(fc.nat({ max: 200 }).map(String)),
    signOn: fc.option(fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 4 })), shares: fc.option(fc.nat({ max: 100_000 })),
  });
  const build = (made: typeof parts extends fc.Arbitrary<infer T> ? T : never, more = 0): Partial<Components> => ({
    base: made.base === null ? unknown : known(made.base + more),
    bonus: made.target === null ? none : known({ target: made.target }),
    signOn: made.signOn === null ? unknown : known({ paid: made.signOn, clawback: null }),
    grants: made.shares === null ? none : known([grant({ size: { by: 'shares', shares: made.shares } })]),
  });
  it('adds up, stays whole, and rises with the base', () => {
    fc.assert(fc.property(parts, fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 10 }), (made, more, horizon) => {
      const got = project(build(made), { horizon, raise: '3.25' });
      expect(got.total).toBe(got.recurring + got.once);
      expect(got.years).toHaveLength(horizon);
      for (const year of got.years)
        for (const figure of Object.values(year)) expect(figure === null || Number.isSafeInteger(figure)).toBe(true);
      expect(project(build(made, more), { horizon, raise: '3.25' }).total).toBeGreaterThanOrEqual(got.total);
      expect(got.complete).toBe(made.base !== null && made.signOn !== null);
    }), { numRuns: 300 });
  });
  it('with four grants over ten years takes well under a frame', () => {
    const steps = [{ months: 120, percent: '100', every: 1 as const }];
    const grants = known([1, 2, 3, 4].map(() => grant({ vesting: { start: { after: 0 }, granted: null, steps, cliff: null } })));
    project({ grants }, { horizon: 10 });
    const from = performance.now();
    for (let run = 0; run < 50; run += 1) project({ base: known(1), grants, startDate: known('2026-01-31') }, { horizon: 10 });
    expect((performance.now() - from) / 50).toBeLessThan(16);
  });
});
