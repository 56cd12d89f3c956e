/** The clock of `zone` at an instant, as a datetime-local field writes it: `2026-11-26T15:30`. */
export function instantToLocal(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}

/**
 * The instant at which the clock of `zone` shows `local`; null for anything incomplete.
 * A time skipped in spring is taken as one hour later, a repeated one in autumn as the first (as RFC 5545 has it).
 */
export function localToInstant(local: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const day = 86_400_000;
  const [before, after] = [offset(asUtc - day, zone), offset(asUtc + day, zone)];
  const fitting = [before, after].map((size) => asUtc - size).find((at) => at + offset(at, zone) === asUtc);
  return new Date(fitting ?? asUtc - before).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds by which the clock of `zone` is ahead of UTC at an instant. */
function offset(at: number, zone: string): number {
  const shown = Date.parse(`${instantToLocal(new Date(at).toISOString(), zone)}:00Z`);
  return shown - Math.floor(at / 60_000) * 60_000;
}

/** Every zone the platform knows, and those given that it lists under another name (Kathmandu, Katmandu). */
export function listZones(...also: string[]): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...also.filter(Boolean)])].sort();
}
