import { describe, expect, it } from 'vitest';
import { instantToLocal, listZones, localToInstant } from './zoned.ts';

describe('a clock time in a zone', () => {
  it.each([
    ['2026-11-26T15:30', 'America/Denver', '2026-11-26T22:30:00Z'],
    ['2026-07-26T15:30', 'America/Denver', '2026-07-26T21:30:00Z'],
    ['2026-11-26T15:30', 'Asia/Kathmandu', '2026-11-26T09:45:00Z'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00Z'],
  ])('%s in %s is %s, and back', (local, zone, instant) => {
    expect(localToInstant(local, zone)).toBe(instant);
    expect(instantToLocal(instant, zone)).toBe(local);
  });

  it('a time that spring skips is an hour later; one that autumn repeats is the first', () => {
    expect(localToInstant('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    expect(localToInstant('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
    expect(localToInstant('2026-10-25T03:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00Z');
  });

  it('what is half typed is nothing yet', () => {
    for (const text of ['', '2026-11-26', '2026-11-26T', '2026-13-26T10:00', 'noon']) {
      expect(localToInstant(text, 'UTC')).toBeNull();
    }
  });

  it('lists the zones of the world', () => {
    expect(listZones()).toContain('America/Denver');
    expect(listZones()).toContain('UTC');
    expect(listZones('Asia/Kathmandu', '', 'UTC').filter((zone) => /^(Asia\/Kathmandu|UTC|)$/.test(zone))).toEqual([
      'Asia/Kathmandu',
      'UTC',
    ]);
  });
});
