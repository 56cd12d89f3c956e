import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, sheetOf, world } from '../../../../tests/support/offer-worlds.ts';
import { projectOffer } from '../compensation/project-offer.ts';
import { compareSeen } from './comparison.ts';
import {
  compareApart,
  compareParts,
  differenceFrom,
  type LaidYear,
  type PartYear,
  partsOfYear,
  presentValues,
} from './comparison-parts.ts';
import { type Criterion, scoreOf } from './criteria.ts';
import { viewOffer } from './sharing/disclosure.ts';
import { exactly } from './sharing/grid.ts';

const year = (base: number, once: number, equity: number | null): PartYear => ({
  base: exactly(base),
  bonus: exactly(0),
  once: exactly(once),
  equity: equity === null ? null : exactly(equity),
});
const side = (currency: string, years: PartYear[]) => ({
  seen: {
    currency,
    complete: true,
    years: years.map(({ base, once, equity }) => ({ total: exactly((base?.low ?? 0) + (once?.low ?? 0) + (equity?.low ?? 0)) })),
  },
  parts: years,
  apart: years.map(() => ({ match: exactly(6_00), espp: null, benefits: exactly(-3_00) })),
  starts: years.map(({ once }) => once ?? exactly(0)),
});
const plain = { rate: null, costOfLiving: null };

describe('offers by component', () => {
  const dollars = side('USD', [year(100_00, 30_00, 5_00), year(100_00, 0, 15_00)]);
  it('over the years that all reach, in one currency by the rate of the totals', () => {
    const yen = side('JPY', [year(20_000, 0, null)]);
    const rows = compareParts([dollars, yen], 'USD', [plain, { rate: { value: '0.005', on: '2026-11-02' }, costOfLiving: null }]);
    expect(rows).toEqual([
      { part: 'base', spans: [exactly(100_00), exactly(100_00)] },
      { part: 'bonus', spans: [exactly(0), exactly(0)] },
      { part: 'once', spans: [exactly(30_00), exactly(0)] },
      { part: 'equity', spans: [exactly(5_00), null] },
    ]);
  });

  it('with what stands beside the total, costs of mine below nothing', () => {
    const euros = { ...side('EUR', [year(90_00, 0, 0)]), apart: [{ match: null, espp: exactly(1_00), benefits: exactly(0) }] };
    const footing = { rate: { value: '2', on: '2026-11-02' }, costOfLiving: null };
    expect(compareApart([dollars, euros], 'USD', [plain, footing])).toEqual([
      { part: 'match', spans: [exactly(6_00), null] },
      { part: 'espp', spans: [null, exactly(2_00)] },
      { part: 'benefits', spans: [exactly(-3_00), exactly(0)] },
    ]);
  });

  it('add up to the total, and are worth less today', () => {
    const other = side('USD', [year(110_00, 0, 0), year(110_00, 0, 0)]);
    const sides = [dollars, other];
    const rows = compareParts(sides, 'USD', []);
    const whole = compareSeen(
      sides.map(({ seen }) => seen),
      'USD',
      [],
    );
    const sums = sides.map((_, at) => rows.reduce((sum, { spans }) => sum + (spans[at]?.low ?? 0), 0));
    expect(sums).toEqual(whole.sides.map(({ total }) => total.low));
    // 30 of the first day + 105 / 1.1 + 115 / 1.21, and 110 of both years
    expect(presentValues(sides, 'USD', [], '10')).toEqual([exactly(220_50), exactly(190_91)]);
    expect(presentValues(sides, 'USD', [], '0')).toEqual(whole.sides.map(({ total }) => total));
  });

  it('are parts of one year that add up to its total, my own and as others see it', () => {
    const exact = (sum: number | null) => (sum === null ? null : exactly(sum));
    const addsUp = (laid: LaidYear, total: { low: number; high: number }) => {
      const spans = Object.values(partsOfYear(laid));
      const sum = (end: 'low' | 'high') => spans.reduce((all, span) => all + (span?.[end] ?? 0), 0);
      expect({ low: sum('low'), high: sum('high') }).toEqual(total);
    };
    fc.assert(
      fc.property(world, levels, (one, at) => {
        const sheet = sheetOf(one);
        const own = projectOffer(sheet.version.content, sheet.frame.assumptions);
        for (const { total, base, bonus, guaranteed, signOn, oneOff, vest, refreshers } of own.years) {
          const line = { base, bonus, guaranteed, signOn, oneOff, vest, refreshers };
          addsUp(
            {
              ...{ base: exact(line.base), bonus: exact(line.bonus), guaranteed: exact(line.guaranteed) },
              ...{ signOn: exact(line.signOn), oneOff: exact(line.oneOff) },
              ...{ vest: exact(line.vest), refreshers: exact(line.refreshers) },
            },
            exactly(total),
          );
        }
        for (const year of viewOffer(sheet, at).projection.years) addsUp(year, year.total);
      }),
      { numRuns: 400 },
    );
  });

  it('say nothing of a part that is not stated, and what is certain of one that is half stated', () => {
    const blank = { base: null, bonus: null, guaranteed: null, signOn: null, oneOff: null, vest: null, refreshers: null };
    expect(partsOfYear(blank)).toEqual({ base: null, bonus: null, once: null, equity: null });
    expect(partsOfYear({ ...blank, refreshers: exactly(0) }).equity).toBeNull();
    expect(partsOfYear({ ...blank, guaranteed: exactly(5), oneOff: exactly(7) })).toMatchObject({
      bonus: exactly(5),
      once: exactly(7),
    });
  });

  it('differ from a base by what their ranges allow', () => {
    expect(differenceFrom({ low: 90, high: 110 }, { low: 100, high: 120 })).toEqual({ low: -10, high: 30 });
    expect(differenceFrom(exactly(5), null)).toBeNull();
  });
});

describe('criteria that are no money', () => {
  const criterion = (weight: number, a: number | null, b: number | null): Criterion => ({ name: 'x', weight, marks: { a, b } });
  it('make a weighted mean in tenths, or nothing while one is open', () => {
    const criteria = [criterion(3, 8, 5), criterion(1, 5, null)];
    expect(['a', 'b'].map((id) => scoreOf(id, criteria))).toEqual([73, null]);
    expect(scoreOf('b', [criterion(3, 8, 5), criterion(0, 5, null)])).toBe(50);
    expect(scoreOf('a', [])).toBeNull();
    expect(scoreOf('c', criteria)).toBeNull();
    expect(scoreOf('a', [criterion(2, 7, 0), criterion(1, 7, 0), criterion(1, 8, 0)])).toBe(73);
  });
});
