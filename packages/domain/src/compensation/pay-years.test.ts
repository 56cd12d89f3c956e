import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from './assumptions.ts';
import { owedOnDay, owedOnLeaving } from './clawback.ts';
import { compareOffers } from './compare.ts';
import { blankComponents, type Clawback, type Components, type Grant, known, none, unknown } from './components.ts';
import { payBy } from './pay.ts';
import { presentValueOf } from './present-value.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

const pay = (more: Partial<Components>, year = 1) =>
  payBy({ ...blankComponents(), base: known(260_000), ...more }, defaultAssumptions)(year);

it('of assumed raises the last one goes on', () => {
  const assumptions = { ...defaultAssumptions, raises: ['10', '20', '50'] };
  const baseOf = payBy({ ...blankComponents(), base: known(10_000) }, assumptions);
  expect([1, 2, 3, 4, 5, 6].map((year) => baseOf(year).base)).toEqual([10_000, 11_000, 13_200, 19_800, 29_700, 44_550]);
});

describe('the pay of a year', () => {
  const match = known({ tiers: [{ rate: '50', upTo: '6' }], own: null });

  it('has a match and leave days of nothing where there are none, whatever the base', () => {
    for (const base of [known(260_000), unknown])
      expect(pay({ base, match: none, leaveDays: none })).toMatchObject({ match: 0, leave: 0 });
  });
  it('has neither while the base is not known, nor while they are not', () => {
    expect(pay({ base: unknown, match, leaveDays: known('10') })).toMatchObject({ match: null, leave: null });
    expect(pay({ match: unknown, leaveDays: unknown })).toMatchObject({ match: null, leave: null });
    expect(pay({ match, leaveDays: known('10') })).toMatchObject({ match: 7_800, leave: 10_000 });
  });
  it('has a match within the limits of law and plan', () => {
    const match = (more: object, base = known(300_000_00)) =>
      pay({
        base,
        match: known({ tiers: [{ rate: '50', upTo: '6' }], own: null, limits: { base: null, own: null, match: null }, ...more }),
      }).match;
    const limits = { base: null, own: null, match: null };
    expect(match({})).toBe(9_000_00);
    expect(match({ limits: { ...limits, base: 250_000_00 } })).toBe(7_500_00);
    expect(match({ limits: { ...limits, own: 10_000_00 } })).toBe(5_000_00);
    expect(match({ limits: { ...limits, match: 4_000_00 } })).toBe(4_000_00);
    expect(match({ limits: { base: 250_000_00, own: 23_500_00, match: 9_999_99 } })).toBe(7_500_00);
    expect(match({ limits: null })).toBe(9_000_00);
    // 4 % of the whole base, 12,000, is under 6 % of the base that counts, 15,000
    expect(match({ own: '4', limits: { ...limits, base: 250_000_00 } })).toBe(6_000_00);
    expect(match({ own: '10', limits: { ...limits, base: 1_000_000_00 } })).toBe(9_000_00);
    const tiers = [
      { rate: '100', upTo: '3' },
      { rate: '50', upTo: '5' },
    ];
    // of 10,000 put in, 9,000 are in the first tier
    expect(match({ tiers, limits: { ...limits, own: 10_000_00 } })).toBe(9_500_00);
  });
  it('has a floor under the bonus that adds what is missing; under a bonus that is not known it is all of it', () => {
    const floor = known({ paid: [30_000], kind: 'floor' as const });
    expect(pay({ bonus: known({ target: '10' }), guaranteed: floor })).toMatchObject({ bonus: 26_000, guaranteed: 4_000 });
    expect(pay({ bonus: known({ target: '20' }), guaranteed: floor }).guaranteed).toBe(0);
    expect(pay({ bonus: unknown, guaranteed: floor })).toMatchObject({ bonus: null, guaranteed: 30_000 });
    expect(pay({ bonus: none, guaranteed: floor }, 2).guaranteed).toBe(0);
  });
});

describe('what is missing in a projection', () => {
  const shares = (more: Partial<Grant>): Grant => ({
    ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 4 }, price: '1', strike: null, preferred: null, listed: false },
    vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['100']), cliff: null },
    ...more,
  });
  const project = (components: Partial<Components>, assumed = {}) =>
    projectOffer({ currency: 'EUR', components: { ...blankComponents(), ...components } }, { ...defaultAssumptions, ...assumed });

  it('is named by component, in the order of the letter', () => {
    const open = {
      oneOff: none,
      base: unknown,
      bonus: unknown,
      guaranteed: unknown,
      signOn: unknown,
      grants: unknown,
      refreshers: unknown,
    };
    expect(project(open).unknown).toEqual([
      ...[
        { path: 'base', what: 'base' },
        { path: 'bonus', what: 'bonus' },
        { path: 'guaranteed', what: 'guaranteed bonus' },
      ],
      ...[
        { path: 'signOn', what: 'sign-on' },
        { path: 'grants', what: 'equity' },
        { path: 'refreshers', what: 'written refreshers' },
      ],
    ]);
    expect(project(open).years[0]).toMatchObject({ vest: null, refreshers: null, total: 0 });
  });
  it('is named by grant and field, a grant without a name too', () => {
    const got = project(
      {
        ...{ base: none, bonus: none, guaranteed: none, signOn: none, oneOff: none },
        grants: known([shares({}), shares({ preferred: '2', kind: 'nso', name: 'Options' })]),
        refreshers: known([shares({})]),
      },
      { pricing: 'preferred' },
    );
    expect(got.unknown).toEqual([
      { path: 'grants.0.preferred', what: 'preferred price of a grant' },
      { path: 'grants.1.strike', what: 'strike of Options' },
      { path: 'refreshers.0.preferred', what: 'preferred price of a grant' },
    ]);
  });
  it('apart from pay is named too', () => {
    const benefits = known([
      { name: 'Meals', yearly: 1 },
      { name: 'Phone', yearly: null },
    ]);
    expect(project({ benefits }).unknownApart).toEqual([
      ...[
        { path: 'match', what: 'retirement match' },
        { path: 'espp', what: 'share purchase plan' },
        { path: 'leaveDays', what: 'leave days' },
        { path: 'notInHand', what: 'not in hand' },
        { path: 'benefits.1', what: 'Phone' },
      ],
    ]);
    expect(project({ match: none, espp: none, notInHand: none, leaveDays: none, benefits: unknown }).unknownApart).toEqual([
      { path: 'benefits', what: 'other benefits' },
    ]);
  });
  it('leaves the first day to the earliest vesting start, or to nobody', () => {
    const from = (on: string) =>
      shares({ vesting: { start: { on }, granted: null, steps: buildYearlySteps(['100']), cliff: null } });
    expect(
      project({ grants: known([from('2027-03-01'), shares({}), from('2027-01-15')]), refreshers: known([from('2026-12-01')]) })
        .firstDay,
    ).toBe('2026-12-01');
    expect(project({ grants: known([shares({})]) }).firstDay).toBeNull();
    expect(project({ grants: known([from('2027-03-01')]), startDate: known('2027-05-01') }).firstDay).toBe('2027-05-01');
  });
  it('numbers its years from 1', () => expect(project({}, { horizon: 3 }).years.map(({ year }) => year)).toEqual([1, 2, 3]));
  it('discounts every year by its place', () => {
    expect(presentValueOf([110, 121, 0], '10')).toBe(200);
    expect(presentValueOf([100, 100], '0')).toBe(200);
  });
});

describe('a sign-on owed back on leaving', () => {
  const owed = (clawback: Clawback, month: number, firstDay: string | null = null, paid = [1_200]) =>
    owedOnLeaving({ paid, clawback }, month, firstDay);

  it('by month falls by the same part each month, to nothing on the last day', () => {
    const monthly: Clawback = { kind: 'monthly', months: 12, full: 0 };
    expect([0, 1, 11, 12, 13].map((month) => owed(monthly, month, '2026-01-31'))).toEqual([1_200, 1_100, 100, 0, 0]);
  });
  it('stays whole for the months that were agreed, then falls', () => {
    const rule: Clawback = { kind: 'full-then-monthly', months: 12, full: 6 };
    expect([0, 5, 6, 7, 9, 11, 12].map((month) => owed(rule, month))).toEqual([1_200, 1_200, 1_200, 1_000, 600, 200, 0]);
  });
  it('all of it to the end is a clawback too', () => {
    const rule: Clawback = { kind: 'full-then-monthly', months: 12, full: 12 };
    expect([0, 11, 12].map((month) => owed(rule, month))).toEqual([1_200, 1_200, 0]);
  });
  it('on a day counts the days since the payment, or its whole months', () => {
    const on = (kind: Clawback['kind'], day: string, paid = [36_500]) =>
      owedOnDay({ paid, clawback: { kind, months: 12, full: 6 } }, day, '2027-01-31');
    // 2027-01-31 to 2028-01-31 are 365 days; 200 of them have passed on 19 August
    expect(on('daily', '2027-08-19')).toBe(16_500);
    expect(['2027-01-30', '2027-01-31', '2028-01-30', '2028-01-31'].map((day) => on('daily', day))).toEqual([0, 36_500, 100, 0]);
    // a month ends on 28 February, the next on 31 March
    expect(['2027-02-27', '2027-02-28', '2027-03-30', '2027-03-31'].map((day) => on('monthly', day, [1_200]))).toEqual([
      1_200, 1_100, 1_100, 1_000,
    ]);
    expect(['2027-07-30', '2027-07-31', '2027-08-31'].map((day) => on('full-then-monthly', day, [1_200]))).toEqual([
      1_200, 1_200, 1_000,
    ]);
    // the second payment is made on the first anniversary, and runs from there
    expect(['2028-01-30', '2028-01-31', '2028-02-29'].map((day) => on('monthly', day, [1_200, 600]))).toEqual([100, 600, 550]);
    expect(owedOnDay({ paid: [5], clawback: null }, '2027-02-01', '2027-01-31')).toBe(0);
  });
  it('by day counts the days of the calendar, or months while no day is known', () => {
    const daily: Clawback = { kind: 'daily', months: 12, full: 0 };
    // from 1 January 2027: 31 days of January and 28 of February have passed of 365
    expect([1, 2].map((month) => owed(daily, month, '2027-01-01', [36_500]))).toEqual([33_400, 30_600]);
    expect(owed(daily, 1, null, [36_500])).toBe(Math.round((36_500 * 11) / 12));
  });
  it('counts each payment from its own day, and none that was not made', () => {
    const monthly: Clawback = { kind: 'monthly', months: 24, full: 0 };
    expect([0, 11, 12, 24, 36].map((month) => owed(monthly, month, null, [2_400, 240]))).toEqual([2_400, 1_300, 1_440, 120, 0]);
  });
  it('is nothing without such a rule', () => expect(owedOnLeaving({ paid: [5], clawback: null }, 0, null)).toBe(0));
});

describe('offers side by side', () => {
  const laid = (totals: number[], currency = 'EUR') => ({ currency, complete: true, years: totals.map((total) => ({ total })) });
  const alone = { rate: null, costOfLiving: null };

  it('pair each with each, by their places', () => {
    const { pairs } = compareOffers([laid([1]), laid([2]), laid([4]), laid([8])], 'EUR', []);
    expect(pairs.map(({ a, b, difference }) => [a, b, difference])).toEqual([
      [0, 1, 1],
      [0, 2, 3],
      [0, 3, 7],
      [1, 2, 2],
      [1, 3, 6],
      [2, 3, 4],
    ]);
  });
  it('say at which rate and for which cost of living they were made comparable', () => {
    const rate = { value: '0.9', on: '2026-11-20' };
    const basis = (footing: typeof alone | { rate: typeof rate | null; costOfLiving: string | null }, currency = 'USD') =>
      compareOffers([laid([100]), laid([100], currency)], 'EUR', [alone, footing]).basis;
    expect(basis({ rate, costOfLiving: null })).toEqual(['1 USD = 0.9 EUR on 2026-11-20']);
    expect(basis({ rate, costOfLiving: '1.2' })).toEqual(['1 USD = 0.9 EUR on 2026-11-20', 'cost of living 1.2']);
    expect(basis({ rate: null, costOfLiving: '1.2' }, 'EUR')).toEqual(['cost of living 1.2']);
    expect(basis(alone, 'EUR')).toEqual([]);
    // a rate from a currency to itself is no basis
    expect(basis({ rate, costOfLiving: null }, 'EUR')).toEqual([]);
    expect(compareOffers([laid([1]), laid([1])], 'EUR', []).basis).toEqual([]);
  });
  it('divide by the cost of living', () => {
    const { sides } = compareOffers([laid([100]), laid([120, 60])], 'EUR', [alone, { rate: null, costOfLiving: '1.2' }]);
    expect(sides[1]).toMatchObject({ years: [100, 50], cumulative: [100, 150], total: 150 });
  });
});
