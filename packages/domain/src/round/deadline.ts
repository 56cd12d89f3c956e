import { civilDay, readClock } from '../offer/deadline.ts';

const threeDays = 72 * 3_600_000;

/** The deadline that a new round proposes: in three days, at six in the evening by the owner's clock. */
export function proposeDeadline(now: Date, zone: string): Date {
  const reading = readClock(`${civilDay(new Date(now.getTime() + threeDays), zone)}T18:00`, zone);
  if (reading.kind === 'one') return new Date(reading.at);
  return new Date(reading.kind === 'none' ? reading.after : reading.first);
}
