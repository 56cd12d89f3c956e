import { describe, expect, it } from 'vitest';
import { derivationOf, yearBaseOf } from './base.ts';
import { splitByCalendarYear } from './calendar-years.ts';
import { type Components, type Grant, known, none, type Stated } from './components.ts';
import type { Pay } from './conventions.ts';
import { projectOffer } from './project-offer.ts';
import { priceAtExit } from './share-worth.ts';
import { buildYearlySteps } from './vesting.ts';

/** Worked cases of the conventions that letters use; money in cents. */
const bare: Partial<Components> = {
  ...{ base: none, bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const units = (amount: number) => Math.round(amount * 100);
const project = (components: Partial<Components>, assumed = {}, currency = 'EUR') =>
  projectOffer({ currency, components: { ...bare, ...components } }, assumed);
const first = (...given: Parameters<typeof project>) => project(...given).years[0];
const grant = (more: Partial<Grant>): Grant => ({
  ...{
    name: 'Grant',
    kind: 'rsu',
    size: { by: 'shares', shares: 1000 },
    price: '10',
    strike: null,
    preferred: null,
    listed: true,
  },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['25', '25', '25', '25']), cliff: null },
  ...more,
});
const pay = (value: Pay): Stated<number | Pay> => known(value);

describe('base as the letter writes it', () => {
  it.each<[string, Pay, number, string]>([
    ['13 salaries of 6,000', { amount: units(6000), per: 'month', months: '13' }, 78_000, '× 13 months'],
    ['13.33 salaries of 5,000', { amount: units(5000), per: 'month', months: '13.33' }, 66_650, '× 13.33 months'],
    ['52.50 an hour', { amount: units(52.5), per: 'hour', hours: '38.5' }, 105_105, '× 38.5 hours × 52 weeks'],
    ['80 % of 90,000', { amount: units(90_000), per: 'year', share: '80' }, 72_000, '× 80 % of full time'],
    ['400 a day', { amount: units(400), per: 'day', days: '4.5' }, 93_600, '× 4.5 days × 52 weeks'],
    ['1,200 a week', { amount: units(1200), per: 'week' }, 62_400, '× 52 weeks'],
    ['4,000 a month', { amount: units(4000), per: 'month', share: '100' }, 48_000, '× 12 months'],
    ['70,000 a year', { amount: units(70_000), per: 'year' }, 70_000, ''],
  ])('%s', (_, written, year, how) => {
    expect(yearBaseOf(pay(written))).toBe(units(year));
    expect(derivationOf(written)).toBe(how);
    expect(first({ base: pay(written) })?.base).toBe(units(year));
  });
  it('without hours or days makes no year, and asks for them', () => {
    for (const [per, what] of [
      ['hour', 'hours'],
      ['day', 'days'],
    ] as const) {
      const got = project({ base: pay({ amount: 5000, per }), bonus: known({ target: '10' }) });
      expect([got.years[0]?.base, got.years[0]?.bonus, got.complete]).toEqual([null, null, false]);
      expect(got.unknown).toEqual([{ path: `base.${what}`, what: `${what} a week` }]);
    }
    expect(yearBaseOf({ state: 'unknown' })).toBeNull();
  });
  it('rises when the letter says so, month by month, and by each assumed raise', () => {
    const base = pay({
      amount: units(60_000),
      per: 'year',
      raises: [
        { after: 18, to: units(72_000) },
        { after: 6, percent: '10' },
      ],
    });
    // 6 months of 60,000 and 6 of 66,000; then 6 of 66,000 and 6 of 72,000; then 72,000
    expect(project({ base }).years.map((year) => year.base)).toEqual([63_000, 69_000, 72_000, 72_000].map(units));
    const assumed = project({ base: known(units(100_000)) }, { raises: ['10', '5'] });
    expect(assumed.years.map((year) => year.base)).toEqual([100_000, 110_000, 115_500, 121_275].map(units));
  });
});

describe('variable pay', () => {
  const parts = { base: known(units(70_000)), bonus: known({ amount: units(30_000), cap: '110' }) };
  it('given as money stays that money: attainment 120 % pays at most the cap', () => {
    const got = project(parts, { attainment: ['100', '120'], horizon: 3 });
    expect(got.years.map((year) => year.total)).toEqual([100_000, 103_000, 103_000].map(units));
    expect(project(parts, { raise: '5' }).years.map((year) => year.bonus)).toEqual(Array(4).fill(units(30_000)));
  });
  it('in percent may pass 100, and moves with the base', () => {
    const got = project(
      { base: known(units(50_000)), bonus: known({ target: '160' }) },
      { raise: '10', payout: '50', horizon: 2 },
    );
    expect(got.years.map((year) => year.bonus)).toEqual([40_000, 44_000].map(units));
  });
  it('without a base is still the money that was typed', () => {
    expect(project({ ...parts, base: { state: 'unknown' } }).years[0]?.bonus).toBe(units(30_000));
  });
});

describe('pension', () => {
  const match = { tiers: [], own: '0' };
  it('doubles what I put in: 2 for each 1 up to 5 % of 18,000', () => {
    const got = first({ base: known(units(18_000)), match: known({ tiers: [{ rate: '200', upTo: '5' }], own: null }) });
    expect(got?.match).toBe(units(1800));
  });
  it('counts qualifying earnings: 3 % of 50,270 − 6,240', () => {
    const limits = { base: units(50_270), own: null, match: null, lower: units(6240) };
    expect(first({ base: known(units(60_000)), match: known({ ...match, employer: '3', limits }) })?.match).toBe(units(1320.9));
    // pay below the lower limit has none
    expect(first({ base: known(units(6000)), match: known({ ...match, employer: '3', limits }) })?.match).toBe(0);
    // both sides count the qualifying part: 5 % of 30,000 from me, matched in full
    const both = { tiers: [{ rate: '100', upTo: '5' }], own: '5', limits: { ...limits, base: null } };
    expect(first({ base: known(units(36_240)), match: known(both) })?.match).toBe(units(1500));
  });
  it('is theirs alone: 10 % of 60,000, or money a year', () => {
    expect(first({ base: known(units(60_000)), match: known({ ...match, employer: '10' }) })?.match).toBe(units(6000));
    expect(first({ base: known(units(60_000)), match: known({ ...match, yearly: units(2500) }) })?.match).toBe(units(2500));
  });
});

describe('beside pay', () => {
  it('a share purchase plan gains contribution × d / (1 − d)', () => {
    const plan = { discount: '15', contribution: '10', most: null };
    expect(first({ base: known(units(120_000)), espp: known(plan) })?.espp).toBe(units(2117.65));
    expect(first({ base: known(units(120_000)), espp: known({ ...plan, most: units(6000) }) })?.espp).toBe(units(1058.82));
    const open = project({ base: known(units(120_000)), espp: known({ ...plan, contribution: null }) });
    expect([open.years[0]?.espp, open.unknownApart.map(({ path }) => path)]).toEqual([null, ['espp.contribution']]);
    expect(first({ base: none, espp: none })?.espp).toBe(0);
  });
  it('what costs me is below nothing: premiums of 285 a month are −3,420 a year', () => {
    const got = first({
      base: known(units(50_000)),
      benefits: known([{ name: 'Premiums', yearly: null, monthly: units(-285) }]),
    });
    expect([got?.benefits, got?.withBenefits]).toEqual([units(-3420), units(46_580)]);
  });
  it('leave without a number has no figure, and is not asked for', () => {
    const got = project({ base: known(units(52_000)), leaveDays: known('unlimited') });
    expect([got.years[0]?.leave, got.unknownApart]).toEqual([null, []]);
  });
  it('a CTC of 1,200,000 is 1,149,550 in hand before tax', () => {
    const inside = [21_600, 28_850].map((amount, at) => ({ name: `part ${at}`, yearly: units(amount) }));
    const got = project({ base: known(units(1_200_000)), notInHand: known(inside) }, { horizon: 1 }, 'INR');
    expect([got.total, got.inHand]).toEqual([1_200_000, 1_149_550].map(units));
    expect(project({ base: known(1), notInHand: { state: 'unknown' } }).inHand).toBeNull();
  });
  it('my own rate gives a second figure, and changes no other', () => {
    const [gross, mine] = [
      project({ base: known(units(100_000)) }),
      project({ base: known(units(100_000)) }, { taxRate: '38.5' }),
    ];
    expect([gross.mine, mine.mine]).toEqual([null, { rate: '38.5', years: Array(4).fill(units(61_500)), total: units(246_000) }]);
    expect(mine.total).toBe(gross.total);
    expect(mine.basis.notes).toContain('Every figure is gross, before tax.');
  });
});

describe('pay that comes once', () => {
  it('paid at the start is not discounted: 20,000, beside 50,000 + 6 × 70,000 at year ends', () => {
    expect(project({ signOn: known({ paid: [units(20_000)], clawback: null }) }).presentValue).toBe(units(20_000));
    const later = project({ signOn: known({ paid: [0, units(11_000)], clawback: null }) });
    expect([later.presentValue, later.presentValueAtYearEnds]).toEqual([10_000, 9_090.91].map(units));
  });
  it('counts in the year of its day, with retention, relocation and a visa beside the sign-on', () => {
    const got = project({
      startDate: known('2026-09-01'),
      signOn: known({
        paid: [],
        dated: [
          { on: '2026-09-01', amount: 1000 },
          { on: '2027-08-31', amount: 200 },
        ],
        clawback: null,
      }),
      oneOff: known([
        { name: 'Stay', kind: 'retention', paid: [], dated: [{ on: '2028-09-01', amount: 30 }], clawback: null },
        { name: 'Move', kind: 'relocation', paid: [4], clawback: null },
      ]),
    });
    expect(got.years.map(({ signOn, oneOff, once }) => [signOn, oneOff, once])).toEqual([
      [1200, 4, 1204],
      [0, 0, 0],
      [0, 30, 30],
      [0, 0, 0],
    ]);
    expect(splitByCalendarYear(got)?.map(({ year, once }) => [year, once])).toEqual([
      [2026, 1004],
      [2027, 200],
      [2028, 30],
      [2029, 0],
      [2030, 0],
    ]);
    // 1,000 and 4 on the first day, 30 on an anniversary, 200 within a year
    expect(
      project({
        ...{
          startDate: known('2026-09-01'),
          signOn: known({ paid: [], dated: [{ on: '2027-08-31', amount: 110 }], clawback: null }),
        },
      }).presentValue,
    ).toBe(100);
  });
  it('without a first day counts from its earliest day, and is asked for when not said', () => {
    const dated = [
      { on: '2027-03-01', amount: 5 },
      { on: '2026-03-01', amount: 7 },
    ];
    expect(project({ signOn: known({ paid: [], dated, clawback: null }) }).years.map(({ signOn }) => signOn)).toEqual([
      7, 5, 0, 0,
    ]);
    expect(project({ oneOff: { state: 'unknown' } }).unknown).toEqual([{ path: 'oneOff', what: 'other one-off pay' }]);
  });
});

describe('equity', () => {
  const rate = { one: 'EUR', value: '1.08', on: '2026-11-20' };
  it('in a currency of its own: 4,000 USD a year at 1 EUR = 1.08 USD are 3,703.70 EUR', () => {
    const list = [grant({ size: { by: 'value', value: units(16_000) }, price: null, currency: 'USD', rate })];
    expect(first({ grants: known(list) })?.vest).toBe(units(3703.7));
    // the same rate said the other way round
    const other = { one: 'USD', value: '0.5', on: null };
    expect(first({ grants: known([grant({ currency: 'USD', rate: other })]) })?.vest).toBe(units(1250));
    expect(project({ grants: known([grant({ currency: 'USD' })]) }).unknown.at(-1)?.path).toBe('grants.0.rate');
    const wrong = { one: 'GBP', value: '1', on: null };
    expect(() => project({ grants: known([grant({ currency: 'USD', rate: wrong })]) })).toThrow('between USD and EUR');
    expect(project({ grants: known(list) }).basis.notes.join(' ')).toContain('1 EUR = 1.08 of the other currency on 2026-11-20');
  });
  it('as a share of the company: 0.25 % of 12,000,000 are 30,000 options; without the count nothing is counted', () => {
    const options = { kind: 'iso' as const, strike: '0.75', price: '2' };
    const size = { by: 'percent' as const, percent: '0.25', of: 12_000_000 };
    expect(project({ grants: known([grant({ ...options, size })]) }).grants[0]).toMatchObject({
      shares: 30_000,
      worth: units(37_500),
    });
    const open = project({ grants: known([grant({ ...options, size: { ...size, of: null } })]) });
    expect([open.grants[0]?.worth, open.unknown]).toEqual([null, [{ path: 'grants.0.size', what: 'number of shares of Grant' }]]);
  });
  it('as a share with the valuation that investors paid last counts by the preferred price alone', () => {
    const size = { by: 'percent' as const, percent: '0.1', of: null, valuation: units(40_000_000) };
    const phantom = grant({ kind: 'phantom', listed: false, price: null, size });
    expect(project({ grants: known([phantom]) }, { pricing: 'preferred' }).grants[0]?.worth).toBe(units(40_000));
    expect(project({ grants: known([phantom]) }).grants[0]?.missing).toBe('number of shares');
    const counted = grant({ kind: 'rsu', listed: false, price: null, size: { ...size, of: 8_000_000 } });
    expect(project({ grants: known([counted]) }, { pricing: 'preferred' }).grants[0]).toMatchObject({
      shares: 8000,
      worth: units(40_000),
    });
  });
  it.each([
    ['rsu', 10_000, null],
    ['phantom', 10_000, null],
    ['iso', 6000, 4000],
    ['nso', 6000, 4000],
    ['bspce', 6000, 4000],
    ['emi', 6000, 4000],
    ['vsop', 6000, null],
    ['sar', 6000, null],
  ] as const)('a %s counts by its arithmetic, and costs what it costs to buy', (kind, worth, cost) => {
    const [got] = project({ grants: known([grant({ kind, strike: '4' })]) }).grants;
    expect([got?.worth, got?.exerciseCost]).toEqual([units(worth), cost === null ? null : units(cost)]);
  });
  it('a strike that is to be set is not 0', () => {
    const facts = { exerciseDays: null, earlyExercise: null, acceleration: null, needsExit: null, toBeSet: true };
    const [got] = project({ grants: known([grant({ kind: 'iso', strike: '0', facts })]) }).grants;
    expect([got?.worth, got?.missing, got?.exerciseCost]).toEqual([null, 'strike', null]);
  });
  it('falls in price and not in count with each round: 400,000,000 after two rounds of 20 %', () => {
    const outcome = {
      name: 'Sale',
      odds: '100',
      at: { exit: units(400_000_000), outstanding: 12_000_000, rounds: ['20', '20'] },
    };
    const options = grant({ kind: 'iso', strike: '0.75', listed: false, price: null, size: { by: 'shares', shares: 25_000 } });
    const got = project({ grants: known([options]) }, { outcomes: [outcome] });
    expect(got.outcomes).toEqual({
      list: [{ name: 'Sale', odds: '100', worth: units(514_583.33) }],
      expected: units(514_583.33),
    });
    expect(() => priceAtExit(1, 0, [], 'EUR')).toThrow('how many shares');
  });
  it('weighs outcomes by their odds, which sum to 100', () => {
    const outcomes = [
      { name: 'Nothing', odds: '70', at: { price: '0' } },
      { name: 'Sale', odds: '29.5', at: { price: '20' } },
      { name: 'Listing', odds: '0.5', at: { price: '400' } },
    ];
    const list = [grant({ listed: false, kind: 'nso', strike: '5' }), grant({ listed: true })];
    expect(project({ grants: known(list) }, { outcomes }).outcomes).toEqual({
      list: [
        { name: 'Nothing', odds: '70', worth: 0 },
        { name: 'Sale', odds: '29.5', worth: units(15_000) },
        { name: 'Listing', odds: '0.5', worth: units(395_000) },
      ],
      expected: units(6400),
    });
    const odds = (text: string) => () =>
      project({ grants: known(list) }, { outcomes: [{ ...outcomes[0], name: '', odds: text, at: { price: '1' } }] });
    expect(odds('99.5')).toThrow('The odds sum to 99.5 %, not to 100 %.');
    expect(project({ grants: known([grant({ listed: false, kind: 'nso' })]) }, { outcomes }).outcomes?.expected).toBeNull();
  });
  it('on a path of prices, beside the flat price', () => {
    const got = project({ grants: known([grant({})]) }, { pricePath: ['0', '20', '-50'] });
    expect([got.years.map(({ vest }) => vest), got.onPath]).toEqual([
      Array(4).fill(units(2500)),
      { years: [2500, 3000, 1250, 1250].map(units), total: units(8000) },
    ]);
    expect(project({ grants: known([grant({ price: null })]) }, { pricePath: ['5'] }).onPath?.years[0]).toBeNull();
  });
  it('adds up over the years to its worth, to the cent', () => {
    const [got] = project({ grants: known([grant({ size: { by: 'shares', shares: 4 }, price: '0.333333' })]) }).grants;
    expect([got?.years, got?.worth]).toEqual([[33, 34, 33, 33], 133]);
    expect(got?.vests.map(({ worth }) => worth)).toEqual(got?.years);
  });
});
