import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, gridOf, stepOf } from './grid.ts';

describe('the grid of ranges', () => {
  it('is fixed, rises by about a tenth, and reads well', () => {
    for (const currency of ['USD', 'JPY', 'KWD']) {
      const edges = gridOf(currency);
      for (const [at, edge] of edges.slice(2, -1).entries()) {
        const step = edge / (edges[at + 1] ?? 1);
        expect(step).toBeGreaterThan(1.08);
        expect(step).toBeLessThan(1.12);
      }
    }
    expect(gridOf('USD').slice(0, 5)).toEqual([0, 100_00, 110_00, 121_00, 133_00]);
    expect(gridOf('JPY').slice(0, 3)).toEqual([0, 100, 110]);
    expect(cellOf(145_000_00, 'USD')).toEqual({ low: 140_000_00, high: 154_000_00 });
  });
  it('puts every amount into a cell, and every amount of the cell into the same one', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.double({ min: 0, max: 1, noNaN: true }), (amount, where) => {
        const cell = cellOf(amount, 'USD');
        expect(cell.low <= amount && amount <= cell.high).toBe(true);
        const other = Math.min(cell.high - 1, cell.low + Math.floor((cell.high - cell.low) * where));
        expect(cellOf(other, 'USD')).toEqual(cell);
      }),
    );
    expect(cellOf(Number.MAX_SAFE_INTEGER, 'USD').high).toBe(Number.MAX_SAFE_INTEGER);
  });
  it('has equal steps for percentages', () => {
    expect([stepOf('12.5', 5), stepOf('10', 5), stepOf('0', 5), stepOf('-0.5', 1)]).toEqual([
      { low: '10', high: '15' },
      { low: '10', high: '15' },
      { low: '0', high: '5' },
      { low: '-1', high: '0' },
    ]);
  });
});
