import { describe, expect, it } from 'vitest';
import { proposeTimeline } from './timeline.ts';

const now = new Date('2026-11-26T10:00:00Z');
const until = (on: string, zone = 'Europe/Vienna') => proposeTimeline({ kind: 'date', on, zone }, now, []);
const days = (on: string, zone?: string) => until(on, zone).map((one) => one.on);

describe('a timeline for a decision', () => {
  it('spreads over the working days that are left', () => {
    // Friday 27 November to Thursday 3 December: five working days
    expect(until('2026-12-03')).toEqual([
      { step: 'ask', on: '2026-11-27' },
      { step: 'round', on: '2026-11-30' },
      { step: 'call', on: '2026-12-01' },
      { step: 'letter', on: '2026-12-02' },
      { step: 'answer', on: '2026-12-03' },
    ]);
  });
  it('never falls on a weekend or a known holiday', () => {
    // 8 December is a holiday in Austria, and the 5th and 6th are a weekend
    expect(days('2026-12-08')).toEqual(['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03', '2026-12-07']);
    expect(days('2026-12-08', 'Europe/Berlin').at(-1)).toBe('2026-12-08');
  });
  it('puts several steps on one day when there are few, and is empty when there is none', () => {
    expect(days('2026-11-27')).toEqual(Array.from({ length: 5 }, () => '2026-11-27'));
    expect([days('2026-11-26'), days('2026-11-29').length, days('2026-11-01')]).toEqual([[], 5, []]);
  });
  it('goes by the calendar of the employer across a change of the clocks', () => {
    const late = new Date('2026-10-24T23:30:00Z');
    const moment = { kind: 'moment' as const, at: '2026-10-27T16:00:00Z', zone: 'America/Denver' };
    expect(proposeTimeline(moment, late, []).map(({ on }) => on)).toEqual([
      '2026-10-26',
      '2026-10-26',
      '2026-10-26',
      '2026-10-26',
      '2026-10-27',
    ]);
  });
});
