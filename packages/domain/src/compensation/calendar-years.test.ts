import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { splitByCalendarYear, sumVestsByYear } from './calendar-years.ts';
import { blankComponents, type Components, type Grant, known, none, unknown } from './components.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

const shares = (count: number, more: Partial<Grant> = {}): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: count }, price: '1', strike: null, preferred: null, listed: true },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50'], 6), cliff: null },
  ...more,
});
const settled: Components = {
  ...blankComponents(),
  base: none,
  bonus: none,
  signOn: none,
  grants: none,
  match: none,
  leaveDays: none,
};
const project = (components: Partial<Components>, more: Partial<Assumptions> = {}) =>
  projectOffer(
    { currency: 'EUR', components: { ...settled, startDate: known('2026-07-01'), ...components } },
    { ...defaultAssumptions, horizon: 2, ...more },
  );
const years = (...given: Parameters<typeof project>) => splitByCalendarYear(project(...given)) ?? [];

describe('calendar years', () => {
  it('cannot be told without a first day', () => {
    expect(splitByCalendarYear(project({ startDate: unknown, base: known(365) }))).toBeNull();
  });
  it('share the base by days, a leap day included', () => {
    // 184 days of 2026 and 181 of 2027 in the first vest year; 184 and 182 (of 366, with 29 February 2028) in the second
    expect(years({ base: known(365_00) }).map(({ year, base }) => [year, base])).toEqual([
      [2026, 184_00],
      [2027, 181_00 + Math.round((184 / 366) * 365_00)],
      [2028, Math.round((182 / 366) * 365_00)],
    ]);
  });
  it('pay the bonus when its year ends and one-time money when it begins', () => {
    const got = years({ base: known(1_000), bonus: known({ target: '10' }), signOn: known({ paid: [70, 30], clawback: null }) });
    expect(got.map(({ bonus, once }) => [bonus, once])).toEqual([
      [0, 70],
      [100, 30],
      [100, 0],
    ]);
  });
  it('put every vest where its day is, and none after the horizon', () => {
    const steps = buildYearlySteps(['40', '40', '20'], 6);
    const grants = known([shares(100, { vesting: { start: { after: 0 }, granted: null, steps, cliff: null } })]);
    // vests on 1 January and 1 July; the last one inside two years is that of the last day
    expect(years({ grants }).map(({ vest }) => vest)).toEqual([0, 40_00, 40_00]);
    expect(years({ refreshers: grants }).map(({ refreshers }) => refreshers)).toEqual([0, 40_00, 40_00]);
  });
  it('add up to the total of the projection', () => {
    const parts = {
      base: known(365 * 366),
      bonus: known({ target: '20' }),
      signOn: known({ paid: [500], clawback: null }),
      grants: known([shares(100)]),
      refreshers: known([shares(10)]),
    };
    const got = years(parts);
    expect(got.reduce((sum, { total }) => sum + total, 0)).toBe(project(parts).total);
    for (const { base, bonus, once, vest, refreshers, total } of got)
      expect(total).toBe([base, bonus, once, vest, refreshers].reduce<number>((sum, part) => sum + (part ?? 0), 0));
  });
  it('leave unknown what is unknown, and count the rest', () => {
    const got = years({ base: unknown, bonus: unknown, signOn: unknown, grants: unknown, refreshers: unknown });
    expect(got).toHaveLength(3);
    for (const year of got)
      expect(year).toMatchObject({ base: null, bonus: null, once: null, vest: null, refreshers: null, total: 0 });
  });
  it('count a guarantee although the sign-on is not known', () => {
    const got = years({ signOn: unknown, guaranteed: known({ paid: [40], kind: 'extra' }) });
    expect(got.map(({ once }) => once)).toEqual([40, null, null]);
    expect(years({}).map(({ once }) => once)).toEqual([0, 0, 0]);
  });
  it('count the grant whose price is known beside one whose is not', () => {
    const grants = known([shares(100), shares(100, { price: null })]);
    expect(years({ grants }).map(({ vest }) => vest)).toEqual([0, 50_00, 50_00]);
    expect(years({ grants: known([shares(100, { price: null })]) }).map(({ vest }) => vest)).toEqual([null, null, null]);
  });
  it('know a vest of a first year and none of a later one', () => {
    const once = { start: { after: 0 }, granted: null, steps: buildYearlySteps(['100']), cliff: null };
    expect(years({ grants: known([shares(9, { vesting: once })]) }).map(({ vest }) => vest)).toEqual([0, 900, 0]);
  });
});

describe('shares by calendar year', () => {
  const vested = (grant: Grant, startDate: Components['startDate'] = known('2026-07-01')) => {
    const [value] = project({ grants: known([grant]), startDate }).grants;
    return value ? [...sumVestsByYear(value)] : null;
  };
  it('are those that vest on its days', () => {
    expect(vested(shares(101))).toEqual([
      [2027, 50],
      [2028, 51],
    ]);
  });
  it('are none while no day is known', () => expect(vested(shares(100), unknown)).toEqual([]));
  it('are money for a grant by value without a price', () => {
    expect(vested(shares(0, { size: { by: 'value', value: 2_000 }, price: null }))).toEqual([
      [2027, 1_000],
      [2028, 1_000],
    ]);
  });
});

describe('calendar years and vest years', () => {
  const lines = ['base', 'bonus', 'vest', 'refreshers'] as const;
  const sumOf = (list: readonly (number | null)[]) => list.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
  const agree = (projection: ReturnType<typeof project>) => {
    const calendar = splitByCalendarYear(projection) ?? [];
    for (const line of lines)
      expect(sumOf(calendar.map((year) => year[line])), line).toBe(sumOf(projection.years.map((year) => year[line])));
    expect(sumOf(calendar.map((year) => year.total))).toBe(projection.total);
  };
  const monthly = (months: number): Grant['vesting'] => ({
    start: { after: 0 },
    granted: null,
    steps: [{ months, percent: '100', every: 1 }],
    cliff: null,
  });

  it('lose no smallest unit of the base: 3 years of 100.01, begun in mid-year', () => {
    const got = project({ base: known(100_01), startDate: known('2026-05-17') }, { horizon: 3 });
    agree(got);
    // so far: 100.01 · 229/365 = 62.746; 100.01 + 100.01 · 229/366 = 162.585; 200.02 + 62.746; 300.03
    expect(splitByCalendarYear(got)?.map(({ base }) => base)).toEqual([62_75, 162_58 - 62_75, 262_77 - 162_58, 300_03 - 262_77]);
  });
  it('lose none of a vest each month at a price of fractions of a cent', () => {
    const grants = known([shares(1000, { price: '0.0333', vesting: monthly(24) })]);
    const got = project({ grants, startDate: known('2026-05-17') });
    agree(got);
    // the twelve vests of a year add up to the year
    expect(sumOf((got.grants[0]?.vests ?? []).slice(0, 12).map(({ worth }) => worth))).toBe(got.years[0]?.vest);
  });
  it('count in the first of both what vested before the first day', () => {
    const early = { start: { on: '2024-01-01' }, granted: null, steps: buildYearlySteps(['25', '25', '25', '25']), cliff: null };
    const got = project({ grants: known([shares(100, { vesting: early })]), startDate: known('2026-07-01') });
    agree(got);
    expect(splitByCalendarYear(got)?.map(({ vest }) => vest)).toEqual([50_00, 25_00, 25_00]);
  });
  it('agree for every offer', () => {
    const day = fc
      .integer({ min: 0, max: 4_000 })
      .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
    const start = fc.oneof(
      fc.nat({ max: 30 }).map((after) => ({ after })),
      day.map((on) => ({ on })),
    );
    fc.assert(
      fc.property(
        ...[day, start, fc.option(day), fc.nat({ max: 9_999_999 }), fc.nat({ max: 99_999 }), fc.integer({ min: 1, max: 10 })],
        (first, from, granted, base, price, horizon) => {
          const vesting = { ...monthly(36), start: from, granted };
          const grants = known([shares(997, { price: `0.${String(price).padStart(5, '0')}`, vesting })]);
          const parts = { base: known(base), bonus: known({ target: '7.77' }), grants, startDate: known(first) };
          agree(project(parts, { horizon, raise: '3.33' }));
        },
      ),
      { numRuns: 300 },
    );
  });
});
