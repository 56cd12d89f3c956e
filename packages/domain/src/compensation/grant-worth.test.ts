import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import type { Grant, Vesting } from './components.ts';
import { valueGrant } from './equity.ts';
import { buildYearlySteps, listVests, scheduleWords, vestingPresets } from './vesting.ts';

const schedule = (more: Partial<Vesting> = {}): Vesting => ({
  start: { after: 0 },
  granted: null,
  steps: buildYearlySteps(['50', '50']),
  cliff: null,
  ...more,
});
const grant = (more: Partial<Grant> = {}): Grant => ({
  ...{
    name: 'New hire',
    kind: 'rsu',
    size: { by: 'shares', shares: 100 },
    price: '10',
    strike: null,
    preferred: '15',
    listed: false,
  },
  vesting: schedule(),
  ...more,
});
const value = (more: Partial<Grant> = {}, assumed: Partial<Assumptions> = {}, firstDay: string | null = null) =>
  valueGrant(
    grant(more),
    { currency: 'EUR', assumptions: { ...defaultAssumptions, ...assumed }, firstDay, years: 2 },
    'grants.0',
  );

describe('a share', () => {
  it('counts at the price, or at what investors paid where the company is not listed', () => {
    expect(value().worth).toBe(1_000_00);
    expect(value({}, { pricing: 'preferred' }).worth).toBe(1_500_00);
    expect(value({ listed: true }, { pricing: 'preferred' }).worth).toBe(1_000_00);
    expect(value({ listed: true, preferred: null }, { pricing: 'preferred' }).worth).toBe(1_000_00);
    expect(value({ preferred: null }).worth).toBe(1_000_00);
  });
  it('says which price is missing', () => {
    const missing = (more: Partial<Grant>, pricing: Assumptions['pricing']) => value(more, { pricing }).missing;
    expect(missing({ price: null }, 'price')).toBe('price');
    expect(missing({ preferred: null }, 'preferred')).toBe('preferred price');
    expect(missing({ price: null, listed: true }, 'preferred')).toBe('price');
    expect(missing({ price: null }, 'preferred')).toBeNull();
    expect(value({ price: null })).toMatchObject({ worth: null, years: [null, null], underwater: false });
  });
  it('of an option needs its strike; one of an RSU is not looked at', () => {
    for (const kind of ['iso', 'nso'] as const) {
      expect(value({ kind })).toMatchObject({ missing: 'strike', worth: null, exerciseCost: null });
      expect(value({ kind, strike: '4' })).toMatchObject({
        missing: null,
        worth: 600_00,
        exerciseCost: 400_00,
        underwater: false,
      });
    }
    expect(value({ strike: '4' })).toMatchObject({ missing: null, worth: 1_000_00, exerciseCost: null });
  });
  it('is underwater when the strike is not below the price, and then worth nothing', () => {
    expect(value({ kind: 'nso', strike: '10' })).toMatchObject({ worth: 0, underwater: true, exerciseCost: 1_000_00 });
    expect(value({ kind: 'nso', strike: '12' })).toMatchObject({ worth: 0, underwater: true });
    expect(value({ kind: 'nso', strike: '9.99' })).toMatchObject({ worth: 1_00, underwater: false });
    expect(value({ kind: 'nso', strike: '9', price: null })).toMatchObject({
      missing: 'price',
      underwater: false,
      exerciseCost: 900_00,
    });
    // an RSU at a price of 0 is worth nothing, but there is no strike to be under
    expect(value({ price: '0' })).toMatchObject({ worth: 0, underwater: false });
  });
  it('by value keeps its number of shares when the price moves, and is diluted as shares are', () => {
    const size = { by: 'value', value: 1_000_00 } as const;
    expect(value({ size })).toMatchObject({ shares: 100, worth: 1_000_00 });
    expect(value({ size }, { dilution: '50' }).worth).toBe(500_00);
    expect(value({}, { dilution: '50' }).worth).toBe(500_00);
    expect(value({ size, price: null }, { priceChange: '10', haircut: '50', dilution: '50' })).toMatchObject({
      shares: null,
      worth: 275_00,
      missing: null,
    });
    expect(value({ size, price: null, listed: true }, { haircut: '50' }).worth).toBe(1_000_00);
    expect(value({ size, price: null }).vests.map(({ shares, worth }) => [shares, worth])).toEqual([
      [null, 500_00],
      [null, 500_00],
    ]);
  });
});

describe('a vest', () => {
  const at = (start: Vesting['start'], firstDay: string | null) =>
    value({ vesting: schedule({ start }) }, {}, firstDay).vests.map((vest) => [vest.at, vest.date]);

  it('counts its months from the first day of work, with dates where that is known', () => {
    expect(at({ after: 0 }, null)).toEqual([
      [12, null],
      [24, null],
    ]);
    expect(at({ after: 3 }, null)).toEqual([
      [15, null],
      [27, null],
    ]);
    expect(at({ after: 3 }, '2026-01-31')).toEqual([
      [15, '2027-04-30'],
      [27, '2028-04-30'],
    ]);
  });
  it('that starts on a day of its own has dates, and months where the first day is known', () => {
    expect(at({ on: '2025-10-01' }, null)).toEqual([
      [12, '2026-10-01'],
      [24, '2027-10-01'],
    ]);
    expect(at({ on: '2025-10-01' }, '2026-01-01')).toEqual([
      [9, '2026-10-01'],
      [21, '2027-10-01'],
    ]);
  });
  it('on a grant date counts its months from the first day, not from the vesting start that a short month moved', () => {
    // 29 March is not after 31 March, two months from the first day; from 28 February it would be in the third
    const late = schedule({ start: { after: 1 }, granted: '2026-03-29', steps: buildYearlySteps(['100'], 1) });
    expect(value({ vesting: late }, {}, '2026-01-31').vests.slice(0, 2)).toMatchObject([
      { at: 2, date: '2026-03-29' },
      { at: 3, date: '2026-04-28' },
    ]);
  });
  it('before the first day belongs to year 1, one after the horizon to none', () => {
    const years = (on: string) => value({ vesting: schedule({ start: { on } }) }, {}, '2026-01-01').years;
    expect(years('2024-06-01')).toEqual([1_000_00, 0]);
    expect(years('2025-01-01')).toEqual([1_000_00, 0]);
    expect(years('2026-01-01')).toEqual([500_00, 500_00]);
    expect(years('2026-01-02')).toEqual([0, 500_00]);
    expect(years('2028-01-01')).toEqual([0, 0]);
  });
  it('that would fall before the grant date falls on it', () => {
    const dated = (granted: string | null) =>
      listVests(100, schedule({ granted, steps: buildYearlySteps(['50', '50'], 6) }), '2026-01-31').map(
        ({ month, date, amount }) => [month, date, amount],
      );
    expect(dated('2027-02-10')).toEqual([
      [13, '2027-02-10', 50],
      [18, '2027-07-31', 25],
      [24, '2028-01-31', 25],
    ]);
    expect(dated('2026-07-31')).toEqual(dated(null));
    expect(dated('2026-08-01')).toEqual([[7, '2026-08-01', 25], ...dated(null).slice(1)]);
    expect(dated('2027-01-31')).toEqual([[12, '2027-01-31', 50], ...dated(null).slice(2)]);
    // without a vesting start no date is known, and nothing can be moved
    expect(listVests(100, schedule({ granted: '2027-06-01' }), null).map(({ month, date }) => [month, date])).toEqual([
      [12, null],
      [24, null],
    ]);
  });
});

describe('a schedule in words', () => {
  it('is its percentages, or its length and rhythm when it is one stretch', () => {
    expect(scheduleWords(buildYearlySteps(['5', '15', '40', '40']))).toBe('5/15/40/40');
    const even = (every: 1 | 3 | 6 | 12) => scheduleWords([{ months: 36, percent: '100', every }]);
    expect(([1, 3, 6, 12] as const).map(even)).toEqual([
      '36 months, monthly',
      '36 months, quarterly',
      '36 months, half-yearly',
      '36 months, yearly',
    ]);
  });
  it('is what the label of each preset says', () => {
    for (const { label, steps } of Object.values(vestingPresets)) {
      const [first] = steps;
      const told = steps.length > 1 ? scheduleWords(steps) : `Even over ${(first?.months ?? 0) / 12} years`;
      expect(label.startsWith(told), label).toBe(true);
    }
    const labels = Object.values(vestingPresets).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(
      labels
        .filter((label) => /\d\/\d/.test(label))
        .every((label) => /, (half-yearly from year 3|quarterly)$|over 3 years, quarterly$/.test(label)),
    ).toBe(true);
  });
});
