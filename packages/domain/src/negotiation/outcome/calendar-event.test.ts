import { describe, expect, it } from 'vitest';
import type { KeyResult } from '../../mission/mission.ts';
import type { Stated, TermState, TermValue } from '../terms/term.ts';
import { buildDeadlineEvent, buildHandOverEvents, dayAfter, termDay } from './calendar-event.ts';

const job = { role: 'Staff engineer', employer: 'Acme' };
const result = (id: string, more: Partial<KeyResult>): KeyResult => ({
  id,
  metric: 'Days to ship',
  direction: 'fall',
  start: '40',
  target: '10',
  current: null,
  unit: 'days',
  due: '2027-04-15',
  firstNinetyDays: true,
  proof: null,
  ...more,
});
const mission = (...keyResults: KeyResult[]) => ({ objectives: [{ id: 'o', title: 'O', keyResults }] });

describe('the deadline in a calendar', () => {
  it('ends when the time is up in the employer’s zone', () => {
    expect(buildDeadlineEvent({ kind: 'date', on: '2027-01-15', zone: 'America/Denver' }, job)).toEqual({
      key: 'deadline',
      summary: 'Answer due: Staff engineer, Acme',
      description: 'Answer by 2027-01-15 by the calendar of America/Denver. The entry ends when the time is up.',
      when: { kind: 'until', at: '2027-01-16T07:00:00.000Z' },
      warn: 1,
    });
  });
  it('across the change of the clocks ends at midnight there', () => {
    const ends = (on: string) => buildDeadlineEvent({ kind: 'date', on, zone: 'Europe/Vienna' }, job).when;
    expect([ends('2027-03-27'), ends('2027-03-28')]).toEqual([
      { kind: 'until', at: '2027-03-27T23:00:00.000Z' },
      { kind: 'until', at: '2027-03-28T22:00:00.000Z' },
    ]);
    const moment = { kind: 'moment' as const, at: '2027-01-15T17:00:00.000Z', zone: 'Asia/Tokyo' };
    const event = buildDeadlineEvent(moment, job);
    expect([event.when, event.description.slice(0, 20)]).toEqual([{ kind: 'until', at: moment.at }, 'Answer by 2027-01-16']);
  });
});

describe('the day that a term gives', () => {
  const date = (on: string): TermValue => ({ kind: 'date', on });
  const term = (state: TermState, value: TermValue, letter: TermValue | null = null): Stated => ({
    component: 'startDate',
    name: '',
    value,
    spoken: null,
    written: letter && { value: letter, document: 'L', page: '', on: '2026-05-08' },
    reason: '',
    state,
  });
  it('is the letter’s before the spoken one, and none while nobody agreed to it', () => {
    expect(termDay([term('confirmed', date('2027-02-01'), date('2027-02-08'))], 'startDate')).toBe('2027-02-08');
    expect([
      termDay([term('agreed', date('2027-02-01'))], 'startDate'),
      termDay([term('waived', date('2027-02-01'))], 'startDate'),
    ]).toEqual(['2027-02-01', '2027-02-01']);
    expect([
      termDay([term('proposed', date('2027-02-01'))], 'startDate'),
      termDay([term('dropped', date('2027-02-01'))], 'startDate'),
    ]).toEqual([null, null]);
    expect([termDay([term('agreed', date('2027-02-01'))], 'reviewDate'), termDay([], 'startDate')]).toEqual([null, null]);
    expect(termDay([term('confirmed', date('2027-02-01'), { kind: 'text', text: 'soon' })], 'startDate')).toBeNull();
  });
});

describe('the hand-over to the job', () => {
  const startsOn = '2027-08-31';
  it('is the first day, the results of the first 90 days, the look back, and the review after six months', () => {
    const events = buildHandOverEvents({ job, startsOn, reviewOn: null, missions: [mission(result('k1', {}))], terms: [] });
    expect(events.map(({ key, summary, when, warn }) => [key, summary, when, warn])).toEqual([
      ['start', 'First day: Staff engineer, Acme', { kind: 'day', on: '2027-08-31' }, 7],
      ['k1', 'First 90 days: Days to ship: 40 → 10 days', { kind: 'day', on: '2027-04-15' }, 7],
      ['ninety', '90 days: Staff engineer, Acme', { kind: 'day', on: '2027-11-29' }, 7],
      // the last day of a short month
      ['review', 'Six-month review: Staff engineer, Acme', { kind: 'day', on: '2028-02-29' }, 14],
    ]);
    expect(events.map(({ description }) => description)).toEqual([
      '',
      '',
      'Hold the results against the mission, and tell the manager.\n• Days to ship: 40 → 10 days',
      'Pay, level, and what was promised for later.',
    ]);
  });
  it('brings all results of the first 90 days to the look back, and what was promised to the review', () => {
    const results = [
      result('k1', { due: null }),
      result('k2', { firstNinetyDays: false }),
      result('k3', { metric: 'NPS', unit: '' }),
    ];
    const said = { who: 'Mara', on: '2026-11-03', words: 'we look at the level in June' };
    const none = { spoken: null, written: null, reason: '', name: '' };
    const terms: Stated[] = [
      { ...none, component: 'base', value: { kind: 'money', minor: 9_800_000, currency: 'EUR' }, state: 'proposed' },
      {
        ...none,
        component: 'base',
        value: { kind: 'money', minor: 9_800_000, currency: 'EUR' },
        written: { value: { kind: 'money', minor: 9_800_050, currency: 'EUR' }, document: 'Letter', page: '1', on: '2026-11-05' },
        state: 'confirmed',
      },
      { ...none, component: 'level', value: { kind: 'text', text: 'L6' }, spoken: said, state: 'agreed' },
      { ...none, component: 'other', name: 'Courses', value: { kind: 'shares', shares: 1200 }, state: 'dropped' },
      { ...none, component: 'startDate', value: { kind: 'date', on: startsOn }, spoken: said, state: 'agreed' },
    ];
    const events = buildHandOverEvents({ job, startsOn, reviewOn: null, missions: [mission(...results)], terms });
    const words = (key: string) =>
      events
        .find((event) => event.key === key)
        ?.description.split('\n')
        .slice(1);
    expect(words('ninety')).toEqual(['• Days to ship: 40 → 10 days', '• NPS: 40 → 10']);
    expect(words('review')).toEqual([
      '• Base: 98,000.50 EUR (Letter, 2026-11-05)',
      '• Level: L6 (Mara, 2026-11-03: “we look at the level in June”)',
    ]);
  });
  it('takes the agreed day of the review, and without a first day only what has a day', () => {
    const keys = (more: object) =>
      buildHandOverEvents({ job, startsOn: null, reviewOn: null, missions: [], terms: [], ...more }).map(({ key, when }) => [
        key,
        when,
      ]);
    expect(keys({ startsOn, reviewOn: '2028-01-10' }).at(-1)).toEqual(['review', { kind: 'day', on: '2028-01-10' }]);
    expect(keys({ reviewOn: '2028-01-10' })).toEqual([['review', { kind: 'day', on: '2028-01-10' }]]);
    expect(keys({})).toEqual([]);
  });
  it('leaves out results of later, or without a day, and writes the figures that there are', () => {
    const missions = [
      mission(result('k1', { firstNinetyDays: false }), result('k2', { due: null })),
      mission(result('k3', { start: null, unit: '' }), result('k4', { target: null })),
    ];
    expect(
      buildHandOverEvents({ job, startsOn: null, reviewOn: null, missions, terms: [] }).map(({ summary }) => summary),
    ).toEqual(['First 90 days: Days to ship: 10', 'First 90 days: Days to ship']);
  });
  it('counts days and months by the calendar', () => {
    expect([dayAfter('2027-12-31', { days: 90 }), dayAfter('2027-03-31', { months: 6 })]).toEqual(['2028-03-30', '2027-09-30']);
  });
});
