import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { cadenceSentence, plannedDays, rhythmWords } from './cadence.ts';
import type { Cadence, MeetingChange, Rhythm } from './council.ts';
import { dayOfNextMeeting, findNextMeeting, isPlanned, listOccasions, mostChanges, occasionAt, withChange } from './occasion.ts';

const thursday = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const planOf = (rhythm: Rhythm, changes: MeetingChange[] = [], more: Partial<Cadence> = {}) => ({
  cadence: { ...thursday, rhythm, ...more },
  changes,
});
const weekly = planOf({ kind: 'weekly' });
const at = (text: string) => new Date(text);
const starts = (plan: typeof weekly, after: string, most: number) =>
  listOccasions(plan, at(after), most).map(({ startsAt }) => startsAt.toISOString());

describe('the next meeting', () => {
  it('is today when its time is still to come, else a week later', () => {
    const next = (now: string) => findNextMeeting({ cadence: thursday, changes: [] }, at(now))?.startsAt.toISOString();
    expect(next('2026-11-26T16:59:00Z')).toBe('2026-11-26T17:00:00.000Z');
    expect(next('2026-11-26T17:00:00Z')).toBe('2026-12-03T17:00:00.000Z');
  });

  it('keeps its hour in the council’s zone through both clock changes', () => {
    expect(starts(weekly, '2026-10-20T00:00:00Z', 2)).toEqual(['2026-10-22T16:00:00.000Z', '2026-10-29T17:00:00.000Z']);
    expect(starts(weekly, '2027-03-24T00:00:00Z', 2)).toEqual(['2027-03-25T17:00:00.000Z', '2027-04-01T16:00:00.000Z']);
  });

  it('in the night of a clock change happens once: after the gap, and the first of the hour that comes twice', () => {
    const night = (zone: string, time: string) => planOf({ kind: 'weekly' }, [], { weekday: 7, time, zone });
    // Vienna, 29 March 2026: 02:00 becomes 03:00
    expect(starts(night('Europe/Vienna', '02:30'), '2026-03-23T00:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-04-05T00:30:00.000Z',
    ]);
    // Vienna, 25 October 2026: 03:00 becomes 02:00
    expect(starts(night('Europe/Vienna', '02:30'), '2026-10-19T00:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
    // Lord Howe, 5 April 2026: half an hour comes twice
    expect(starts(night('Australia/Lord_Howe', '01:45'), '2026-03-30T00:00:00Z', 2)).toEqual([
      '2026-04-04T14:45:00.000Z',
      '2026-04-11T15:15:00.000Z',
    ]);
    // between the two half past twos the meeting has begun, and is not to come again
    const next = findNextMeeting(night('Europe/Vienna', '02:30'), at('2026-10-25T01:00:00Z'));
    expect(next?.on).toBe('2026-11-01');
  });
});

describe('a rhythm', () => {
  it('is every second week, counted from one that has a meeting, in both directions', () => {
    const { cadence } = planOf({ kind: 'fortnightly', from: '2026-11-12' });
    expect(plannedDays(cadence, '2026-11-13', 3)).toEqual(['2026-11-26', '2026-12-10', '2026-12-24']);
    expect(plannedDays(cadence, '2026-10-01', 2)).toEqual(['2026-10-01', '2026-10-15']);
    expect(plannedDays({ ...cadence, rhythm: { kind: 'fortnightly', from: '2026-11-10' } }, '2026-11-13', 1)).toEqual([
      '2026-11-26',
    ]);
  });

  it('is the nth weekday of each month, or the last, which may be the fourth', () => {
    const third = planOf({ kind: 'monthly', nth: 3 }).cadence;
    expect(plannedDays(third, '2026-11-20', 3)).toEqual(['2026-12-17', '2027-01-21', '2027-02-18']);
    const last = planOf({ kind: 'monthly', nth: 5 }).cadence;
    expect(plannedDays(last, '2026-12-01', 3)).toEqual(['2026-12-31', '2027-01-28', '2027-02-25']);
    expect(plannedDays(last, '2027-01-29', 1)).toEqual(['2027-02-25']);
  });

  it('is days of one’s own, which come to an end', () => {
    const own = planOf({ kind: 'dates', on: ['2026-12-20', '2026-12-01'] });
    expect(starts(own, '2026-11-26T00:00:00Z', 5)).toEqual(['2026-12-01T17:00:00.000Z', '2026-12-20T17:00:00.000Z']);
    expect(findNextMeeting(own, at('2026-12-21T00:00:00Z'))).toBeNull();
    expect(dayOfNextMeeting(own, at('2026-12-21T00:00:00Z'))).toBe('2026-12-28');
  });

  it('is said in a sentence', () => {
    const words = (rhythm: Rhythm) => rhythmWords({ ...thursday, rhythm });
    expect(cadenceSentence(thursday)).toBe('Every Thursday at 18:00 (Europe/Vienna), 90 minutes');
    expect(words({ kind: 'fortnightly', from: '2026-11-12' })).toBe('Every second Thursday');
    expect(words({ kind: 'monthly', nth: 5 })).toBe('The last Thursday of each month');
    expect(words({ kind: 'dates', on: [] })).toBe('On days that we choose');
  });

  const rhythms = fc.oneof(
    fc.constant<Rhythm>({ kind: 'weekly' }),
    fc.integer({ min: 0, max: 400 }).map((days): Rhythm => {
      return { kind: 'fortnightly', from: Temporal.PlainDate.from('2026-01-01').add({ days }).toString() };
    }),
    fc.integer({ min: 1, max: 5 }).map((nth): Rhythm => ({ kind: 'monthly', nth })),
  );
  const gaps = { weekly: [7, 7], fortnightly: [14, 14], monthly: [28, 35] };
  test.prop([
    rhythms,
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: 1439 }),
    fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'Europe/Vienna', 'Pacific/Apia', 'Australia/Lord_Howe'),
    fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
  ])('falls on its weekday, at its distance, never in the past', (rhythm, weekday, minute, zone, now) => {
    const time = Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' });
    const plan = { cadence: { weekday, time, zone, minutes: 90, rhythm }, changes: [] };
    const found = listOccasions(plan, now, 5);
    expect(found).toHaveLength(5);
    const days = found.map(({ on }) => Temporal.PlainDate.from(on));
    const [least = 0, most = 0] = rhythm.kind === 'dates' ? [] : gaps[rhythm.kind];
    for (const [place, { startsAt }] of found.entries()) {
      expect(startsAt.getTime()).toBeGreaterThan(now.getTime());
      expect(Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone).dayOfWeek).toBe(weekday);
      const gap = days[place - 1]?.until(days[place] ?? '').days ?? least;
      expect(gap >= least && gap <= most).toBe(true);
    }
  });
});

describe('one meeting', () => {
  const skip = { on: '2026-12-03', to: null };
  const move = { on: '2026-12-10', to: { on: '2026-12-02', time: '09:15' } };

  it('is left out or moved, and the others stay where they are', () => {
    const found = listOccasions(planOf({ kind: 'weekly' }, [skip, move]), at('2026-11-27T00:00:00Z'), 3);
    expect(found.map(({ on, startsAt, state }) => [on, startsAt.toISOString(), state])).toEqual([
      ['2026-12-10', '2026-12-02T08:15:00.000Z', 'moved'],
      ['2026-12-03', '2026-12-03T17:00:00.000Z', 'skipped'],
      ['2026-12-17', '2026-12-17T17:00:00.000Z', 'planned'],
    ]);
    expect(findNextMeeting(planOf({ kind: 'weekly' }, [skip]), at('2026-11-27T00:00:00Z'))?.on).toBe('2026-12-10');
  });

  it('that was moved from a day that is over still comes', () => {
    const late = planOf({ kind: 'monthly', nth: 1 }, [{ on: '2026-11-05', to: { on: '2026-11-30', time: '18:00' } }]);
    expect(findNextMeeting(late, at('2026-11-26T00:00:00Z'))).toMatchObject({ on: '2026-11-05', state: 'moved' });
  });

  it('is nothing any more when its day is no longer planned', () => {
    const plan = planOf({ kind: 'fortnightly', from: '2026-11-12' }, [skip]);
    expect([isPlanned(plan, '2026-12-03'), isPlanned(plan, '2026-12-10')]).toEqual([false, true]);
    expect(starts(plan, '2026-11-27T00:00:00Z', 1)).toEqual(['2026-12-10T17:00:00.000Z']);
  });

  it('that is begun now is the nearest within half a day', () => {
    const plan = planOf({ kind: 'weekly' }, [skip]);
    const begun = (now: string) => occasionAt(plan, at(now))?.on ?? null;
    expect([begun('2026-11-26T17:20:00Z'), begun('2026-11-26T08:00:00Z')]).toEqual(['2026-11-26', '2026-11-26']);
    expect([begun('2026-11-28T17:20:00Z'), begun('2026-12-03T17:20:00Z')]).toEqual([null, null]);
  });

  it('is changed again or put back, and what is over is forgotten', () => {
    const now = at('2026-12-05T00:00:00Z');
    const changed = withChange(planOf({ kind: 'weekly' }, [skip, move]), '2026-12-17', null, now);
    expect(changed).toEqual([move, { on: '2026-12-17', to: null }]);
    expect(withChange({ cadence: thursday, changes: changed }, '2026-12-17', undefined, now)).toEqual([move]);
    expect(mostChanges).toBeGreaterThan(20);
  });
});
