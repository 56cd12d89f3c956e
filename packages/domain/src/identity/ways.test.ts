import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isFresh, readCode, recoveryAlphabet, recoveryCode, recoveryLength, showKey, showRecovery, stepOf } from './code.ts';
import { canAddPasskey, canDropPassword, canKeepPasskeys, canRemovePasskey, countsOn, mostPasskeys, partyOf } from './passkey.ts';
import { code, MadePasskey, ShownPasskey } from './ways-input.ts';

const letters = fc.uint8Array({ minLength: recoveryLength, maxLength: 64 }).map(recoveryCode);
const gaps = fc.constantFrom('', ' ', '-', ' – ', '\t', '\u00a0');

describe('a code that was typed', () => {
  test.prop([fc.integer({ min: 0, max: 999_999 }), gaps])('is six digits, however they are grouped', (number, gap) => {
    const digits = String(number).padStart(6, '0');
    expect(readCode(`${gap}${digits.slice(0, 3)}${gap}${digits.slice(3)}`)).toEqual({ kind: 'app', digits });
  });
  test.prop([letters, gaps])('or sixteen letters, as they are shown or otherwise', (kept, gap) => {
    expect(readCode(showRecovery(kept))).toEqual({ kind: 'recovery', letters: kept });
    expect(readCode(showRecovery(kept).replaceAll('-', gap).toUpperCase())).toEqual({ kind: 'recovery', letters: kept });
    expect(showRecovery(kept)).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  });
  it.each(['', '12345', '1234567', '12a456', '-1', '1e21', 'NaN', '1,000', 'abcd-efgh-ijkm-npq0', 'o'.repeat(16), '12345\u0000'])(
    'is nothing else: %j',
    (typed) => {
      expect(readCode(typed)).toBeNull();
      expect(code.safeParse(typed).success).toBe(false);
    },
  );
  it('is read in the digits of any keyboard', () => {
    expect(readCode('１２３４５６')).toEqual({ kind: 'app', digits: '123456' });
  });
  it('shows the key of an app in groups', () => {
    expect(showKey('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });
  it('of the alphabet holds nothing that is taken for another', () => {
    expect(recoveryAlphabet).toHaveLength(32);
    expect(recoveryAlphabet).not.toMatch(/[lo01]/);
    expect(() => recoveryCode(new Uint8Array(15))).toThrow();
  });
});

describe('a half minute', () => {
  test.prop([fc.nat(), fc.option(fc.nat())])('has one code', (step, last) => {
    expect(isFresh(step, last)).toBe(last === null || step > last);
    expect(isFresh(step, step)).toBe(false);
  });
  it('is counted from 1970', () => {
    expect(stepOf(new Date(59_999))).toBe(1);
    expect(stepOf(new Date(60_000))).toBe(2);
  });
});

describe('where passkeys are kept', () => {
  it.each(['https://parley.example', 'https://parley.example:8443', 'http://localhost:3000', 'https://localhost'])(
    'at %s',
    (origin) => {
      expect(canKeepPasskeys(origin)).toEqual({ allowed: true });
    },
  );
  it.each([
    ['http://parley.example', 'https'],
    ['http://127.0.0.1:3000', 'https'],
    ['https://10.0.0.2', 'name'],
    ['https://[::1]:3000', 'name'],
    ['http://localhost.evil.test', 'https'],
  ])('not at %s', (origin, word) => {
    expect(canKeepPasskeys(origin)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining(`Passkeys need ${word === 'https' ? 'https' : 'a name'}`),
    });
  });
  it('under the name without the port', () => {
    expect(partyOf('https://parley.example:8443')).toBe('parley.example');
  });
  it('as many as somebody has devices', () => {
    expect(canAddPasskey('https://parley.example', mostPasskeys - 1).allowed).toBe(true);
    expect(canAddPasskey('https://parley.example', mostPasskeys).allowed).toBe(false);
    expect(canAddPasskey('http://parley.example', 0).allowed).toBe(false);
  });
});

describe('a counter', () => {
  test.prop([fc.nat(), fc.nat()])('goes on, or counts nothing at all', (kept, shown) => {
    expect(countsOn(kept, kept + 1 + shown)).toBe(true);
    expect(countsOn(kept + 1 + shown, kept)).toBe(false);
    expect(countsOn(kept, kept)).toBe(kept === 0);
  });
});

const passkeys = fc.array(fc.record({ id: fc.uuid(), doubtedAt: fc.constantFrom(null, new Date(0)) }), { maxLength: 5 });

describe('the last way in', () => {
  test.prop([fc.boolean(), passkeys])('always stays', (password, kept) => {
    for (const { id, doubtedAt } of kept) {
      if (!canRemovePasskey({ password, passkeys: kept }, id).allowed || doubtedAt !== null) continue;
      expect(password || kept.some((one) => one.id !== id && one.doubtedAt === null)).toBe(true);
    }
    const dropped = canDropPassword({ password, passkeys: kept });
    expect(dropped.allowed).toBe(password && kept.some(({ doubtedAt }) => doubtedAt === null));
  });
});

describe('what a browser answers', () => {
  const shown = {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
  };
  it('is bounded in all that it holds', () => {
    expect(ShownPasskey.safeParse(shown).success).toBe(true);
    for (const bad of [
      { ...shown, id: 'a b' },
      { ...shown, id: 'A'.repeat(1_401) },
      { ...shown, type: 'password' },
      { ...shown, clientExtensionResults: { x: 'y'.repeat(3_000) } },
      { ...shown, response: { ...shown.response, signature: '' } },
      { ...shown, more: 1 },
    ])
      expect(ShownPasskey.safeParse(bad).success).toBe(false);
    const made = { ...shown, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: ['internal'] } };
    expect(MadePasskey.safeParse(made).success).toBe(true);
    expect(MadePasskey.safeParse({ ...made, response: { ...made.response, transports: ['owl'] } }).success).toBe(false);
  });
});
