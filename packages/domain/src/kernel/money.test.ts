import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf, toDecimal } from './currency.ts';
import {
  compareRatios,
  convert,
  floor,
  fromDecimal,
  fromPercent,
  fromUnits,
  minus,
  over,
  pickLarger,
  pickSmaller,
  plus,
  power,
  type Ratio,
  ratio,
  reduceRatio,
  round,
  times,
  toMinor,
  toSafeInteger,
  toWholeUnits,
  zero,
} from './money.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ratio(n, d));

describe('exact fractions', () => {
  const same = (a: Ratio, b: Ratio) => expect(reduceRatio(a)).toEqual(reduceRatio(b));
  it('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        same(plus(a, b), plus(b, a));
        same(times(a, plus(b, c)), plus(times(a, b), times(a, c)));
        same(minus(plus(a, b), b), a);
        if (b.n !== 0n) same(times(over(a, b), b), a);
        for (const made of [plus(a, b), minus(a, b), times(a, b)]) expect(made.d > 0n).toBe(true);
        expect(compareRatios(a, b)).toBe(Math.sign(Number(minus(a, b).n)));
        expect([pickSmaller(a, b), pickLarger(a, b)]).toEqual(compareRatios(a, b) <= 0 ? [a, b] : [b, a]);
      }),
    );
    expect(ratio(4, -6)).toEqual({ n: -2n, d: 3n });
    expect(power(ratio(3, 2), 3)).toEqual({ n: 27n, d: 8n });
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });
  it('round a half away from zero, and floor downwards', () => {
    expect([ratio(5, 2), ratio(-5, 2), ratio(7, 3), ratio(-7, 3)].map(round)).toEqual([3n, -3n, 2n, -2n]);
    expect([ratio(5, 2), ratio(-5, 2), ratio(4)].map(floor)).toEqual([2n, -3n, 4n]);
  });
  it('read decimals and percentages exactly, and refuse anything else', () => {
    expect(fromDecimal('-12.50')).toEqual(ratio(-25, 2));
    expect(reduceRatio(fromPercent('12.5'))).toEqual(ratio(1, 8));
    for (const bad of ['', '.5', '1.', '1e3', '1,5', '+1', 'NaN', '0x1', ' 1'])
      expect(() => fromDecimal(bad, 'rate'), bad).toThrow(expect.objectContaining({ path: 'rate' }));
  });
});

describe('money', () => {
  it('knows the smallest unit of each currency', () => {
    expect(['JPY', 'USD', 'EUR', 'KWD', 'CLF', 'ISK'].map(exponentOf)).toEqual([0, 2, 2, 3, 4, 0]);
    expect([toDecimal(14_500_050, 'USD'), toDecimal(-5, 'USD'), toDecimal(1850, 'JPY'), toDecimal(1, 'KWD')]).toEqual([
      '145000.50',
      '-0.05',
      '1850',
      '0.001',
    ]);
    expect([fromUnits('145000.5', 'USD'), fromUnits('1.5', 'JPY'), fromUnits('0.001', 'KWD')]).toEqual([14_500_050, null, 1]);
  });
  it('comes back the same from decimals', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        expect(fromUnits(toDecimal(amount, currency), currency)).toBe(amount);
      }),
    );
  });
  it('is refused where it could not be counted exactly', () => {
    expect(toSafeInteger(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => toSafeInteger(BigInt(Number.MAX_SAFE_INTEGER) + 1n, 'base')).toThrow(
      expect.objectContaining({ path: 'base', code: 'invalid' }),
    );
    expect(toMinor(zero)).toBe(0);
  });
  it('converts between smallest units at a rate above 0', () => {
    expect(convert(100_00, 'USD', 'JPY', '151.237')).toBe(15_124);
    expect(convert(15_124, 'JPY', 'USD', '0.0066')).toBe(99_82);
    expect(convert(1_000, 'KWD', 'USD', '3.25')).toBe(325);
    expect(convert(5, 'USD', 'USD', '0')).toBe(5);
    for (const rate of ['0', '-1']) expect(() => convert(5, 'USD', 'EUR', rate)).toThrow('An exchange rate is above 0.');
  });
  it('is shown to the whole unit', () => {
    expect([15_383_050, 15_383_049, -50, 0].map((amount) => toWholeUnits(amount, 'USD'))).toEqual([
      15_383_100, 15_383_000, -100, 0,
    ]);
    expect(toWholeUnits(1234, 'JPY')).toBe(1234);
  });
});
