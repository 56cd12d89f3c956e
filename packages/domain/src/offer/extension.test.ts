import { describe, expect, it } from 'vitest';
import { dayToAsk, extensionScript, redFlagFor } from './extension.ts';

const until = (on: string) => ({ kind: 'date' as const, on, zone: 'America/Denver' });

describe('asking for more time', () => {
  it('asks for five business days from the day the offer came', () => {
    // Friday 20 Nov 2026 and five business days is Monday 30 Nov: Thursday is Thanksgiving.
    expect(dayToAsk(until('2026-11-23'), '2026-11-20', [])).toBe('2026-11-30');
  });
  it('asks for two more than they gave where five were given, or the day it came is not known', () => {
    expect(dayToAsk(until('2026-11-30'), '2026-11-20', [])).toBe('2026-12-02');
    expect(dayToAsk(until('2026-12-04'), '2026-11-20', [])).toBe('2026-12-08');
    expect(dayToAsk(until('2026-11-27'), null, [])).toBe('2026-12-01');
    expect(dayToAsk({ kind: 'moment', at: '2026-11-25T05:00:00Z', zone: 'America/Denver' }, null, [])).toBe('2026-11-27');
  });
  it('says thanks, the day, and that nothing is dragged out', () => {
    const script = extensionScript('Fri 27 Nov');
    expect(script).toContain('Thank you');
    expect(script).toContain('my answer by Fri 27 Nov');
    expect(script.split('\n\n')).toHaveLength(3);
  });
  it('offers a refusal as a red flag, and nothing else', () => {
    expect(redFlagFor('refused', false)).toBe('Refused more time for an answer.');
    expect(redFlagFor('refused', true)).toContain('at once');
    for (const extension of ['none', 'asked', 'granted'] as const) expect(redFlagFor(extension, true)).toBeNull();
  });
});
