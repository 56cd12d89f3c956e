import { describe, expect, it } from 'vitest';
import { addMonths } from './calendar.ts';
import { owedOnDay, owedOnLeaving } from './clawback.ts';
import { type Components, type Grant, known, type Match, none, type Vesting, type VestStep } from './components.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps, listVests, vestingPresets } from './vesting.ts';

/** Worked cases as others have published them, each with its source; money in cents, tables of the sources in thousands. */
const thousands = (list: readonly number[]) => list.map((figure) => figure * 1_000_00);
const pay: Partial<Components> = {
  ...{ base: none, bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const project = (components: Partial<Components>, assumed = {}) =>
  projectOffer({ currency: 'USD', components: { ...pay, ...components } }, assumed);
const totals = (...given: Parameters<typeof project>) => project(...given).years.map(({ total }) => total);
const rsu = (size: Grant['size'], steps: VestStep[], more: Partial<Grant> = {}): Grant => ({
  ...{ name: 'RSU', kind: 'rsu', size, price: null, strike: null, preferred: null, listed: true },
  vesting: { start: { after: 0 }, granted: null, steps, cliff: null },
  ...more,
});
const worth = (amount: number, steps: VestStep[], after = 0) => {
  const grant = rsu({ by: 'value', value: amount * 1_000_00 }, steps);
  return { ...grant, vesting: { ...grant.vesting, start: { after } } };
};
const even = (years: number, every: VestStep['every']): VestStep[] => [{ months: 12 * years, percent: '100', every }];
const signed = (amount: number) => known({ paid: [amount * 1_000_00], clawback: null });
const base = (amount: number) => known(amount * 1_000_00);

describe('offers of large companies (fearlesssalarynegotiation.com, The Anatomy of a Big Tech Job Offer)', () => {
  it.each<[string, number, number, number, VestStep[], number[], number]>([
    ['a plain offer', 150, 10, 200, even(4, 12), [210, 200, 200, 200], 810],
    ['Apple, half-yearly', 210, 100, 400, even(4, 6), [410, 310, 310, 310], 1340],
    ['Meta, quarterly', 200, 50, 400, even(4, 3), [350, 300, 300, 300], 1250],
    ['Microsoft, quarterly', 150, 50, 160, even(4, 3), [240, 190, 190, 190], 810],
    ['Nvidia, quarterly', 200, 40, 700, even(4, 3), [415, 375, 375, 375], 1540],
    ['Tesla, quarterly', 175, 20, 400, even(4, 3), [295, 275, 275, 275], 1120],
  ])('%s', (_, salary, once, equity, steps, years, total) => {
    const got = project({ base: base(salary), signOn: signed(once), grants: known([worth(equity, steps)]) });
    expect(got.years.map((year) => year.total)).toEqual(thousands(years));
    expect([got.total, got.complete]).toEqual([total * 1_000_00, true]);
  });
  it('Google, a bonus of 20 on 140, 300 at 38/32/20/10 by the month', () => {
    const parts = { base: base(140), bonus: known({ target: '14.285714285714' }), signOn: signed(40) };
    const front = buildYearlySteps(['38', '32', '20', '10'], 1);
    expect(totals({ ...parts, grants: known([worth(300, front)]) })).toEqual(thousands([314, 256, 220, 190]));
    // an older version of the same page: 300 evenly
    expect(totals({ ...parts, grants: known([worth(300, even(4, 3))]) })).toEqual(thousands([275, 235, 235, 235]));
  });
  it('Amazon, 100 shares at 5/15/40/40: two yearly vests, then four half-yearly ones', () => {
    const steps = [...vestingPresets.back.steps];
    const { grants } = project({ grants: known([rsu({ by: 'shares', shares: 100 }, steps, { price: '1' })]) });
    expect(grants[0]?.vests.map(({ at, shares }) => [at, shares])).toEqual([
      [12, 5],
      [24, 15],
      ...[30, 36, 42, 48].map((month) => [month, 20]),
    ]);
  });
  it('Google, 720 at 33/33/22/12 (levels.fyi, community thread on the equity component)', () => {
    const got = project({ grants: known([worth(720, [...vestingPresets.front.steps])]) });
    expect(got.years.map(({ vest }) => vest)).toEqual(thousands([237.6, 237.6, 158.4, 86.4]));
  });
  it('refreshers that level pay and reward it (the same site, What is a stock refresher?)', () => {
    const parts = { base: base(210), signOn: signed(100), grants: known([worth(400, even(4, 12))]) };
    expect(totals(parts, { horizon: 6 })).toEqual(thousands([410, 310, 310, 310, 210, 210]));
    const level = worth(400, even(4, 12), 48);
    expect(totals({ ...parts, refreshers: known([level]) }, { horizon: 6 })).toEqual(thousands([410, 310, 310, 310, 310, 310]));
    const reward = worth(100, even(2, 12), 60);
    expect(totals({ ...parts, refreshers: known([level, reward]) }, { horizon: 7 })).toEqual(
      thousands([410, 310, 310, 310, 310, 360, 360]),
    );
  });
  it('a base and nothing else; leave of four weeks at base/52; a stipend (nmata010/offer-lens, projection.test.ts)', () => {
    expect(totals({ base: base(100) })).toEqual(thousands([100, 100, 100, 100]));
    const apart = project({ base: base(195), leaveDays: known('20'), benefits: known([{ name: 'Stipends', yearly: 2_400_00 }]) });
    expect(apart.years[0]).toMatchObject({ leave: 15_000_00, benefits: 2_400_00, total: 195_000_00, withBenefits: 197_400_00 });
  });
});

describe('schedules (OCF-Tools, vesting_compiler, compile.test.ts and dates.test.ts)', () => {
  const vesting = (more: Partial<Vesting> = {}): Vesting => ({
    ...{ start: { after: 0 }, granted: null, steps: even(4, 1), cliff: null },
    ...more,
  });
  const yearCliff = { months: 12, share: null };
  const events = (total: number, more: Partial<Vesting>, root = '2025-01-01') =>
    listVests(total, vesting(more), root).map(({ date, amount }) => [date, amount]);
  const sum = (list: ReturnType<typeof events>) => list.reduce((all, [, amount]) => all + Number(amount), 0);

  it('one share vests at the end; awkward counts lose none', () => {
    expect(events(1, { cliff: yearCliff })).toEqual([['2029-01-01', 1]]);
    for (const count of [1, 7, 100, 997]) expect(sum(events(count, { cliff: yearCliff }))).toBe(count);
  });
  it('a cliff of 30 % leaves the rest to the 36 months after it', () => {
    const got = events(100_000, { cliff: { months: 12, share: '30' } });
    // then 70,000/36 = 1,944.4 a month
    expect([got.length, got[0], got[1], got[36]]).toEqual([
      37,
      ['2026-01-01', 30_000],
      ['2026-02-01', 1944],
      ['2029-01-01', 1945],
    ]);
    expect(sum(got)).toBe(100_000);
  });
  it('without a cliff there are 48 vests, from the first month on', () => {
    const got = events(100_000, {});
    expect([got.length, got[0], got[47]?.[0], sum(got)]).toEqual([48, ['2025-02-01', 2083], '2029-01-01', 100_000]);
  });
  it('a cliff at the last vest is one vest, and a year of 0 % only passes', () => {
    expect(events(100_000, { steps: even(1, 1), cliff: { months: 12, share: '100' } })).toEqual([['2026-01-01', 100_000]]);
    expect(events(100, { steps: buildYearlySteps(['0', '100']) })).toEqual([['2027-01-01', 100]]);
  });
  it('what would vest before the grant date vests on it', () => {
    const from = (granted: string, root?: string, more: Partial<Vesting> = {}) => events(4800, { granted, ...more }, root);
    expect([from('2023-06-01').length, from('2023-06-01')[0]?.[0]]).toEqual([48, '2025-02-01']);
    expect([from('2025-04-01').length, ...from('2025-04-01').slice(0, 2)]).toEqual([
      46,
      ['2025-04-01', 300],
      ['2025-05-01', 100],
    ]);
    expect([from('2025-03-15').length, ...from('2025-03-15').slice(0, 2)]).toEqual([
      47,
      ['2025-03-15', 200],
      ['2025-04-01', 100],
    ]);
    expect(from('2024-06-01', '2023-01-01', { cliff: yearCliff }).slice(0, 2)).toEqual([
      ['2024-06-01', 1700],
      ['2024-07-01', 100],
    ]);
    expect(from('2030-01-01', '2020-01-01')).toEqual([['2030-01-01', 4800]]);
    const onCliff = events(100_000, { granted: '2026-01-01', cliff: yearCliff });
    expect([onCliff.length, onCliff[0], sum(onCliff)]).toEqual([37, ['2026-01-01', 25_000], 100_000]);
    const late = events(100_000, { granted: '2026-06-01', cliff: yearCliff });
    expect([sum(late), late.every(([date]) => String(date) >= '2026-06-01')]).toEqual([100_000, true]);
  });
  it('months are counted from the root, to the end of short ones', () => {
    const got = [
      addMonths('2024-01-31', 1),
      addMonths('2025-11-15', 3),
      addMonths('2024-02-29', 12),
      addMonths('2024-02-29', 48),
    ];
    expect(got).toEqual(['2024-02-29', '2026-02-15', '2025-02-28', '2028-02-29']);
  });
  it('5,000 RSUs at 25 % a year are 1,250 a year (Schwab, on graded vesting)', () => {
    expect(listVests(5000, vesting({ steps: even(4, 12) }), null).map(({ amount }) => amount)).toEqual([1250, 1250, 1250, 1250]);
  });
});

describe('shares and options', () => {
  const of = (grant: Grant, assumed = {}) => project({ grants: known([grant]) }, assumed).grants[0];
  const yearsOf4 = even(4, 12);

  it('a value buys shares at the price of the grant and keeps them (Hacker News 28808455 and 30690436)', () => {
    expect(of(rsu({ by: 'value', value: 400_000_00 }, yearsOf4, { price: '1000' }))?.vests.map(({ shares }) => shares)).toEqual([
      100, 100, 100, 100,
    ]);
    const doubled = { shares: 10_000, worth: 200_000_00 };
    expect(of(rsu({ by: 'value', value: 100_000_00, at: '10' }, yearsOf4, { price: '20' }))).toMatchObject(doubled);
    expect(of(rsu({ by: 'value', value: 100_000_00 }, yearsOf4, { price: '10' }), { priceChange: '100' })).toMatchObject(doubled);
  });
  it('1,000 options at a strike of 5 (Entering StartUpLand, table 8-2)', () => {
    const option = (price: string) => of(rsu({ by: 'shares', shares: 1000 }, yearsOf4, { kind: 'nso', strike: '5', price }));
    expect(['0', '100', '500', '1000'].map((price) => option(price)?.worth)).toEqual(thousands([0, 95, 495, 995]));
  });
  it('40,000 ISOs at a strike of 1 and a price of 2 are worth 10,000 a year (Hacker News 29391136)', () => {
    const iso = rsu({ by: 'shares', shares: 40_000 }, yearsOf4, { kind: 'iso', strike: '1', price: '2' });
    expect(of(iso)?.years).toEqual(thousands([10, 10, 10, 10]));
  });
  it('a plan of one year is a fourth of one of four (the same thread)', () => {
    const one = rsu({ by: 'shares', shares: 10_000 }, even(1, 3), { kind: 'iso', strike: '1', price: '2' });
    expect(of(one)?.years).toEqual(thousands([10, 0, 0, 0]));
  });
});

describe('retirement match', () => {
  const match = (
    salary: number,
    tiers: [string, string][],
    own: string | null,
    limits: Partial<NonNullable<Match['limits']>> = {},
  ) =>
    project({
      base: known(salary * 100),
      match: known({
        tiers: tiers.map(([rate, upTo]) => ({ rate, upTo })),
        own,
        limits: { base: null, own: null, match: null, ...limits },
      }),
    }).years[0]?.match;

  it.each<[string, number | null | undefined, number]>([
    [
      '50 % of all, at most 23,500 put in (Microsoft 2025, hows.tech)',
      match(300_000, [['50', '100']], null, { own: 23_500_00 }),
      11_750,
    ],
    [
      '50 % of all, at most 23,000 put in (Microsoft 2024, truewealthfp)',
      match(200_000, [['50', '100']], '20', { own: 23_000_00 }),
      11_500,
    ],
    ['50 % of the 10,000 put in (the same)', match(200_000, [['50', '100']], '5', { own: 23_000_00 }), 5_000],
    ['25 % of the first 5 % (money.cnn.com, Doing math on a match)', match(100_000, [['25', '5']], '5'), 1_250],
    [
      'all of 1 %, half of 2 to 6 % (Mr. Money Mustache forum)',
      match(
        100_000,
        [
          ['100', '1'],
          ['50', '6'],
        ],
        '6',
      ),
      3_500,
    ],
    [
      'the same for who puts in 2 %',
      match(
        100_000,
        [
          ['100', '1'],
          ['50', '6'],
        ],
        '2',
      ),
      1_500,
    ],
    [
      'all of 3 %, half of the next 2 % (r/Help_with_math)',
      match(
        100_000,
        [
          ['100', '3'],
          ['50', '5'],
        ],
        '5',
      ),
      4_000,
    ],
    ['all of 3 % for who puts in 5 % (hows.tech)', match(60_000, [['100', '3']], '5'), 1_800],
    [
      'half of 6 % of a base that counts to 270,000 (White Coat Investor forum, 2017)',
      match(400_000, [['50', '6']], null, { base: 270_000_00, own: 18_000_00 }),
      8_100,
    ],
  ])('%s', (_, got, dollars) => expect(got).toBe(dollars * 100));
});

describe('a sign-on owed back', () => {
  const rule = (kind: 'daily' | 'monthly' | 'full-then-monthly', months: number, full = 0) => ({
    paid: [12_000_00],
    clawback: { kind, months, full },
  });
  it('all in the first year, then by twelfths: 10/12 after 14 months (ClutchFans, Sign-on Bonus Question)', () => {
    expect([12, 14, 23, 24].map((month) => owedOnLeaving(rule('full-then-monthly', 24, 12), month, null))).toEqual(
      thousands([12, 10, 1, 0]),
    );
  });
  it('one month of twelve after 11; half after 6 (fearlesssalarynegotiation.com; accountinginsights.org)', () => {
    expect([11, 6].map((month) => owedOnLeaving(rule('monthly', 12), month, null))).toEqual(thousands([1, 6]));
  });
  it('(365 − days employed) / 365 (clause of a signing bonus agreement, ansheybhatia.com)', () => {
    // 12,000 · (365 − 100) / 365 = 8,712.328…
    expect(owedOnDay(rule('daily', 12), '2025-04-11', '2025-01-01')).toBe(8_712_33);
  });
  it('in full if one leaves before 24 months (visualfoodie.com, The Rules of a Sign-On Bonus Repayment)', () => {
    expect([14, 23, 24].map((month) => owedOnLeaving(rule('full-then-monthly', 24, 24), month, null))).toEqual(
      thousands([12, 12, 0]),
    );
  });
});

describe('present value (tables of the present value of an ordinary annuity)', () => {
  it.each<[string, number, number]>([
    // (1 − 1.1^−4) / 0.1 = 3.16986545; (1 − 1.05^−10) / 0.05 = 7.72173493; (1 − 1.08^−5) / 0.08 = 3.99271004
    ['10', 4, 316_986_54],
    ['5', 10, 772_173_49],
    ['8', 5, 399_271_00],
    ['0', 4, 400_000_00],
  ])('100,000 a year at %s %% over %i years', (discount, horizon, cents) => {
    expect(project({ base: base(100) }, { discount, horizon }).presentValue).toBe(cents);
  });
});
