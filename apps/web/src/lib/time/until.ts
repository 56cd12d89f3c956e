import type { Format } from '../format.ts';

/** `Thu 26 Nov, 23:59`: when something ends. A midnight belongs to the day that it ends, so the minute before it is told. */
export function untilInWords(at: string, format: Pick<Format, 'dayTime' | 'time'>, zone?: string): string {
  const midnight = format.time('2026-01-01T00:00:00Z', 'UTC');
  const moment = new Date(at);
  return format.dayTime(format.time(moment, zone) === midnight ? new Date(moment.getTime() - 60_000) : moment, zone);
}
