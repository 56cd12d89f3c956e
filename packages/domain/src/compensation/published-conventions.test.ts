import { describe, expect, it } from 'vitest';
import { yearBaseOf } from './base.ts';
import { type Components, type Grant, known, type Match, none } from './components.ts';
import type { Allocation, Pay } from './conventions.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

/** Worked examples that others have published, each with its source; money in cents. */
const bare: Partial<Components> = {
  ...{ base: none, bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const units = (amount: number) => Math.round(amount * 100);
const project = (components: Partial<Components>, assumed = {}) =>
  projectOffer({ currency: 'USD', components: { ...bare, ...components } }, { horizon: 1, ...assumed });
const grant = (more: Partial<Grant>): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 1000 }, price: '10', strike: null, preferred: null, listed: true },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['100']), cliff: null },
  ...more,
});

describe('18 shares in 4 tranches (Open Cap Table Coalition, Open-Cap-Format-OCF, AllocationType)', () => {
  it.each<[Allocation, string[]]>([
    ['cumulative-rounding', ['5', '4', '5', '4']],
    ['cumulative-round-down', ['4', '5', '4', '5']],
    ['front-loaded', ['5', '5', '4', '4']],
    ['back-loaded', ['4', '4', '5', '5']],
    ['front-loaded-to-single-tranche', ['6', '4', '4', '4']],
    ['back-loaded-to-single-tranche', ['4', '4', '4', '6']],
    ['fractional', ['4.5', '4.5', '4.5', '4.5']],
  ])('%s', (allocation, tranches) => {
    const vesting = {
      start: { after: 0 },
      granted: null,
      steps: buildYearlySteps(['25', '25', '25', '25']),
      cliff: null,
      allocation,
    };
    const got = project({ grants: known([grant({ size: { by: 'shares', shares: 18 }, vesting })]) }, { horizon: 4 });
    expect(got.grants[0]?.vests.map(({ fraction, shares }) => fraction ?? String(shares))).toEqual(tranches);
    expect(got.years.map(({ vest }) => vest)).toEqual(tranches.map((shares) => units(10 * Number(shares))));
  });
});

describe('pay by the hour', () => {
  it.each<[string, number, string, number]>([
    ['25 at 40 hours (salaryincreasecalculator.online/annual-salary-calculator)', 25, '40', 52_000],
    ['30 at 40 hours (happyhomemakertips.com/25-hourly-to-annual-easy-conversion-expl)', 30, '40', 62_400],
    ['15 at 35 hours (differbtw.com/25-hourly-to-annual-full-calculation-gui)', 15, '35', 27_300],
    ['40 at 45 hours (differbtw.com/25-hourly-to-annual-full-calculation-gui)', 40, '45', 93_600],
    ['45 at 40 hours (prepmycareer.com/25-hourly-to-salary-answer-with-formula)', 45, '40', 93_600],
  ])('%s', (_, rate, hours, year) => {
    const pay: Pay = { amount: units(rate), per: 'hour', hours };
    expect(yearBaseOf(known(pay))).toBe(units(year));
  });
});

describe('on-target earnings', () => {
  it.each<[string, number, number, string, number]>([
    ['70,000 and 30,000 at target (bentega.io/sales-compensation)', 70_000, 30_000, '100', 100_000],
    ['90,000 and 90,000 at target (metrickittools.com, OTE and commission rate)', 90_000, 90_000, '100', 180_000],
    ['90,000 and 90,000 at 120 %, linear (metrickittools.com, OTE and commission rate)', 90_000, 90_000, '120', 198_000],
  ])('%s', (_, base, amount, payout, total) => {
    expect(project({ base: known(units(base)), bonus: known({ amount: units(amount) }) }, { payout }).total).toBe(units(total));
  });
});

describe('what they add to retirement saving', () => {
  const upper = units(50_270);
  const band = (lower: number, most: number | null): Match['limits'] => ({
    base: most,
    own: null,
    match: null,
    lower: units(lower),
  });
  it.each<[string, number, Match, number]>([
    [
      '50 cents on the first 6 % of 50,000 (humaninterest.com, Employer match 401k)',
      50_000,
      { tiers: [{ rate: '50', upTo: '6' }], own: '6' },
      1500,
    ],
    [
      '1.00 on the first 3 % and 50 cents on the next 2 % (humaninterest.com, Employer match 401k)',
      50_000,
      {
        tiers: [
          { rate: '100', upTo: '3' },
          { rate: '50', upTo: '5' },
        ],
        own: '5',
      },
      2000,
    ],
    [
      '100 % of the first percent, 50 % of 2 to 6 (forum.mrmoneymustache.com, 401k Math Test)',
      100_000,
      {
        tiers: [
          { rate: '100', upTo: '1' },
          { rate: '50', upTo: '6' },
        ],
        own: '6',
      },
      3500,
    ],
    [
      '100 % up to 3 % of 60,000, although 5 % are put in (hows.tech, How to calculate 401k match)',
      60_000,
      { tiers: [{ rate: '100', upTo: '3' }], own: '5' },
      1800,
    ],
    [
      'all of what qualifies of 37,000 (help.maji.io, What are qualifying earnings)',
      37_000,
      { tiers: [], own: '0', employer: '100', limits: band(6240, upper) },
      30_760,
    ],
    [
      'all of what qualifies of 60,000 (help.maji.io, What are qualifying earnings)',
      60_000,
      { tiers: [], own: '0', employer: '100', limits: band(6240, upper) },
      44_030,
    ],
    [
      'all of what qualifies of 25,000 in 2018/19 (thepeoplespension.co.uk, Qualifying earnings)',
      25_000,
      { tiers: [], own: '0', employer: '100', limits: band(6032, units(46_350)) },
      18_968,
    ],
  ])('%s', (_, base, match, added) => {
    const { tiers, ...rest } = match;
    expect(project({ base: known(units(base)), match: known({ ...rest, tiers: [...tiers] }) }).years[0]?.match).toBe(
      units(added),
    );
  });
});

describe('a share purchase plan at a flat price (mystockoptions.com, employee stock purchase plans)', () => {
  it.each([
    ['15 % off 8 dollars: 6.80 buy 1.20', '15', 6.8, 1.2],
    ['10 % off 8 dollars: 7.20 buy 0.80', '10', 7.2, 0.8],
  ])('%s', (_, discount, paid, gain) => {
    const espp = known({ discount, contribution: '100', most: null });
    expect(project({ base: known(units(paid)), espp }).years[0]?.espp).toBe(units(gain));
  });
});

describe('options and shares of a company', () => {
  const worth = (more: Partial<Grant>, assumed = {}) => project({ grants: known([grant(more)]) }, assumed).grants[0];
  it('100 BSPCE at 10, the share at 20, then at 5 (help.seedlegals.com, Pourquoi exercer ses BSPCE)', () => {
    const bons = { kind: 'bspce' as const, size: { by: 'shares' as const, shares: 100 }, strike: '10' };
    expect(worth({ ...bons, price: '20' })).toMatchObject({ worth: units(1000), exerciseCost: units(1000) });
    expect(worth({ ...bons, price: '5' })).toMatchObject({ worth: 0, underwater: true });
  });
  it('100 BSPCE at 2, the share at 5 (b3gin.com, Est-ce que la valeur des BSPCE peut devenir négative)', () => {
    expect(worth({ kind: 'bspce', size: { by: 'shares', shares: 100 }, strike: '2', price: '5' })?.worth).toBe(units(300));
  });
  it('1,000 EMI options at 1 cost 1,000 to exercise (blog.techhub.com, How to give your employees EMI options)', () => {
    expect(worth({ kind: 'emi', strike: '1', price: '1' })).toMatchObject({ exerciseCost: units(1000), worth: 0 });
  });
  it('20,000 options at 0.05, the share at 1.50 (planprojections.com/funding/stock-option)', () => {
    const options = { kind: 'nso' as const, size: { by: 'shares' as const, shares: 20_000 }, strike: '0.05', price: '1.50' };
    expect(worth(options)?.worth).toBe(units(29_000));
  });
  it('3 % of 11,500,000 fully diluted are 345,000 (holloway.com, Dilution from adding an employee)', () => {
    expect(worth({ kind: 'iso', strike: '1', size: { by: 'percent', percent: '3', of: 11_500_000 } })?.shares).toBe(345_000);
  });
  it('25,000 of 12,000,000 are 0.21 %, and two rounds of 20 % leave 0.13 % (venturecalculator.com, Employee options worth)', () => {
    // the share of the exit without a strike; the page prints 6.3 million for the options, which its own inputs do not give
    const shares = { listed: false, size: { by: 'shares' as const, shares: 25_000 } };
    const at = (rounds: string[]) =>
      project(
        { grants: known([grant(shares)]) },
        { outcomes: [{ name: 'Exit', odds: '100', at: { exit: units(400_000_000), outstanding: 12_000_000, rounds } }] },
      ).outcomes?.expected;
    expect([at([]), at(['20', '20'])]).toEqual([833_333.33, 533_333.33].map(units));
  });
});

describe('1,000 shares over four years, a quarter after the first', () => {
  const of = (every: 1 | 3) =>
    project({
      startDate: known('2024-01-01'),
      grants: known([
        grant({
          vesting: {
            start: { after: 0 },
            granted: null,
            steps: [{ months: 48, percent: '100', every }],
            cliff: { months: 12, share: null },
          },
        }),
      ]),
    }).grants[0]?.vests;
  it('then by the month, from 1 February on (waterfalls.app, How restricted stock units vest)', () => {
    const vests = of(1);
    expect(vests?.slice(0, 2).map(({ date, shares }) => [date, shares])).toEqual([
      ['2025-01-01', 250],
      ['2025-02-01', 20],
    ]);
    expect(vests).toHaveLength(37);
  });
  it('then 6.25 % a quarter (Hacker News 27765730)', () => {
    expect(of(3)?.map(({ shares }) => shares)).toEqual([250, 62, 63, 62, 63, 62, 63, 62, 63, 62, 63, 62, 63]);
  });
});
