import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDaysBetween, businessDaysLeft, dayOf, endOf, hasPassed, isShort, readClock } from './deadline.ts';

const denver = { kind: 'date', on: '2026-11-24', zone: 'America/Denver' } as const;

describe('a deadline', () => {
  it('as a date ends at 24:00 in the zone of the employer', () => {
    expect(endOf(denver)).toBe('2026-11-25T07:00:00.000Z');
    expect(endOf({ ...denver, zone: 'Asia/Kathmandu' })).toBe('2026-11-24T18:15:00.000Z');
    expect(hasPassed(denver, new Date('2026-11-25T06:59:59Z'))).toBe(false);
    expect(hasPassed(denver, new Date('2026-11-25T07:00:00Z'))).toBe(true);
  });
  it('ends at the right moment on the days on which clocks change, midnight missing included', () => {
    expect(endOf({ ...denver, on: '2026-11-01' })).toBe('2026-11-02T07:00:00.000Z');
    expect(endOf({ ...denver, on: '2026-10-31' })).toBe('2026-11-01T06:00:00.000Z');
    // Clocks in Santiago go from 24:00 of 5 September to 01:00: the 6th begins at 01:00.
    expect(endOf({ kind: 'date', on: '2026-09-05', zone: 'America/Santiago' })).toBe('2026-09-06T04:00:00.000Z');
  });
  it('as a moment ends then, on the day that it is at the employer', () => {
    const moment = { kind: 'moment', at: '2026-11-25T02:00:00.000Z', zone: 'America/Denver' } as const;
    expect([endOf(moment), dayOf(moment)]).toEqual(['2026-11-25T02:00:00.000Z', '2026-11-24']);
  });
  it('counts business days after today by the calendar of the employer', () => {
    expect(businessDaysLeft(denver, new Date('2026-11-19T20:00:00Z'), [])).toBe(3);
    expect(businessDaysLeft(denver, new Date('2026-11-25T06:00:00Z'), [])).toBe(0);
    expect(businessDaysLeft(denver, new Date('2026-12-25T06:00:00Z'), [])).toBe(0);
    expect(businessDaysLeft(denver, new Date('2026-11-20T03:00:00Z'), [])).toBe(3);
    expect(businessDaysLeft(denver, new Date('2026-11-20T08:00:00Z'), [])).toBe(2);
  });
  it('is short under two business days from receipt', () => {
    expect([
      isShort(denver, '2026-11-20', []),
      isShort(denver, '2026-11-23', []),
      isShort(denver, '2026-11-24', []),
      isShort(denver, '2026-11-22', []),
    ]).toEqual([false, true, true, false]);
  });
  it('business days agree with counting one by one', () => {
    const from = Date.UTC(2026, 0, 1);
    const day = (at: number) => new Date(from + at * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat({ max: 800 }), fc.integer({ min: -20, max: 60 }), (start, length) => {
        let count = 0;
        for (let at = 1; at <= length; at += 1)
          if (![0, 6].includes(new Date(from + (start + at) * 86_400_000).getUTCDay())) count += 1;
        expect(businessDaysBetween(day(start), day(start + length), { zone: 'Asia/Kathmandu', off: [] })).toBe(count);
      }),
    );
  });
});

describe('a clock time in a zone', () => {
  it('is one moment, none, or two', () => {
    expect(readClock('2026-11-24T17:00', 'America/Denver')).toEqual({ kind: 'one', at: '2026-11-25T00:00:00.000Z' });
    expect(readClock('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
      kind: 'none',
      before: '2026-03-29T00:30:00.000Z',
      after: '2026-03-29T01:30:00.000Z',
    });
    expect(readClock('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      kind: 'two',
      first: '2026-10-25T00:30:00.000Z',
      second: '2026-10-25T01:30:00.000Z',
    });
  });
});
