import { describe, expect, it } from 'vitest';
import { hashPassword, hashRuns, passwordFits } from './password.ts';

describe('a password', () => {
  it('is stored as argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await hashPassword('a quiet room')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fits its own hash only, however its accents were typed', async () => {
    const stored = await hashPassword('zo\u00e9 in a quiet room');
    expect(await passwordFits(stored, 'zoe\u0301 in a quiet room')).toBe(true);
    expect(await passwordFits(stored, 'zoe in a quiet room')).toBe(false);
    expect(await passwordFits(null, 'a quiet room')).toBe(false);
  });

  it('costs one run with and without a stored hash', async () => {
    const stored = await hashPassword('a quiet room');
    const before = hashRuns();
    await passwordFits(stored, 'wrong');
    expect(hashRuns() - before).toBe(1);
    await passwordFits(null, 'wrong');
    expect(hashRuns() - before).toBe(2);
  });

  it('waits its turn, and is refused when the queue is too long', async () => {
    const results = await Promise.allSettled(Array.from({ length: 80 }, () => passwordFits(null, 'a quiet room')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(80 - 2 - 64);
    expect(refused[0]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(await passwordFits(null, 'a quiet room')).toBe(false);
  });
});
