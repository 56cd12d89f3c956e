import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/**
 * One entry of a calendar. `uid` stays the same for the same thing, so that a program replaces and does not double it;
 * `rev` grows with each change. `when`: a whole day (`2027-03-28`), the same in every zone, or from a moment to a moment
 * (ISO, UTC): whoever knows the clock of a place has turned it into moments before. `warn`: minutes before, or none.
 */
export type CalendarEntry = {
  uid: string;
  title: string;
  notes: string;
  where: string;
  when: { kind: 'day'; on: string } | { kind: 'span'; from: string; to: string };
  warn: number | null;
  rev: number;
  cancelled: boolean;
};

/** A calendar as it is written. `now`: when it was asked for. */
export type Calendar = { name: string; entries: readonly CalendarEntry[]; now: Date };

/** iCalendar knows no other control characters than the line breaks that it escapes. */
const writable = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** A title and a place are one line: what breaks it becomes a space. */
const oneLine = (text: string) =>
  writable(text)
    .replaceAll(/[\n\u2028\u2029]+/g, ' ')
    .trim();

/** A whole day has no zone; everything else is in UTC: a `Date` with a zone would be written at the wrong hour. */
function timesOf(when: CalendarEntry['when']) {
  if (when.kind === 'day') return { allDay: true, start: new Date(`${when.on}T00:00:00Z`) };
  return { start: new Date(when.from), end: new Date(when.to) };
}

/**
 * The text of a calendar file (RFC 5545): lines end in CRLF, are folded at 75 bytes, and no text that somebody wrote ends
 * its line early.
 */
export function writeCalendar({ name, entries, now }: Calendar): string {
  const calendar = ical({ prodId: { company: 'Parley', product: 'Parley', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  if (name !== '') calendar.name(oneLine(name));
  for (const { uid, title, notes, where, when, warn, rev, cancelled } of entries) {
    const event = calendar.createEvent({
      id: `${uid}@parley`,
      stamp: now,
      sequence: rev,
      summary: oneLine(title),
      description: writable(notes),
      location: oneLine(where),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...timesOf(when),
    });
    if (warn === null || cancelled) continue;
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: warn * 60, description: oneLine(title) });
  }
  return calendar.toString();
}
