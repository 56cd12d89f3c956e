import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, civilDay, countDays, isCivil, weekdayOf } from './civil.ts';

const dates = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const zones = [
  'UTC',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'Europe/Dublin',
];

describe('civil dates', () => {
  it('are added to and counted as Temporal does', () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: -800, max: 800 }), (from, to, days) => {
        const first = Temporal.PlainDate.from(from);
        expect(addDays(from, days)).toBe(first.add({ days }).toString());
        expect(countDays(from, to)).toBe(first.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days);
        expect(weekdayOf(from)).toBe(first.dayOfWeek);
      }),
    );
  });

  it('are those of the zone at a moment', () => {
    const moments = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2100-12-31') });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(civilDay(new Date(at), zone)).toBe(theirs);
      }),
    );
  });

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', ''])(
    'does not take %s for one',
    (text) => expect(isCivil(text)).toBe(false),
  );

  it.each(['2024-02-29', '2000-02-29', '2100-02-28', '2026-12-31'])('takes %s for one', (text) =>
    expect(isCivil(text)).toBe(true),
  );
});
