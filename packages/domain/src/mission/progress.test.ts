import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barPercent, measureProgress, numbersAreWrong } from './progress.ts';

const at = (start: string, target: string, current: string | null) => measureProgress({ start, target, current });

/** Hundredths as the text that a person types. */
const text = (hundredths: number) => {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
};
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((n) => n !== 0);

describe('progress of a key result', () => {
  it('is the part of the way from start to target', () => {
    expect(at('0', '10', '4')).toBe('40');
    expect(at('2.5', '7.5', '5')).toBe('50');
    expect(at('0', '3', '1')).toBe('33.3');
    expect(at('0', '3', '2')).toBe('66.7');
  });
  it('works when the metric should fall', () => {
    expect(at('45', '12', '45')).toBe('0');
    expect(at('45', '12', '12')).toBe('100');
    expect(at('20', '10', '18')).toBe('20');
  });
  it('may be negative, or more than the whole way', () => {
    expect(at('10', '20', '5')).toBe('-50');
    expect(at('20', '10', '22')).toBe('-20');
    expect(at('0', '3', '4')).toBe('133.3');
    expect(at('-5', '5', '10')).toBe('150');
  });
  it('is exact where floating point is not', () => {
    expect(at('0.1', '0.3', '0.2')).toBe('50');
    expect(at('0', '999999999999.999999', '999999999999.999998')).toBe('100');
  });
  it('rounds halves away from zero', () => {
    expect(at('0', '2000', '1')).toBe('0.1');
    expect(at('0', '2000', '-1')).toBe('-0.1');
    expect(at('0', '3000', '-1')).toBe('0');
  });
  it('stands at the start until it is measured', () => expect(at('7', '9', null)).toBe('0'));
  it('is not counted without a start and a target that differ', () => {
    expect(measureProgress({ start: null, target: '3', current: '1' })).toBeNull();
    expect(measureProgress({ start: '3', target: null, current: '1' })).toBeNull();
    expect(at('3', '3.0', '4')).toBeNull();
  });
  it('is the same when everything is mirrored or moved', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (start, way, current, by) => {
        const here = at(text(start), text(start + way), text(current));
        expect(at(text(-start), text(-start - way), text(-current))).toBe(here);
        expect(at(text(start + by), text(start + way + by), text(current + by))).toBe(here);
      }),
    );
  });
  it('agrees with ordinary arithmetic to the rounding, and nears 100 from both sides', () => {
    fc.assert(
      fc.property(amount, amount, amount, (start, way, current) => {
        const exact = ((current - start) / way) * 100;
        const shown = Number(at(text(start), text(start + way), text(current)));
        expect(Math.abs(shown - exact)).toBeLessThanOrEqual(0.05 + Math.abs(exact) * 1e-12);
        expect(at(text(start), text(start + way), text(start + way))).toBe('100');
        expect(at(text(start), text(start + way), text(start))).toBe('0');
      }),
    );
  });
});

describe('the bar of a key result', () => {
  it('stays between empty and full', () => {
    expect(barPercent({ start: '0', target: '10', current: '-3' })).toBe(0);
    expect(barPercent({ start: '0', target: '10', current: '12' })).toBe(100);
    expect(barPercent({ start: '10', target: '0', current: '6' })).toBe(40);
    expect(barPercent({ start: null, target: '10', current: '12' })).toBeNull();
  });
});

describe('the numbers of a key result', () => {
  it('must lead somewhere, and in the direction that is said', () => {
    const wrong = (direction: 'rise' | 'fall', start: string | null, target: string | null) =>
      numbersAreWrong({ direction, start, target, current: null })?.path ?? null;
    expect(wrong('rise', '1', '1.00')).toBe('target');
    expect(wrong('rise', '2', '1')).toBe('target');
    expect(wrong('fall', '1', '2')).toBe('target');
    expect([wrong('rise', '1', '2'), wrong('fall', '2', '1'), wrong('fall', null, '2')]).toEqual([null, null, null]);
  });
});
