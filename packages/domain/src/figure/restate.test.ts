import { describe, expect, it } from 'vitest';
import { restate } from './restate.ts';

describe('another currency never changes a figure', () => {
  it.each([
    [10_000_000, 'USD', 'JPY', 100_000],
    [10_000_000, 'USD', 'KWD', 100_000_000],
    [10_000_000, 'USD', 'EUR', 10_000_000],
    [-5000, 'USD', 'JPY', -50],
    [0, 'USD', 'JPY', 0],
  ])('%d of %s in %s is %d', (amount, from, to, figure) => expect(restate(amount, from, to)).toBe(figure));

  it('where the other has no such figure, it is open', () => {
    expect(restate(18_550, 'USD', 'JPY')).toBeNaN();
    expect(restate(Number.MAX_SAFE_INTEGER, 'JPY', 'USD')).toBeNaN();
    expect(restate(Number.NaN, 'USD', 'JPY')).toBeNaN();
    expect(restate(18_550, 'USD', 'USD')).toBe(18_550);
  });
});
