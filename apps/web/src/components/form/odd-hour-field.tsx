import { type Reading, readClock } from '@parley/domain/offer/deadline';
import { useFormat } from '../../lib/format.ts';
import { instantToLocal } from '../../lib/time/zoned.ts';
import { RadioGroup } from './choice-field.tsx';

/** A clock time that is no single moment in its zone. */
export type OddReading = Exclude<Reading, { kind: 'one' }>;

/** What counts until the person says which is meant: the earlier of the two. */
export function earlierOf(reading: Reading): string {
  if (reading.kind === 'one') return reading.at;
  return reading.kind === 'none' ? reading.before : reading.first;
}

/** What the clock of `zone` shows at an instant, read again: two where the same hour comes once more that day. */
export function readInstant(at: string, zone: string): Reading {
  return readClock(instantToLocal(at, zone), zone);
}

/** Which of the two it is, where the clock alone would not tell: `, the second time that hour comes`. */
export function whichHour(at: string, zone: string): string {
  const reading = readInstant(at, zone);
  if (reading.kind !== 'two') return '';
  return Date.parse(at) < Date.parse(reading.second) ? ', the first time that hour comes' : ', the second time that hour comes';
}

export type OddHourFieldProps = {
  reading: OddReading;
  zone: string;
  /** The instant that counts now. */
  value: string | null;
  onPick: (instant: string) => void;
};

/** An hour that the clocks skip, or pass twice, on that day: the person says which is meant. */
export function OddHourField({ reading, zone, value, onPick }: OddHourFieldProps) {
  const format = useFormat();
  const place = format.place(zone);
  // Where the reader's own clocks repeat the hour too, only UTC tells the two apart.
  const when = (at: string, other: string) =>
    format.dayTime(at) === format.dayTime(other) ? `${format.dayTime(at, 'UTC')} UTC` : `${format.dayTime(at)} here`;
  const there = (at: string) => `${format.time(at, zone)} in ${place}`;
  const choices =
    reading.kind === 'none'
      ? [
          { value: reading.before, label: `Before the jump: ${there(reading.before)}` },
          { value: reading.after, label: `After it: ${there(reading.after)}` },
        ]
      : [
          { value: reading.first, label: `The first, ${when(reading.first, reading.second)}` },
          { value: reading.second, label: `The second, ${when(reading.second, reading.first)}` },
        ];
  return (
    <RadioGroup
      label={
        reading.kind === 'none'
          ? `Clocks in ${place} skip this hour on that day. Which one is meant?`
          : `Clocks in ${place} pass this hour twice on that day. Which one is meant?`
      }
      hint="The earlier one counts unless you choose."
      choices={choices}
      value={value === null ? earlierOf(reading) : new Date(value).toISOString()}
      onChange={onPick}
    />
  );
}
