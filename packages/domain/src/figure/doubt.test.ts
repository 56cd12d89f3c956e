import { describe, expect, it } from 'vitest';
import { doubtOf } from './doubt.ts';

describe('an amount a thousandth of what is on the table', () => {
  it.each([
    ['121 beside 118,000', 12_100, [11_800_000], 'EUR', 12_100_000],
    ['121.5 beside 118,000', 12_150, [11_800_000], 'EUR', 12_150_000],
    ['a third of it', 4_000, [12_000_000], 'EUR', 4_000_000],
    ['three times as much', 36_000, [12_000_000], 'EUR', 36_000_000],
    ['one of several', 800, [50_000_000, 900_000], 'EUR', 800_000],
    ['12 lakh', 1_200, [118_000_000], 'INR', 120_000_000],
    ['1,200 of a thousand', 120_000, [118_000_000], 'INR', 120_000_000],
    ['900 of 万', 900, [8_500_000], 'JPY', 9_000_000],
    ['yen, which have no cents', 9_000, [8_500_000], 'JPY', 9_000_000],
  ])('%s is asked about', (_, typed, references, currency, meant) => {
    expect(doubtOf(typed, references, currency)).toBe(meant);
  });
  it.each([
    ['nothing typed', null, [11_800_000], 'EUR'],
    ['what is no figure', Number.NaN, [11_800_000], 'EUR'],
    ['nothing', 0, [11_800_000], 'EUR'],
    ['the whole amount', 12_100_000, [11_800_000], 'EUR'],
    ['less than a third of it', 3_999, [12_000_000], 'EUR'],
    ['more than three times as much', 36_001, [12_000_000], 'EUR'],
    ['lakhs in euros', 1_200, [118_000_000], 'EUR'],
    ['no reference', 12_100, [], 'EUR'],
    ['a reference of nothing', 12_100, [0], 'EUR'],
  ])('%s is not', (_, typed, references, currency) => {
    expect(doubtOf(typed, references, currency)).toBeNull();
  });
});
