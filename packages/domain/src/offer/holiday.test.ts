import { describe, expect, it } from 'vitest';
import { businessDaysBetween } from './deadline.ts';
import { dayToAsk } from './extension.ts';
import { countryOf, holidayCountries, holidaysBetween, holidaysOf, holidayWords } from './holiday.ts';

describe('public holidays', () => {
  it('are those of the official calendars', () => {
    expect(holidaysOf('US', 2026).join(' ')).toBe(
      '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
    );
    expect(holidaysOf('GB', 2026).join(' ')).toBe(
      '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
    );
    expect(holidaysOf('AT', 2026).join(' ')).toBe(
      '2026-01-01 2026-01-06 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-06-04 2026-08-15 2026-10-26 2026-11-01 2026-12-08 2026-12-25 2026-12-26',
    );
    expect(holidaysOf('CA', 2026).filter((day) => day.startsWith('2026-05') || day.startsWith('2026-10'))).toEqual([
      '2026-05-18',
      '2026-10-12',
    ]);
  });

  it('know what was made one lately', () => {
    // St Brigid: the first Monday of February, or the first itself when that is a Friday
    expect([2027, 2030].map((year) => holidaysOf('IE', year).find((day) => day.slice(5, 7) === '02'))).toEqual([
      '2027-02-01',
      '2030-02-01',
    ]);
    expect(holidaysOf('IE', 2026)).toContain('2026-02-02');
    expect(holidaysOf('IT', 2027)).toContain('2027-10-04');
    expect(businessDaysBetween('2027-01-29', '2027-02-02', { zone: 'Europe/Dublin', off: [] })).toBe(1);
  });

  it('are those of every zone of a country, by whatever name', () => {
    for (const zone of [
      'US/Eastern',
      'America/Indiana/Knox',
      'America/Juneau',
      'America/North_Dakota/Center',
      'Pacific/Honolulu',
    ])
      expect(countryOf(zone), zone).toBe('US');
    for (const zone of ['America/St_Johns', 'America/Regina', 'Canada/Pacific']) expect(countryOf(zone), zone).toBe('CA');
    expect(['Europe/Belfast', 'Eire', 'Portugal', 'Africa/Ceuta'].map(countryOf)).toEqual(['GB', 'IE', 'PT', 'ES']);
    expect(['America/Bogota', 'Asia/Kathmandu', 'UTC'].map(countryOf)).toEqual([null, null, null]);
  });

  it('follow Easter through the years', () => {
    const goodFriday = (year: number) => holidaysOf('DE', year).find((day) => day > `${year}-03` && day < `${year}-05`);
    expect([2024, 2025, 2027, 2038].map(goodFriday)).toEqual(['2024-03-29', '2025-04-18', '2027-03-26', '2038-04-23']);
  });

  it('on a weekend are given on the day that the country gives', () => {
    // Christmas 2027 is a Saturday
    expect(holidaysOf('GB', 2027).slice(-2)).toEqual(['2027-12-27', '2027-12-28']);
    expect(holidaysOf('US', 2027).at(-1)).toBe('2027-12-24');
    expect(holidaysBetween('2027-12-30', '2028-01-05', 'America/New_York')).toEqual(['2027-12-31']);
    expect(holidaysBetween('2027-12-23', '2027-12-31', 'Europe/Vienna')).toEqual([]);
  });

  it('are no business days, where they are known', () => {
    // Thanksgiving is Thursday the 26th
    expect(businessDaysBetween('2026-11-25', '2026-11-27', { zone: 'America/Los_Angeles', off: [] })).toBe(1);
    expect(businessDaysBetween('2026-11-25', '2026-11-27', { zone: 'Asia/Tokyo', off: [] })).toBe(2);
    expect(businessDaysBetween('2026-12-24', '2026-12-29', { zone: 'Europe/London', off: [] })).toBe(1);
    const deadline = { kind: 'date' as const, on: '2026-11-25', zone: 'America/Los_Angeles' };
    expect(dayToAsk(deadline, null, [])).toBe('2026-11-30');
  });

  it('say of which country they are, and when none are known', () => {
    expect(holidayWords('Europe/Vienna', 0)).toBe(
      'Mondays to Fridays without the nationwide holidays of Austria; regional ones are not left out.',
    );
    expect([1, 3].map((mine) => holidayWords('Asia/Tokyo', mine))).toEqual([
      'Mondays to Fridays; public holidays there are not known to Parley. A day off of yours is not counted either.',
      'Mondays to Fridays; public holidays there are not known to Parley. 3 days off of yours are not counted either.',
    ]);
    expect(holidayWords('Asia/Tokyo', 0)).toBe('Mondays to Fridays; public holidays there are not known to Parley.');
    expect(countryOf('America/Boise')).toBe('US');
    for (const country of holidayCountries) expect(holidaysOf(country, 2026).length).toBeGreaterThan(6);
  });
});
