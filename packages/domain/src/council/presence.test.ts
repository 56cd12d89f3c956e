import { describe, expect, it } from 'vitest';
import { canBePresent, isMissing, unsaid, withMissing } from './presence.ts';
import { PresenceFields, SavePresence } from './presence-input.ts';

// Thursday evening in Vienna is Friday in Kathmandu: the council's day counts.
const meeting = { on: '2026-12-03', startsAt: new Date('2026-12-03T22:00:00Z'), state: 'planned' as const };

describe('a member', () => {
  it('is missed where they said so of this meeting, and while they are away, the last day included', () => {
    const missed = (more: object) => isMissing({ ...unsaid, ...more }, meeting, 'Europe/Vienna');
    expect([missed({}), missed({ missing: ['2026-12-03'] }), missed({ missing: ['2026-12-10'] })]).toEqual([false, true, false]);
    expect([missed({ awayUntil: '2026-12-03' }), missed({ awayUntil: '2026-12-02' })]).toEqual([true, false]);
  });

  it('of a moved meeting said so by the day it was planned for, and is away by the day on which it is', () => {
    const moved = { ...meeting, on: '2026-12-10', state: 'moved' as const };
    expect(isMissing({ missing: ['2026-12-10'], awayUntil: null }, moved, 'Europe/Vienna')).toBe(true);
    expect(isMissing({ missing: [], awayUntil: '2026-12-09' }, moved, 'Europe/Vienna')).toBe(true);
  });

  it('says it once, takes it back, and what is over is forgotten', () => {
    expect(withMissing(['2026-11-05', '2026-12-10'], '2026-12-03', true, '2026-11-26')).toEqual(['2026-12-03', '2026-12-10']);
    expect(withMissing(['2026-12-03'], '2026-12-03', true, '2026-11-26')).toEqual(['2026-12-03']);
    expect(withMissing(['2026-12-03'], '2026-12-03', false, '2026-11-26')).toEqual([]);
  });

  it('speaks in a council where they sit', () => {
    const seat = { accountId: 'ana', role: 'member' as const, state: 'active' as const, acceptedCharter: 1 };
    expect(canBePresent({ closed: false, seats: [seat] }, 'ana').allowed).toBe(true);
    expect(canBePresent({ closed: false, seats: [seat] }, 'ben').allowed).toBe(false);
    expect(canBePresent({ closed: true, seats: [seat] }, 'ana').allowed).toBe(false);
  });

  it('may say nothing, and says no more than a line', () => {
    expect(PresenceFields.safeParse({ looking: '', zone: null, awayUntil: null }).success).toBe(true);
    for (const bad of [{ looking: 'x'.repeat(161) }, { zone: 'Nowhere' }, { awayUntil: '2026-02-30' }])
      expect(SavePresence.shape.presence.safeParse({ looking: '', zone: null, awayUntil: null, ...bad }).success).toBe(false);
  });
});
