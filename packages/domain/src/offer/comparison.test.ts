import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOffers } from '../compensation/compare.ts';
import { asSeen, compareSeen, middleOf, type Seen } from './comparison.ts';
import { cellOf, exactly, type Span } from './sharing/grid.ts';

const side = (totals: number[], more: Partial<Seen> = {}): Seen => ({
  currency: 'USD',
  complete: true,
  years: totals.map((total) => ({ total: exactly(total) })),
  ...more,
});
const ranged = (spans: [number, number][]): Seen => side([], { years: spans.map(([low, high]) => ({ total: { low, high } })) });
const plain = { rate: null, costOfLiving: null };
const laid = (totals: number[]) => ({ currency: 'USD', complete: true, years: totals.map((total) => ({ total })) });
const compare = (...sides: Seen[]) => compareSeen(sides, 'USD', []);

describe('offers side by side, from what one may see', () => {
  it('compares over the years that all of them reach', () => {
    const got = compare(side([10, 10, 10, 10]), side([11, 11]));
    expect([got.horizon, got.sides.map(({ total }) => total.low)]).toEqual([2, [20, 22]]);
  });

  it('names the year in which the lead changes, or the years between which it does', () => {
    expect(compare(side([130, 100, 100, 100]), side([110, 110, 110, 111])).pairs[0]).toEqual({
      a: 0,
      b: 1,
      difference: { low: 11, high: 11 },
      closeness: 'apart',
      ahead: [0, 0, null, 1],
      crossovers: [{ lead: 1, from: 4, to: 4 }],
    });
    const wide: [number, number][] = [
      [20, 20],
      [5, 15],
      [0, 10],
      [5, 5],
    ];
    const steady: [number, number][] = [
      [15, 15],
      [15, 15],
      [15, 15],
      [15, 15],
    ];
    expect(compare(ranged(wide), ranged(steady)).pairs[0]?.crossovers).toEqual([{ lead: 1, from: 2, to: 4 }]);
    expect(compare(side([20, 10]), side([15, 20])).pairs[0]?.crossovers).toEqual([{ lead: 1, from: 2, to: 2 }]);
    expect(compare(side([20, 10]), side([15, 10])).pairs[0]?.crossovers).toEqual([]);
  });

  it('does not name a lead where ranges overlap', () => {
    const got = compare(ranged([[90, 110]]), ranged([[100, 120]])).pairs[0];
    expect([got?.ahead, got?.closeness, got?.difference]).toEqual([[null], 'open', { low: -10, high: 30 }]);
    expect(compare(ranged([[90, 100]]), ranged([[100, 120]])).pairs[0]?.ahead).toEqual([null]);
    expect(compare(ranged([[90, 99]]), ranged([[100, 120]])).pairs[0]?.ahead).toEqual([1]);
    expect(compare(ranged([[101, 120]]), ranged([[90, 100]])).pairs[0]?.ahead).toEqual([0]);
  });

  it('calls close what is within 2 % at every end, apart what is not at the nearest', () => {
    const closeness = (a: [number, number], b: [number, number]) => compare(ranged([a]), ranged([b])).pairs[0]?.closeness;
    expect(closeness([9800, 9800], [10_000, 10_000])).toBe('close');
    expect(closeness([9799, 9799], [10_000, 10_000])).toBe('apart');
    expect(closeness([10_000, 10_000], [9799, 9799])).toBe('apart');
    expect(closeness([9900, 9950], [9940, 10_000])).toBe('close');
    expect(closeness([9000, 9900], [10_000, 11_000])).toBe('open');
    expect(closeness([10_000, 11_000], [9000, 9900])).toBe('open');
    expect(closeness([9000, 9799], [10_000, 11_000])).toBe('apart');
    expect(closeness([9000, 12_000], [10_000, 11_000])).toBe('open');
    expect(closeness([0, 0], [0, 0])).toBe('close');
  });

  it('counts in one currency by a stated rate and place, and says on what basis', () => {
    const yen = { ...side([15_000_000]), currency: 'JPY' };
    const rate = { value: '0.0070', on: '2026-11-20' };
    const got = compareSeen([yen, side([100_000_00])], 'USD', [{ rate, costOfLiving: '0.8' }, plain]);
    expect(got.sides[0]?.total).toEqual(exactly(131_250_00));
    expect(got.basis).toEqual(['1 JPY = 0.0070 USD on 2026-11-20', 'cost of living 0.8']);
  });

  it('refuses two currencies without a rate, a rate of 0, and more or fewer than it can lay out', () => {
    const yen = { ...side([1]), currency: 'JPY' };
    const at = (value: string) => () =>
      compareSeen([side([1]), yen], 'USD', [plain, { rate: { value, on: '2026-11-20' }, costOfLiving: null }]);
    expect(() => compareSeen([side([1]), yen], 'USD', [])).toThrow(
      expect.objectContaining({ path: 'offers.1.rate', message: 'Give the rate from JPY to USD and its date.' }),
    );
    expect(at('0')).toThrow(expect.objectContaining({ path: 'offers.1.rate', message: 'An exchange rate is above 0.' }));
    expect(at('-1')).toThrow('above 0');
    expect(at('x')).toThrow(expect.objectContaining({ path: 'offers.1.rate' }));
    expect(() => compare(side([1]))).toThrow('two to four');
    expect(() => compare(...[1, 2, 3, 4, 5].map(() => side([1])))).toThrow('two to four');
    expect(() => compareSeen([side([1]), side([1])], 'USD', [plain, { rate: null, costOfLiving: '0' }])).toThrow(
      expect.objectContaining({ path: 'offers.1.costOfLiving' }),
    );
  });

  it('says of exact figures what the engine says, and of ranges nothing that any truth inside contradicts', () => {
    const totals = fc.array(fc.nat({ max: 50_000_000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(totals, totals, fc.boolean(), (a, b, isRange) => {
        const [truth] = compareOffers([laid(a), laid(b)], 'USD', []).pairs;
        const read = (own: number[]): Seen =>
          isRange ? ranged(own.map((total) => spanOf(cellOf(total, 'USD')))) : asSeen(laid(own));
        const [pair] = compare(read(a), read(b)).pairs;
        if (!truth || !pair) throw new Error('no pair');
        expect(truth.difference).toBeGreaterThanOrEqual(pair.difference.low);
        expect(truth.difference).toBeLessThanOrEqual(pair.difference.high);
        if (pair.closeness !== 'open') expect(pair.closeness === 'close').toBe(truth.isClose);
        const inYear = pair.crossovers.every(({ from, to }) => truth.leadChanges.some((year) => year >= from && year <= to));
        expect(inYear).toBe(true);
        if (isRange) return;
        expect(pair.closeness).not.toBe('open');
        expect(pair.crossovers.map(({ to }) => to)).toEqual(truth.leadChanges);
      }),
    );
  });

  it('draws through the middle', () => {
    expect([middleOf({ low: 10, high: 21 }), middleOf(exactly(7))]).toEqual([16, 7]);
  });
});

const spanOf = ({ low, high }: Span): [number, number] => [low, high];
