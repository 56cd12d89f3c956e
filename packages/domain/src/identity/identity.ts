/** What a person tells about themselves; the address cannot be changed here. */
export type Profile = {
  displayName: string;
  timeZone: string;
  locale: string;
  currency: string;
};

const minutes = 60_000;
const days = 24 * 60 * minutes;

/** A session ends 7 days after it was last used, and 30 days after it began whatever happens. */
export const sessionLife = { idle: 7 * days, absolute: 30 * days };

/** A reset link works once, for one hour. */
export const resetLife = 60 * minutes;

export const passwordLength = { least: 10, most: 200 };

/** The address as it is compared and stored: composed, trimmed, in lower case. */
export function normalizeAddress(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

/** When an idle session ends, never later than its absolute end. */
export function sessionExpiry(now: Date, endsAt: Date): Date {
  return new Date(Math.min(now.getTime() + sessionLife.idle, endsAt.getTime()));
}

/** True once an hour has passed: one write an hour is enough to know when a session was used, and reads write nothing else. */
export function shouldTouch(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= 60 * minutes;
}

export type ResetState = 'open' | 'used' | 'expired';

/** Whether a reset link can still be used. */
export function resetState(token: { usedAt: Date | null; expiresAt: Date }, now: Date): ResetState {
  if (token.usedAt !== null) return 'used';
  return token.expiresAt <= now ? 'expired' : 'open';
}

const worn = ['password', 'passwort', 'qwerty', 'asdfgh', 'letmein', 'welcome', 'iloveyou', 'abc123', 'parley'];

/**
 * The reason why a password is too easy to guess, or null.
 * Length does most; beyond it only what attackers try first is refused: one sign or a run repeated, a worn word
 * with digits, the person's own address.
 */
export function findWeakness(password: string, address: string): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5) return 'This uses too few different characters. A short sentence works well.';
  if ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)) {
    return 'Rows of digits are guessed first. A short sentence works well.';
  }
  const letters = plain.replace(/[^\p{L}]/gu, '');
  if (worn.some((word) => letters === word || letters === word + word)) {
    return 'This is one of the passwords guessed first. A short sentence works well.';
  }
  const own = normalizeAddress(address);
  const local = own.split('@', 1).join('');
  if (own !== '' && (plain === own || (local.length > 3 && letters === local.replace(/[^\p{L}]/gu, '')))) {
    return 'This is your address. Choose something only you would write.';
  }
  return null;
}

const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** A name a person recognises their device by, `Firefox on Linux`, from the browser's own description. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser === undefined) return system === undefined ? 'Another device' : `A program on ${system}`;
  return system === undefined ? browser : `${browser} on ${system}`;
}
