import { createHash } from 'node:crypto';
import { recoveryCode, recoveryCount, recoveryLength, stepOf } from '@parley/domain/identity/code';
import { Secret, TOTP } from 'otpauth';

const about = { issuer: 'Parley', algorithm: 'SHA1', digits: 6, period: 30 };

/** A fresh secret of 160 bits, as apps write it. */
export const makeSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture holds that an app reads: whose code it is, and the secret. */
export const uriOf = (secret: string, email: string): string => new TOTP({ ...about, label: email, secret }).toString();

/** Of which half minute a code is, one step early or late included; null when it is of none. */
export function stepOfCode(secret: string, digits: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = new TOTP({ ...about, secret }).validate({ token: digits, timestamp, window: 1 });
  return delta === null ? null : stepOf(now) + delta;
}

/** Ten codes out of the bytes of a press. Throws when there are too few. */
export function recoveryCodes(secretOfPress: (purpose: string) => Buffer, accountId: string): string[] {
  return Array.from({ length: recoveryCount }, (_, at) =>
    recoveryCode(secretOfPress(`recovery|${accountId}|${at}`).subarray(0, recoveryLength)),
  );
}

/** What is kept of a recovery code: 80 random bits are not guessed from their hash. */
export const recoveryHash = (accountId: string, letters: string): string =>
  createHash('sha256').update(`${accountId}|${letters}`).digest('hex');
