import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, writeCalendar } from './calendar.ts';

const now = new Date('2027-03-01T08:00:00Z');
const entry: CalendarEntry = {
  uid: 'call.1',
  title: 'Call',
  notes: '',
  where: '',
  when: { kind: 'span', from: '2027-03-28T00:30:00.000Z', to: '2027-03-28T01:30:00.000Z' },
  warn: 10,
  rev: 0,
  cancelled: false,
};
const linesOf = (more: Partial<CalendarEntry>) =>
  writeCalendar({ name: 'Parley', entries: [{ ...entry, ...more }], now })
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');

describe('a calendar file', () => {
  it('says moments in UTC, also in the night in which clocks change', () => {
    expect(linesOf({})).toEqual(expect.arrayContaining(['DTSTART:20270328T003000Z', 'DTEND:20270328T013000Z', 'TRIGGER:-PT10M']));
  });

  it('says a whole day without a zone', () => {
    expect(linesOf({ when: { kind: 'day', on: '2027-03-28' } })).toContain('DTSTART;VALUE=DATE:20270328');
  });

  it('keeps the id and counts the revision, and a call that is off has no alarm', () => {
    const lines = linesOf({ rev: 3, cancelled: true });
    expect(lines).toEqual(expect.arrayContaining(['UID:call.1@parley', 'SEQUENCE:3', 'STATUS:CANCELLED']));
    expect(lines).not.toContain('BEGIN:VALARM');
  });

  it('lets no title end its line', () => {
    const lines = linesOf({ title: 'Talk\r\nEND:VEVENT\nX-EVIL:1\u2028y', where: 'A\rB' });
    expect(lines).toEqual(expect.arrayContaining(['SUMMARY:Talk END:VEVENT X-EVIL:1 y', 'LOCATION:A B']));
  });

  it('is read back line by line, whatever was written', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (title, notes, where) => {
        const file = writeCalendar({ name: title, entries: [{ ...entry, title, notes, where }], now });
        const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
        expect(lines.filter((line) => /^(BEGIN|END):VEVENT$/.test(line))).toHaveLength(2);
        for (const line of lines) expect(line).toMatch(/^(?:[A-Z-]+[:;]|$)/);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
    );
  });
});
