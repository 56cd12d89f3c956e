import { describe, expect, it } from 'vitest';
import { readDecimal, readWhole } from './read-number.ts';

describe('an exact decimal', () => {
  it.each([
    ['12.5', '12.5'],
    ['12,50 %', '12.5'],
    ['0012', '12'],
    ['.5', '0.5'],
    ['3.', '3'],
    ['-4', '-4'],
    ['-0', '0'],
    ['100', '100'],
    ['3.333333333333333333', '3.333333333333333333'],
  ])('%s is %s', (text, value) => expect(readDecimal(text)).toBe(value));

  it.each(['', ' ', '%', '.', '1.2.3', '1,000.5', 'ten', '1e3'])('%j is none', (text) => expect(readDecimal(text)).toBeNull());
});

describe('a whole number', () => {
  it.each([
    ['12000', 12_000],
    ['12,000', 12_000],
    ['12.000', 12_000],
    ["1'200'000", 1_200_000],
    [' 7 ', 7],
    ['-3', -3],
  ])('%s is %d', (text, value) => expect(readWhole(text)).toBe(value));

  it.each(['', '1.5', '12,00', '1,2,3', 'x', '99999999999999999999'])('%j is none', (text) => expect(readWhole(text)).toBeNaN());
});
