import { expect, test } from 'vitest';
import { makeFormat } from '../format.ts';
import { untilInWords } from './until.ts';

const vienna = makeFormat({ locale: 'en-GB', zone: 'Europe/Vienna' });
const newYork = makeFormat({ locale: 'en-US', zone: 'America/New_York' });

test('a midnight is told as the day that it ends, whatever the clock', () => {
  expect(untilInWords('2026-11-29T23:00:00Z', vienna)).toBe('Sun 29 Nov, 23:59');
  expect(untilInWords('2026-11-30T05:00:00Z', newYork)).toBe('Sun, Nov 29, 11:59 PM');
  expect(untilInWords('2026-11-30T05:00:00Z', vienna, 'America/New_York')).toBe('Sun 29 Nov, 23:59');
});

test('any other time is told as it is', () => {
  expect(untilInWords('2026-11-30T05:00:00Z', vienna)).toBe('Mon 30 Nov, 06:00');
  expect(untilInWords('2026-11-30T17:00:00Z', newYork)).toBe('Mon, Nov 30, 12:00 PM');
});
