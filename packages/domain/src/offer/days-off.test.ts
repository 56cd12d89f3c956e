import { describe, expect, it } from 'vitest';
import { SaveProfile } from '../identity/input.ts';
import { proposeTimeline } from '../negotiation/plan/timeline.ts';
import { daysOffBetween, lengthOf } from './days-off.ts';
import { businessDaysBetween, businessDaysLeft, type Deadline, isShort, listBusinessDays } from './deadline.ts';
import { dayToAsk } from './extension.ts';

/** Wednesday to the Monday after. */
const off = [{ from: '2026-11-18', to: '2026-11-23' }];
const none = { zone: 'Asia/Tokyo', off: [] };
const away = { zone: 'Asia/Tokyo', off };
const friday: Deadline = { kind: 'date', on: '2026-11-27', zone: 'Asia/Tokyo' };
const monday = new Date('2026-11-16T03:00:00Z');

describe('my own days off', () => {
  it('are the weekdays of a stretch, each once, after one day and up to another', () => {
    expect(daysOffBetween('2026-11-16', '2026-11-27', off)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23']);
    expect(daysOffBetween('2026-11-18', '2026-11-20', [...off, ...off])).toEqual(['2026-11-19', '2026-11-20']);
    expect(daysOffBetween('2026-11-23', '2026-11-27', off)).toEqual([]);
    expect([lengthOf({ from: '2026-11-18', to: '2026-11-18' }), lengthOf({ from: '2026-11-18', to: '2026-11-17' })]).toEqual([
      1, 0,
    ]);
  });
  it('are no business days, and are not taken away twice on a holiday', () => {
    expect([none, away].map((calendar) => businessDaysBetween('2026-11-16', '2026-11-27', calendar))).toEqual([9, 5]);
    // the fourth Thursday of November is Thanksgiving
    const thanks = { zone: 'America/Denver', off: [{ from: '2026-11-26', to: '2026-11-26' }] };
    expect(businessDaysBetween('2026-11-24', '2026-11-27', thanks)).toBe(2);
    expect(listBusinessDays('2026-11-17', away).next().value).toBe('2026-11-24');
  });
  it('count in every question about a deadline', () => {
    expect([businessDaysLeft(friday, monday, []), businessDaysLeft(friday, monday, off)]).toEqual([9, 5]);
    const soon: Deadline = { ...friday, on: '2026-11-19' };
    expect([isShort(soon, '2026-11-16', []), isShort(soon, '2026-11-16', off)]).toEqual([false, true]);
    expect([dayToAsk(soon, '2026-11-16', []), dayToAsk(soon, '2026-11-16', off)]).toEqual(['2026-11-23', '2026-11-27']);
    const days = proposeTimeline(friday, monday, off).map(({ on }) => on);
    expect(days.filter((day) => day >= '2026-11-18' && day <= '2026-11-23')).toEqual([]);
    expect(days.at(-1)).toBe('2026-11-27');
  });
  it('are set as stretches of at most sixty days that end after they begin', () => {
    const place = { displayName: 'Ana', timeZone: 'UTC', locale: 'en', currency: 'EUR', rev: 1 };
    const takes = (daysOff: unknown) => SaveProfile.safeParse({ ...place, daysOff }).success;
    expect([takes(off), takes([]), takes(undefined)]).toEqual([true, true, true]);
    expect(takes([{ from: '2026-11-18', to: '2026-11-17' }])).toBe(false);
    expect(takes([{ from: '2026-01-01', to: '2026-03-02' }])).toBe(false);
    expect(takes([{ from: '2026-02-30', to: '2026-03-02' }])).toBe(false);
    expect(takes(Array.from({ length: 25 }, () => off[0]))).toBe(false);
  });
});
