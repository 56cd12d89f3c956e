import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, vestDayOf } from './allocation.ts';
import type { Vesting } from './components.ts';
import { allocations } from './conventions.ts';
import { buildYearlySteps, listVests } from './vesting.ts';

const monthly: Vesting = {
  start: { after: 0 },
  granted: null,
  steps: [{ months: 48, percent: '100', every: 1 }],
  cliff: { months: 12, share: null },
};

describe('whole shares by a rule', () => {
  it('give each share once, whatever the rule, the schedule and the cliff', () => {
    const schedules = fc.constantFrom<Vesting>(
      monthly,
      { ...monthly, cliff: { months: 12, share: '10' } },
      { ...monthly, cliff: null, steps: buildYearlySteps(['5', '15', '40', '40'], 6) },
      { ...monthly, cliff: null, steps: buildYearlySteps(['33.3333', '33.3333', '33.3334'], 3) },
    );
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), schedules, fc.constantFrom(...allocations), (shares, schedule, allocation) => {
        const list = listVests(shares, { ...schedule, allocation }, '2026-01-31');
        expect(list.reduce((sum, { amount }) => sum + amount, 0)).toBe(shares);
        expect(list.every(({ amount }) => amount > 0 && Number.isInteger(amount))).toBe(true);
        expect(list.map(({ date }) => date)).toEqual([...new Set(list.map(({ date }) => date))].sort());
      }),
      { numRuns: 400 },
    );
  });
  it('never is a whole share away from the exact part, where sums are rounded', () => {
    const points = Array.from({ length: 48 }, (_, at) => ({ month: at + 1, top: BigInt(at + 1), bottom: 48n }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(...allocations.slice(0, 2)), (total, rule) => {
        let sum = 0n;
        allocate(total, points, rule).forEach((piece, at) => {
          sum += BigInt(piece);
          const away = sum * 48n - BigInt(total) * BigInt(at + 1);
          expect(away > -48n && away <= 24n).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
  it('is exact where no plain number holds the products, or the parts themselves', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const parts = (bottom: bigint) => [1n, 2n, 3n].map((top, at) => ({ month: at + 1, top: (bottom * top) / 3n, bottom }));
    for (const bottom of [3n, 3n * 10n ** 15n, 3n * 10n ** 20n])
      for (const total of [0, 7, 10 ** 12 + 1, most]) {
        const third = BigInt(total) / 3n;
        const reached = [third, (BigInt(total) * 2n) / 3n, BigInt(total)];
        const pieces = reached.map((sum, at) => Number(sum - (reached[at - 1] ?? 0n)));
        expect(allocate(total, parts(bottom))).toEqual(pieces);
        const halfUp = reached.map((_, at) => (2n * BigInt(total) * BigInt(at + 1) + 3n) / 6n);
        expect(allocate(total, parts(bottom), 'cumulative-rounding')).toEqual(
          halfUp.map((sum, at) => Number(sum - (halfUp[at - 1] ?? 0n))),
        );
      }
  });
  it('allocates month by month under a cliff: 100 over 48 months, front loaded, are 28 after a year', () => {
    const list = listVests(100, { ...monthly, allocation: 'front-loaded' }, '2026-01-01');
    expect(list.map(({ amount }) => amount).slice(0, 3)).toEqual([28, 2, 2]);
    expect(listVests(100, { ...monthly, allocation: 'back-loaded-to-single-tranche' }, null).at(-1)).toEqual({
      ...{ month: 48, date: null, amount: 6 },
    });
  });
});

describe('the day of a vest', () => {
  const quarters = { fixed: [2, 5, 8, 11].map((month) => ({ month, day: 15 })) };
  it.each([
    ['2026-01-31', 'last-of-month', '2026-01-31'],
    ['2026-02-10', 'last-of-month', '2026-02-28'],
    ['2028-02-10', 'last-of-month', '2028-02-29'],
    ['2100-02-10', 'last-of-month', '2100-02-28'],
    ['2000-02-10', 'last-of-month', '2000-02-29'],
    ['2026-04-01', 'last-of-month', '2026-04-30'],
    ['2026-12-01', 'last-of-month', '2026-12-31'],
    ['2026-02-15', quarters, '2026-02-15'],
    ['2026-02-16', quarters, '2026-05-15'],
    ['2026-11-16', quarters, '2027-02-15'],
    ['2027-02-28', { fixed: [{ month: 2, day: 30 }] }, '2027-02-28'],
    ['2026-02-16', { fixed: [] }, '2026-02-16'],
    ['2026-02-16', null, '2026-02-16'],
  ] as const)('%s by %j is %s', (date, days, day) => {
    const given = days === null || days === 'last-of-month' ? days : { fixed: [...days.fixed] };
    expect(vestDayOf(date, given)).toBe(day);
  });
  it('gathers what falls on one day into one vest', () => {
    const list = listVests(480, { ...monthly, cliff: null, days: quarters }, '2026-01-20');
    expect(list.slice(0, 2)).toEqual([
      { month: 1, date: '2026-05-15', amount: 30 },
      { month: 4, date: '2026-08-15', amount: 30 },
    ]);
    expect(list.at(-1)?.date).toBe('2030-02-15');
  });
});
