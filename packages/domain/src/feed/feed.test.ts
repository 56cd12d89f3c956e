import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../calendar/calendar.ts';
import type { Call } from '../opportunity/call.ts';
import { buildFeed } from './feed.ts';

const now = new Date('2026-10-20T12:00:00Z');
const call = (id: string, at: string, more: Partial<Call> = {}): Call => ({
  ...{ id, kind: 'interview', at, zone: 'Europe/Vienna', minutes: 60, withWhom: 'CANARY', link: 'https://canary.example' },
  ...{ note: 'CANARY', outcome: null, ...more },
});
const days = (calls: Call[]) => ({
  openings: [{ opportunityId: 'o', rev: 4, calls, next: { act: 'CANARY', on: '2026-11-02' } }],
  offers: [{ offerId: 'f', deadline: { kind: 'date' as const, on: '2026-10-24', zone: 'Europe/Vienna' } }],
  commitments: [{ commitmentId: 'c', rev: 2, dueOn: '2026-10-23' }],
});
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
});
