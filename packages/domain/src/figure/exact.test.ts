import { describe, expect, it } from 'vitest';
import { reciprocal } from './exact.ts';

describe('a rate the other way round', () => {
  it.each([
    ['1385', '0.000722021'],
    ['0.000722', '1385.04'],
    ['1', '1'],
    ['0.5', '2'],
    ['83.25', '0.012012'],
    ['1000000', '0.000001'],
    ['0.0000001', '10000000'],
  ])('1 / %s is %s', (rate, back) => expect(reciprocal(rate, 6)).toBe(back));

  it.each(['0', '0.0', '-2', '?1x', ''])('of %s there is none', (text) => expect(reciprocal(text, 6)).toBeNull());
});
