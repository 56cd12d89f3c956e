import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, calendarFrom, dayNumber, monthCounter, monthsUntil, yearOf } from './calendar.ts';

const day = 86_400_000;
/** A civil date from 1999 to 2110, across the years in which the leap day falls out. */
const date = fc.integer({ min: 10_600, max: 51_500 }).map((days) => new Date(days * day).toISOString().slice(0, 10));

describe('the calendar', () => {
  it('knows the leap years: every fourth, not the hundredth, but the four-hundredth', () => {
    const lastOfFebruary = (year: number) => addMonths(`${year}-01-31`, 1);
    expect([2023, 2024, 2000, 2100, 2104].map(lastOfFebruary)).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2000-02-29',
      '2100-02-28',
      '2104-02-29',
    ]);
  });
  it('ends months on the 30th and the 31st, and comes back to the 31st', () => {
    const months = Array.from({ length: 12 }, (_, at) => calendarFrom('2025-12-31')(at + 1).slice(8));
    expect(months.join(' ')).toBe('31 28 31 30 31 30 31 31 30 31 30 31');
    expect(addMonths('2026-05-30', 9)).toBe('2027-02-28');
    expect(addMonths('2026-05-15', -6)).toBe('2025-11-15');
  });
  it('counts the days between any two dates as the sun does', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(dayNumber(to) - dayNumber(from)).toBe((Date.parse(to) - Date.parse(from)) / day);
      }),
      { numRuns: 500 },
    );
    expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
  });
  it('counts months until a date that is not before it', () => {
    const until = (to: string) => monthsUntil('2026-01-31', to);
    expect(until('2026-01-31')).toBe(0);
    expect(until('2026-02-01')).toBe(1);
    expect(until('2026-02-28')).toBe(1);
    expect(until('2026-03-01')).toBe(2);
    expect(until('2027-01-31')).toBe(12);
    expect(until('2025-12-31')).toBe(0);
    expect(until('2020-05-05')).toBe(0);
  });
  it('finds the least number of months, for any two dates', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        const months = monthCounter(from)(to);
        if (months > 0) expect(addMonths(from, months - 1) < to).toBe(true);
        expect(addMonths(from, months) >= to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it('reads the year off a date', () => expect(yearOf('2031-07-09')).toBe(2031));
});
