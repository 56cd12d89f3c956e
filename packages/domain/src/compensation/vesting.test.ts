import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './calendar.ts';
import type { Vesting, VestStep } from './components.ts';
import { buildYearlySteps, checkVesting, lengthOf, listVests, scheduleWords, vestingPresets, vestsAtOnce } from './vesting.ts';

const plain = (steps: VestStep[], more: Partial<Vesting> = {}): Vesting => ({
  start: { after: 0 },
  granted: null,
  steps,
  cliff: null,
  ...more,
});
const amounts = (total: number, vesting: Vesting, root: string | null = null) =>
  listVests(total, vesting, root).map((vest) => vest.amount);
const refusal = (vesting: Vesting) => {
  try {
    checkVesting(vesting, 'v');
  } catch (error) {
    if (error instanceof Error && 'path' in error) return [error.path, error.message];
  }
  return null;
};

describe('a schedule', () => {
  it('is refused with the field and a sentence when it cannot be', () => {
    expect(refusal(plain([]))).toEqual(['v.steps', 'A schedule needs at least one step.']);
    expect(refusal(plain(buildYearlySteps(['33', '33', '33.9999'])))).toEqual([
      'v.steps',
      'The schedule sums to 99.9999 %, not to 100 %.',
    ]);
    expect(refusal(plain(buildYearlySteps(['60', '50.5'])))).toEqual(['v.steps', 'The schedule sums to 110.5 %, not to 100 %.']);
    expect(refusal(plain(buildYearlySteps(['150', '-50'])))?.[0]).toBe('v.steps.1.percent');
    expect(refusal(plain([{ months: 10, percent: '100', every: 3 }]))).toEqual([
      'v.steps.0.months',
      'Vesting every 3 months does not fit 10 months.',
    ]);
    expect(refusal(plain(buildYearlySteps(Array(11).fill('9')).concat([{ months: 12, percent: '1', every: 12 }])))?.[1]).toBe(
      'A schedule lasts at most 10 years.',
    );
    expect(refusal(plain(buildYearlySteps(['100']), { cliff: { months: 18, share: null } }))).toEqual([
      'v.cliff.months',
      'The cliff (18 months) is longer than the grant (12 months).',
    ]);
    expect(refusal(plain(buildYearlySteps(['50', '50']), { cliff: { months: 12, share: '100.5' } }))?.[0]).toBe('v.cliff.share');
    expect(refusal(plain(buildYearlySteps(['100']), { cliff: { months: 12, share: '40' } }))?.[0]).toBe('v.cliff.share');
    expect(refusal(plain(buildYearlySteps(['100']), { start: { on: '2025-01-31' }, granted: '2026-02-01' }))).toBeNull();
    expect(refusal(plain(buildYearlySteps(['100']), { cliff: { months: 12, share: '100' } }))).toBeNull();
  });

  it('is summed exactly, to the last decimal that can be written', () => {
    expect(refusal(plain(buildYearlySteps(['33.33334', '33.33333', '33.33333'])))).toBeNull();
    expect(refusal(plain(buildYearlySteps(['66.66665', '33.33334'])))).toEqual([
      'v.steps',
      'The schedule sums to 99.99999 %, not to 100 %.',
    ]);
    expect(refusal(plain(buildYearlySteps(['99.999999999999'])))?.[1]).toContain('99.999999999999 %');
    expect(amounts(1000, plain(buildYearlySteps(['12.5', '37.5', '25.05', '24.95'])))).toEqual([125, 375, 250, 250]);
  });
  it('has presets that all sum to 100 %', () => {
    for (const { steps, cliff } of Object.values(vestingPresets)) expect(refusal(plain([...steps], { cliff }))).toBeNull();
    expect(amounts(1000, plain([...vestingPresets.back.steps]))).toEqual([50, 150, 200, 200, 200, 200]);
    expect(lengthOf(vestingPresets.threeYears.steps)).toBe(36);
    expect([scheduleWords(vestingPresets.back.steps), scheduleWords(vestingPresets.even.steps)]).toEqual([
      '5/15/40/40',
      '48 months, monthly',
    ]);
  });
});

describe('a cliff', () => {
  const twoYears: VestStep[] = [{ months: 24, percent: '100', every: 3 }];
  it('gathers what has accrued', () => {
    expect(
      listVests(800, plain(twoYears, { cliff: { months: 12, share: null } }), null).map((vest) => [vest.month, vest.amount]),
    ).toEqual([
      [12, 400],
      [15, 100],
      [18, 100],
      [21, 100],
      [24, 100],
    ]);
  });
  it('with its own share leaves the rest to the months after it', () => {
    expect(amounts(800, plain(twoYears, { cliff: { months: 12, share: '20' } }))).toEqual([160, 160, 160, 160, 160]);
    expect(amounts(800, plain(twoYears, { cliff: { months: 24, share: '100' } }))).toEqual([800]);
    expect(amounts(800, plain(twoYears, { cliff: { months: 12, share: '100' } }))).toEqual([800]);
  });
  it('may fall before the first vest', () => {
    expect(
      listVests(100, plain(buildYearlySteps(['50', '50']), { cliff: { months: 6, share: '10' } }), null).map((vest) => [
        vest.month,
        vest.amount,
      ]),
    ).toEqual([
      [6, 10],
      [12, 45],
      [24, 45],
    ]);
    expect(amounts(100, plain(buildYearlySteps(['50', '50']), { cliff: { months: 6, share: null } }))).toEqual([50, 50]);
  });
  it('before which all has vested spreads nothing after it', () => {
    const front: VestStep[] = [...buildYearlySteps(['100', '0'])];
    expect(amounts(800, plain(front, { cliff: { months: 12, share: '100' } }))).toEqual([800]);
    expect(refusal(plain(front, { cliff: { months: 12, share: '50' } }))?.[0]).toBe('v.cliff.share');
  });
  it('of no months is none', () => {
    expect(amounts(4, plain(buildYearlySteps(['50', '50']), { cliff: { months: 0, share: '50' } }))).toEqual([2, 2]);
  });
});

describe('a grant date after the vesting start', () => {
  const quarterly: VestStep[] = [{ months: 12, percent: '100', every: 3 }];
  it('takes on what would have vested before it', () => {
    const got = listVests(400, plain(quarterly, { granted: '2025-08-15' }), '2025-01-01');
    expect(got).toEqual([
      { month: 8, date: '2025-08-15', amount: 200 },
      { month: 9, date: '2025-10-01', amount: 100 },
      { month: 12, date: '2026-01-01', amount: 100 },
    ]);
  });
  it('joins the vest of the same day, and changes nothing when nothing comes before it', () => {
    expect(listVests(400, plain(quarterly, { granted: '2025-07-01' }), '2025-01-01').map((vest) => vest.amount)).toEqual([
      200, 100, 100,
    ]);
    expect(amounts(400, plain(quarterly, { granted: '2025-03-31' }), '2025-01-01')).toEqual([100, 100, 100, 100]);
  });
  it('after the last vest takes on the whole grant', () => {
    expect(listVests(400, plain(quarterly, { granted: '2026-01-02' }), '2025-01-01')).toEqual([
      { month: 13, date: '2026-01-02', amount: 400 },
    ]);
  });
});

describe('every schedule', () => {
  const every = fc.constantFrom<VestStep['every']>(1, 3, 6, 12);
  const steps = fc
    .tuple(fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), every), { minLength: 0, maxLength: 9 }), every)
    .map(([list, last]) => {
      let left = 100;
      const some = list.map(([wish, rhythm]): VestStep => {
        const percent = Math.min(wish, left);
        left -= percent;
        return { months: 12, percent: String(percent), every: rhythm };
      });
      return [...some, { months: 12, percent: String(left), every: last }];
    });
  const cliff = fc.option(
    fc.record({ months: fc.integer({ min: 1, max: 11 }), share: fc.option(fc.integer({ min: 0, max: 100 }).map(String)) }),
  );
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10));

  it('vests exactly the grant, in whole shares, in order of time', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5_000_000 }),
        steps,
        cliff,
        day,
        fc.option(fc.nat({ max: 10 })),
        (total, list, rule, root, late) => {
          const granted = late === null ? null : addMonths(root, late);
          const got = listVests(total, plain(list, { cliff: rule, granted }), root);
          if (granted !== null) expect(got.every((vest) => (vest.date ?? '') >= granted)).toBe(true);
          expect(got.reduce((sum, vest) => sum + vest.amount, 0)).toBe(total);
          expect(got.every((vest) => Number.isSafeInteger(vest.amount) && vest.amount > 0)).toBe(true);
          const dates = got.map((vest) => vest.date ?? '');
          expect(dates).toEqual([...dates].sort());
          expect(new Set(dates).size).toBe(dates.length);
          if (rule) expect(got.every((vest) => vest.month >= rule.months)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never has vested less of a larger grant', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 1000 }), steps, (total, more, list) => {
        const upTo = (amount: number, month: number) =>
          listVests(amount, plain(list), null)
            .filter((vest) => vest.month <= month)
            .reduce((sum, vest) => sum + vest.amount, 0);
        for (const month of [6, 12, 30]) expect(upTo(total + more, month)).toBeGreaterThanOrEqual(upTo(total, month));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a grant date after the schedule', () => {
  const steps = buildYearlySteps(['50', '50']);
  const asked = (granted: string | null, start: Vesting['start'] = { on: '2026-01-31' }) =>
    vestsAtOnce({ start, granted, steps, cliff: null });

  it('takes the whole grant once nothing is left to vest after it', () => {
    expect(asked('2028-01-30')).toBe(false);
    expect(asked('2028-01-31')).toBe(true);
    expect(asked('2030-06-01')).toBe(true);
  });

  it('is not known without a grant date or a start', () => {
    expect(asked(null)).toBe(false);
    expect(asked('2030-06-01', { after: 0 })).toBe(false);
    const half = { start: { on: '2026-01-31' }, granted: '2030-06-01', cliff: null };
    expect(vestsAtOnce({ ...half, steps: [{ months: Number.NaN, percent: '100', every: 12 }] })).toBe(false);
  });
});
