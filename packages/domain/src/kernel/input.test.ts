import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { civilDate, currency, decimal, id, instant, line, locale, minor, percent, prose, zone } from './input.ts';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('a line of text', () => {
  it('is trimmed and must say something', () => {
    expect(line(5, 'a name').parse(' Ana ')).toBe('Ana');
    expect(takes(line(5, 'a name'), '   ')).toBe(false);
    expect(takes(line(5, 'a name'), 'abcdef')).toBe(false);
  });
  it('refuses control, bidi and zero-width characters and broken surrogates', () => {
    for (const bad of ['a\u0000b', 'a\nb', 'a\u202eb', 'a\u2066b', 'a\u200bb', 'a\ud800b', 'a\u0085b', 'a\ufeffb'])
      expect(takes(line(9, 'a name'), bad), JSON.stringify(bad)).toBe(false);
    expect(takes(line(9, 'a name'), 'José 李')).toBe(true);
  });
});

describe('prose', () => {
  it('keeps line breaks and refuses what could disguise text', () => {
    expect(prose(20, 'notes').parse('a\r\nb\tc')).toBe('a\nb\tc');
    for (const bad of ['\u0000', '\u202e', '\u0007', '\udfff']) expect(takes(prose(20, 'notes'), bad)).toBe(false);
  });
});

describe('dates', () => {
  it('knows the calendar', () => {
    expect(takes(civilDate, '2024-02-29')).toBe(true);
    for (const bad of ['2023-02-29', '1999-12-31', '2101-01-01', '2024-13-01', '2024-1-1', '', 5, null])
      expect(takes(civilDate, bad), String(bad)).toBe(false);
  });
  it('reads moments with an offset as UTC', () => {
    expect(instant.parse('2026-11-22T10:00:00+05:45')).toBe('2026-11-22T04:15:00.000Z');
    for (const bad of ['2026-11-22', '2026-11-22T10:00:00', '1999-01-01T00:00:00Z', 'NaN'])
      expect(takes(instant, bad)).toBe(false);
  });
});

describe('numbers', () => {
  it('takes whole minor units only', () => {
    expect(takes(minor, 14_500_000)).toBe(true);
    for (const bad of [-1, 0.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, '1,000', '1', null, 2 ** 53])
      expect(takes(minor, bad), String(bad)).toBe(false);
  });
  it('takes exact decimals as text', () => {
    for (const good of ['0', '12.5', '100', '99.9999', '100.0']) expect(takes(percent, good), good).toBe(true);
    for (const bad of ['100.1', '-1', '101', '1e1', '12,5', '012', '', 12, '12.'])
      expect(takes(percent, bad), String(bad)).toBe(false);
    for (const good of ['-3.5', '0', '123456789012.123456']) expect(takes(decimal, good), good).toBe(true);
    for (const bad of ['-0', '1e5', '+1', '.5', 'NaN', '1,000']) expect(takes(decimal, bad), bad).toBe(false);
  });
});

describe('names of the world', () => {
  it('knows zones, languages and currencies', () => {
    expect([takes(zone, 'Asia/Kathmandu'), takes(zone, 'Mars/Base'), takes(zone, '+05:00')]).toEqual([true, false, false]);
    expect([takes(locale, 'de-AT'), takes(locale, 'de_AT'), takes(locale, 'x')]).toEqual([true, false, false]);
    expect([takes(currency, 'JPY'), takes(currency, 'XYZ'), takes(currency, 'usd')]).toEqual([true, false, false]);
    expect([takes(id, '0197f7a0-0000-7000-8000-000000000000'), takes(id, 'x'), takes(id, null)]).toEqual([true, false, false]);
  });
});
