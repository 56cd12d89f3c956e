import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../calendar/calendar.ts';
import type { Plan } from '../council/occasion.ts';
import type { Call } from '../opportunity/call.ts';
import { buildFeed, type DatedCouncil } from './feed.ts';

const now = new Date('2026-10-20T12:00:00Z');
const call = (id: string, at: string, more: Partial<Call> = {}): Call => ({
  ...{ id, kind: 'interview', at, zone: 'Europe/Vienna', minutes: 60, withWhom: 'CANARY', link: 'https://canary.example' },
  ...{ note: 'CANARY', outcome: null, ...more },
});
const days = (calls: Call[]) => ({
  councils: [],
  openings: [{ opportunityId: 'o', rev: 4, calls, next: { act: 'CANARY', on: '2026-11-02' } }],
  offers: [{ offerId: 'f', deadline: { kind: 'date' as const, on: '2026-10-24', zone: 'Europe/Vienna' } }],
  commitments: [{ commitmentId: 'c', rev: 2, dueOn: '2026-10-23' }],
});
const council = (changes: Plan['changes'], missing: string[] = [], weekday = 7): DatedCouncil => ({
  councilId: 'k',
  rev: 3,
  plan: { cadence: { rhythm: { kind: 'weekly' }, weekday, time: '18:00', zone: 'Europe/Vienna', minutes: 90 }, changes },
  presence: { missing, awayUntil: null },
});
const writeMeetings = (one: DatedCouncil, at = now) =>
  writeCalendar({
    name: 'Parley',
    entries: buildFeed({ councils: [one], openings: [], offers: [], commitments: [] }, at),
    now: at,
  });
const eventOf = (text: string, uid: string) => text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${uid}`)) ?? '';
const write = (calls: Call[]) => writeCalendar({ name: 'Parley', entries: buildFeed(days(calls), now), now });
const startsOf = (text: string) => text.match(/^DTSTART.*$/gm)?.map((line) => line.trim());

describe('a feed', () => {
  it('says nothing of what its days are about', () => {
    const text = write([call('a', '2026-10-21T07:00:00.000Z')]);
    expect(text).not.toMatch(/CANARY|canary|Vienna/);
    expect(text.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual(
      ['Call', 'Answer due', 'Next step', 'Commitment due'].map((title) => `SUMMARY:${title}`),
    );
  });

  it('holds the same hour of the clock on both sides of the night in which clocks change', () => {
    // 09:00 in Vienna: 07:00 in UTC before 25 October 2026, 08:00 after
    const text = write([call('a', '2026-10-24T07:00:00.000Z'), call('b', '2026-10-26T08:00:00.000Z')]);
    expect(startsOf(text)?.slice(0, 3)).toEqual([
      'DTSTART:20261024T070000Z',
      'DTSTART:20261026T080000Z',
      'DTSTART:20261024T210000Z',
    ]);
    // the day before ends at 22:00 in UTC, as clocks change three hours later
    expect(text).toContain('DTEND:20261024T220000Z');
  });

  it('cancels what is off, and leaves out what is long ago or far ahead', () => {
    const text = write([
      call('a', '2026-10-21T07:00:00.000Z', { outcome: 'off' }),
      call('b', '2026-01-01T07:00:00.000Z'),
      call('c', '2028-01-01T07:00:00.000Z'),
    ]);
    expect(text.match(/^UID:call.*$/gm)?.map((line) => line.trim())).toEqual(['UID:call.a@parley']);
    expect(text).toContain('STATUS:CANCELLED');
  });

  it('holds the council’s meetings at its hour on both sides of a clock change, under the name of their day', () => {
    // 18:00 in Vienna: 16:00 in UTC until 25 October 2026, 17:00 from that day on
    const text = writeMeetings(council([], [], 6));
    expect(startsOf(text)?.slice(0, 2)).toEqual(['DTSTART:20261024T160000Z', 'DTSTART:20261031T170000Z']);
    expect(text.match(/^UID:.*$/gm)?.[0]?.trim()).toBe('UID:meeting.2026-10-24.k@parley');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(52);
    expect(text).not.toMatch(/Vienna/);
  });

  it('moves a meeting that was moved, and calls off one that is left out or that the person misses', () => {
    const moved = { on: '2026-10-25', to: { on: '2026-10-27', time: '09:30' } };
    const text = writeMeetings(council([moved, { on: '2026-11-01', to: null }], ['2026-11-08']));
    expect(eventOf(text, 'meeting.2026-10-25.k')).toMatch(/DTSTART:20261027T083000Z[\s\S]*DTEND:20261027T100000Z/);
    expect(eventOf(text, 'meeting.2026-11-01.k')).toContain('STATUS:CANCELLED');
    expect(eventOf(text, 'meeting.2026-11-08.k')).toContain('STATUS:CANCELLED');
    expect(eventOf(text, 'meeting.2026-11-15.k')).not.toContain('CANCELLED');
  });

  it('keeps a meeting until it is over', () => {
    const during = new Date('2026-10-25T18:29:00Z');
    expect(startsOf(writeMeetings(council([]), during))?.[0]).toBe('DTSTART:20261025T170000Z');
    expect(startsOf(writeMeetings(council([]), new Date('2026-10-25T18:31:00Z')))?.[0]).toBe('DTSTART:20261101T170000Z');
  });
});
