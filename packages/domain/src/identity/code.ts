/** Half a minute: for so long a code of an app stands. */
const stepLength = 30_000;

/** The number of the half minute of a moment. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / stepLength);

/** A code of an app, or one of those kept for the day on which the app is gone. */
export type TypedCode = { kind: 'app'; digits: string } | { kind: 'recovery'; letters: string };

/** No letter or digit that is taken for another on paper: no l, o, 0 or 1. */
export const recoveryAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
export const recoveryLength = 16;
export const recoveryCount = 10;

const digits = /^[0-9]{6}$/;
const letters = new RegExp(`^[${recoveryAlphabet}]{${recoveryLength}}$`);

/** What was typed, whatever spaces and hyphens it came with; null when it is no code. */
export function readCode(typed: string): TypedCode | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase();
  if (digits.test(plain)) return { kind: 'app', digits: plain };
  return letters.test(plain) ? { kind: 'recovery', letters: plain } : null;
}

/** A recovery code from random bytes, of which it takes one for each letter. */
export function recoveryCode(bytes: Uint8Array): string {
  if (bytes.length < recoveryLength) throw new Error('A recovery code needs a byte for each of its letters.');
  return Array.from(bytes.subarray(0, recoveryLength), (byte) => recoveryAlphabet.charAt(byte % recoveryAlphabet.length)).join(
    '',
  );
}

/** In groups of four, as it is read out and typed. */
export const showRecovery = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** The key of an app in groups of four, for who types it. */
export const showKey = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1 ');

/** Whether a code of this half minute is still to be taken: never one of a half minute of which one was taken, nor before. */
export const isFresh = (step: number, lastStep: number | null): boolean => lastStep === null || step > lastStep;
