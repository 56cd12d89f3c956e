import { describe, expect, it } from 'vitest';
import { createLimits, createUnderWay, sourceKey } from './limit.ts';

async function passes(times: number, attempt: () => Promise<void>): Promise<number> {
  let passed = 0;
  for (let at = 0; at < times; at += 1) {
    try {
      await attempt();
      passed += 1;
    } catch {
      return passed;
    }
  }
  return passed;
}

describe('the limits', () => {
  it('stop one source at one address after ten attempts and say how long to wait', async () => {
    const limits = createLimits();
    expect(await passes(20, () => limits.count('signIn', '10.0.0.1', 'ana'))).toBe(10);
    await expect(limits.count('signIn', '10.0.0.1', 'ana')).rejects.toMatchObject({
      code: 'too-many',
      message: 'Too many attempts. Try again in 15 minutes.',
    });
    expect(await passes(1, () => limits.count('signIn', '10.0.0.2', 'ana'))).toBe(1);
    expect(await passes(1, () => limits.count('signIn', '10.0.0.1', 'ben'))).toBe(1);
  });

  it('stop a source that tries many addresses, and many sources that try one', async () => {
    const limits = createLimits();
    let at = 0;
    expect(await passes(100, () => limits.count('signIn', '10.0.0.1', `p${(at += 1)}`))).toBe(60);
    expect(await passes(100, () => limits.count('signIn', `10.1.0.${(at += 1)}`, 'ana'))).toBe(60);
  });

  it('forgive an address that succeeded, not its source', async () => {
    const limits = createLimits();
    expect(await passes(9, () => limits.count('signIn', '10.0.0.1', 'ana'))).toBe(9);
    await limits.forgive('signIn', '10.0.0.1', 'ana');
    expect(await passes(20, () => limits.count('signIn', '10.0.0.1', 'ana'))).toBe(10);
  });

  it('do not share what they counted between apps', async () => {
    expect(await passes(10, () => createLimits().count('signIn', '10.0.0.1', 'ana'))).toBe(10);
    const limits = createLimits();
    expect(await passes(1, () => limits.count('signIn', '10.0.0.1', 'ana'))).toBe(1);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('see %s as %s', (source, key) => {
    expect(sourceKey(source)).toBe(key);
  });
});

describe('what is under way', () => {
  it('is refused beyond the least of its numbers, held by none of its keys then, and gone once it has ended', () => {
    const underWay = createUnderWay();
    const wide = { source: 3, ana: 2 };
    const [one, two] = [underWay.enter(wide), underWay.enter(wide)];
    expect(underWay.enter(wide)).toBeNull();
    const other = underWay.enter({ source: 3, ben: 2 });
    expect(other).not.toBeNull();
    expect(underWay.enter({ source: 3, cara: 2 })).toBeNull();
    one?.();
    expect(underWay.enter(wide)).not.toBeNull();
    two?.();
    other?.();
    expect(underWay.enter({ source: 2, ben: 1 })).not.toBeNull();
  });
});
