import { describe, expect, it } from 'vitest';
import { deviceName, findWeakness, normalizeAddress, resetState, sessionExpiry, sessionLife, shouldTouch } from './identity.ts';
import { ChangePassword, SaveProfile, SignIn, SignUp } from './input.ts';
import { canChangePassword, canReset } from './policy.ts';

const now = new Date('2026-11-22T09:00:00.000Z');
const ana = {
  email: 'Ana@Example.org ',
  displayName: ' Ana ',
  password: 'a quiet room with light',
  timeZone: 'Asia/Kathmandu',
  locale: 'en-GB',
  currency: 'EUR',
};

describe('an address', () => {
  it('is compared composed, trimmed and in lower case', () => {
    expect(normalizeAddress('  ANA@Exa\u006d\u0070le.ORG ')).toBe('ana@example.org');
    expect(normalizeAddress('zoe\u0301@example.org')).toBe('zo\u00e9@example.org');
  });

  it.each([
    'ana',
    'ana@',
    '@example.org',
    'a@b',
    'a b@example.org',
    'a@exam ple.org',
    'a@@example.org',
    'ana@example..org',
    'Ana <ana@example.org>',
    'ana@example.org,ben@example.org',
    'a\u202ena@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(260)}.org`,
    7,
    null,
    ['ana@example.org'],
  ])('refuses %j', (email) => {
    const result = SignIn.safeParse({ email, password: 'x' });
    expect(result.success).toBe(false);
    expect(result.error?.issues.every((issue) => issue.path.join('.') === 'email')).toBe(true);
  });
});

describe('signing up', () => {
  it('takes a person as typed and compares the address in lower case', () => {
    expect(SignUp.parse(ana)).toMatchObject({ email: 'ana@example.org', displayName: 'Ana', password: ana.password });
  });

  it('refuses a key it does not know', () => {
    expect(SignUp.safeParse({ ...ana, operator: true }).success).toBe(false);
  });

  it.each([
    ['short', 'at least 10'],
    ['aaaaaaaaaaaa', 'few different'],
    ['1234567890', 'Rows of digits'],
    ['Password2026!', 'guessed first'],
    ['ANA@example.org', 'your address'],
    ['x'.repeat(201), 'at most 200'],
    ['0123456789\ud800', 'a broken character'],
  ])('refuses the password %j beside its field', (password, sentence) => {
    const issues = SignUp.safeParse({ ...ana, password }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain('password');
    expect(issues.map((issue) => issue.message).join(' ')).toContain(sentence);
  });

  it('takes a long sentence in any script as a password', () => {
    expect(findWeakness('शान्त कोठा र राम्रो उज्यालो', ana.email)).toBeNull();
  });

  it('refuses places that do not exist', () => {
    expect(
      SaveProfile.safeParse({ displayName: 'Ana', timeZone: 'Mars/Base', locale: 'en', currency: 'EUR', rev: 1 }).success,
    ).toBe(false);
    expect(SaveProfile.safeParse({ displayName: 'Ana', timeZone: 'UTC', locale: 'en', currency: 'XXQ', rev: 1 }).success).toBe(
      false,
    );
    expect(
      SaveProfile.safeParse({ displayName: 'A\u202ena', timeZone: 'UTC', locale: 'en', currency: 'EUR', rev: 1 }).success,
    ).toBe(false);
  });
});

describe('a session', () => {
  it('ends seven days after its last use and never after its absolute end', () => {
    const far = new Date(now.getTime() + sessionLife.absolute);
    expect(sessionExpiry(now, far).getTime() - now.getTime()).toBe(7 * 86_400_000);
    const near = new Date(now.getTime() + 1_000);
    expect(sessionExpiry(now, near)).toEqual(near);
  });

  it('is written at most once an hour', () => {
    expect(shouldTouch(now, new Date(now.getTime() + 3_599_999))).toBe(false);
    expect(shouldTouch(now, new Date(now.getTime() + 3_600_000))).toBe(true);
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/143.0 Safari/537.36 Edg/143.0', 'Edge on Windows'],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/143.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['curl/8', 'Another device'],
    ['', 'Another device'],
  ])('names the device of %j', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

describe('a reset link', () => {
  const later = new Date(now.getTime() + 1);
  it('works once and until it expires', () => {
    expect(resetState({ usedAt: null, expiresAt: later }, now)).toBe('open');
    expect(resetState({ usedAt: null, expiresAt: now }, now)).toBe('expired');
    expect(resetState({ usedAt: now, expiresAt: later }, now)).toBe('used');
  });

  it('explains itself, an unknown one like an expired one', () => {
    expect(canReset({ usedAt: null, expiresAt: later }, now)).toEqual({ allowed: true });
    expect(canReset({ usedAt: now, expiresAt: later }, now)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('used already'),
    });
    expect(canReset(null, now)).toEqual(canReset({ usedAt: null, expiresAt: now }, now));
  });
});

describe('changing the password', () => {
  it('needs another one', () => {
    expect(canChangePassword('a quiet room', 'a quiet room').allowed).toBe(false);
    expect(canChangePassword('a quiet room', 'a brighter room').allowed).toBe(true);
    expect(ChangePassword.safeParse({ current: 'x', next: 'short' }).success).toBe(false);
  });
});
