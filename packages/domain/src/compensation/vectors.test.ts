import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from './assumptions.ts';
import { addMonths } from './calendar.ts';
import { splitByCalendarYear, sumVestsByYear } from './calendar-years.ts';
import { blankComponents, type Components, type Grant, known, none, type VestStep } from './components.ts';
import { presentValueOf } from './present-value.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps, listVests } from './vesting.ts';

/** The worked cases of the specification, with their sources; amounts in whole units as published. */
const usd = (units: number) => Math.round(units * 100);
const bare: Components = {
  ...{ ...blankComponents(), bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const rsu = (size: Grant['size'], steps: VestStep[], more: Partial<Grant> = {}): Grant => ({
  name: 'RSU',
  kind: 'rsu',
  size,
  price: null,
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps, cliff: null },
  ...more,
});
const project = (components: Partial<Components>, assumptions = {}) =>
  projectOffer({ currency: 'USD', components: { ...bare, ...components } }, { ...defaultAssumptions, ...assumptions });
const even = buildYearlySteps(['25', '25', '25', '25']);
const cents = (list: number[]) => list.map(usd);

describe('worked cases', () => {
  it('V1: 1,000 RSU at 100, 5/15/40/40, sign-on in years 1 and 2 (fearlesssalarynegotiation.com)', () => {
    const got = project({
      base: known(usd(145_000)),
      signOn: known({ paid: cents([30_000, 20_000]), clawback: null }),
      grants: known([rsu({ by: 'shares', shares: 1000 }, buildYearlySteps(['5', '15', '40', '40']), { price: '100' })]),
    });
    expect(got.years.map((year) => year.total)).toEqual(cents([180_000, 180_000, 185_000, 185_000]));
    expect([got.total, got.complete]).toEqual([usd(730_000), true]);
  });

  it('V2: 600,000 vesting 5/15/40/40 (cryptoguiding; avieradvisors)', () => {
    const got = project({
      base: none,
      grants: known([rsu({ by: 'value', value: usd(600_000) }, buildYearlySteps(['5', '15', '40', '40']))]),
    });
    expect(got.years.map((year) => year.vest)).toEqual(cents([30_000, 90_000, 240_000, 240_000]));
  });

  it('V4a: refreshers granted at the end of years 1 to 4 (HN 27765672)', () => {
    const later = [40_000, 60_000, 80_000, 100_000].map((value, at) =>
      rsu({ by: 'value', value: usd(value) }, even, {
        vesting: { start: { after: 12 * (at + 1) }, granted: null, steps: even, cliff: null },
      }),
    );
    const got = project(
      { base: none, grants: known([rsu({ by: 'value', value: usd(100_000) }, even)]), refreshers: known(later) },
      { horizon: 5 },
    );
    expect(got.years.map((year) => (year.vest ?? 0) + (year.refreshers ?? 0))).toEqual(
      cents([25_000, 35_000, 50_000, 70_000, 70_000]),
    );
  });

  it('V5: raise, bonus, sign-on, refreshers and match (nmata010/offer-lens)', () => {
    const refreshers = [12, 24, 36].map((after) =>
      rsu({ by: 'value', value: usd(60_000) }, even, {
        vesting: { start: { after }, granted: null, steps: even, cliff: null },
      }),
    );
    const got = project(
      {
        base: known(usd(195_000)),
        bonus: known({ target: '20' }),
        signOn: known({ paid: [usd(50_000)], clawback: null }),
        grants: known([rsu({ by: 'value', value: usd(480_000) }, even)]),
        refreshers: known(refreshers),
        match: known({ tiers: [{ rate: '50', upTo: '6' }], own: '6' }),
      },
      { raise: '3' },
    );
    const cash = got.years.map((year) => (year.base ?? 0) + (year.bonus ?? 0) + (year.signOn ?? 0));
    expect(cash).toEqual(cents([284_000, 241_020, 248_250.6, 255_698.12]));
    expect(got.years.map((year) => (year.vest ?? 0) + (year.refreshers ?? 0))).toEqual(
      cents([120_000, 135_000, 150_000, 165_000]),
    );
    expect(got.years.map((year) => year.match)).toEqual(cents([5850, 6025.5, 6206.27, 6392.45]));
    expect(got.years.map((year) => year.withBenefits)).toEqual(cents([409_850, 382_045.5, 404_456.87, 427_090.57]));
    expect(got.withBenefits).toBe(usd(1_623_442.94));
  });

  const monthly = {
    start: { after: 0 },
    granted: null,
    steps: [{ months: 48, percent: '100', every: 1 as const }],
    cliff: { months: 12, share: null },
  };

  it('V9a: 48 months with a 12-month cliff in whole shares (OCF-Tools)', () => {
    const got = listVests(100_000, monthly, '2025-01-01');
    expect(got).toHaveLength(37);
    expect([got[0], got[1], got.at(-1)].map((vest) => [vest?.date, vest?.amount])).toEqual([
      ['2026-01-01', 25_000],
      ['2026-02-01', 2083],
      ['2029-01-01', 2084],
    ]);
  });

  it('V9c: yearly 5/15/40/40 (OCF-Tools)', () => {
    const got = listVests(100_000, { ...monthly, steps: buildYearlySteps(['5', '15', '40', '40']), cliff: null }, '2025-01-01');
    expect(got.map((vest) => [vest.date, vest.amount])).toEqual([
      ['2026-01-01', 5000],
      ['2027-01-01', 15_000],
      ['2028-01-01', 40_000],
      ['2029-01-01', 40_000],
    ]);
  });

  it('V9d: vest years differ from calendar years', () => {
    const vesting = { ...monthly, start: { on: '2025-07-01' } };
    const got = project({ base: none, grants: known([rsu({ by: 'shares', shares: 4800 }, [], { price: '1', vesting })]) });
    expect(got.years.map((year) => year.vest)).toEqual(cents([1200, 1200, 1200, 1200]));
    const [grant] = got.grants;
    expect(grant && Object.fromEntries(sumVestsByYear(grant))).toEqual({ 2026: 1700, 2027: 1200, 2028: 1200, 2029: 700 });
    expect(splitByCalendarYear(got)?.map((year) => [year.year, year.vest])).toEqual([
      [2025, 0],
      [2026, usd(1700)],
      [2027, usd(1200)],
      [2028, usd(1200)],
      [2029, usd(700)],
    ]);
  });

  it('V9g: month ends are counted from the root date (OCF-Tools)', () => {
    expect([1, 2, 3, 4, 5, 6].map((months) => addMonths('2025-01-31', months))).toEqual([
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
    ]);
  });

  it('A: a flat offer and its present value at 10 %', () => {
    const got = project({
      base: known(usd(180_000)),
      bonus: known({ target: '15' }),
      signOn: known({ paid: [usd(25_000)], clawback: null }),
      grants: known([rsu({ by: 'value', value: usd(200_000) }, even)]),
    });
    expect(got.years.map((year) => year.total)).toEqual(cents([282_000, 257_000, 257_000, 257_000]));
    expect([got.total, got.average, got.presentValueAtYearEnds]).toEqual(cents([1_053_000, 263_250, 837_382.69]));
    // the sign-on is there on the first day: 25,000 and not 25,000 / 1.1
    expect(got.presentValue).toBe(usd(839_655.42));
    expect(presentValueOf(cents([282_000, 257_000, 257_000, 257_000]), '10')).toBe(usd(837_382.69));
  });

  it('X1: a schedule of 99 % is refused', () => {
    const refused = () =>
      project({ grants: known([rsu({ by: 'shares', shares: 100 }, buildYearlySteps(['33', '33', '22', '11']))]) });
    expect(refused).toThrow('The schedule sums to 99 %, not to 100 %.');
    expect(refused).toThrow(expect.objectContaining({ code: 'invalid', path: 'grants.0.vesting.steps' }));
  });
});
