import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** C0 and C1 controls, bidi overrides and isolates, and zero-width marks: none belongs in a name. */
const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** As above, but line breaks and tabs are allowed in longer text. */
const hiddenInProse = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Half of a surrogate pair cannot be written as UTF-8. */
const loneSurrogate = /\p{Cs}/u;

const sayHidden = 'Remove the invisible characters.';

function within(max: number, what: string) {
  return z
    .string({ error: `Write ${what} as text.` })
    .max(max, `Use at most ${max} characters for ${what}.`)
    .refine((text) => !loneSurrogate.test(text), sayHidden);
}

/** One line of text, trimmed, not empty. `what` completes the sentences: "Write the company". */
export function line(max: number, what: string) {
  return within(max, what)
    .refine((text) => !hidden.test(text), sayHidden)
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, `Write ${what}.`);
}

/** One line of text that may stay empty. */
export function optionalLine(max: number, what: string) {
  return within(max, what)
    .refine((text) => !hidden.test(text), sayHidden)
    .transform((text) => text.trim());
}

/** Text of several lines that may stay empty; Windows line ends become plain ones. */
export function prose(max: number, what: string) {
  return within(max, what)
    .refine((text) => !hiddenInProse.test(text), sayHidden)
    .transform((text) => text.replaceAll('\r\n', '\n'));
}

/** Text of several lines that says something. */
export function someProse(max: number, what: string) {
  return prose(max, what)
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, `Write ${what}.`);
}

/** The id of a row: a UUID in lower case. */
export const id = z
  .string({ error: 'An id is missing.' })
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'This id is not one of ours.');

/** The revision that the edit is based on. */
export const revision = z.int('A revision is a whole number.').min(1, 'A revision starts at 1.').max(2_000_000_000);

const sayDate = 'Give a date between 2000 and 2100, as year-month-day.';

/** A civil date, `2026-02-28`, between 2000 and 2100. */
export const civilDate = z
  .string({ error: sayDate })
  .regex(/^20\d\d-\d\d-\d\d$|^2100-\d\d-\d\d$/, sayDate)
  .refine((text) => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
    } catch {
      return false;
    }
  }, 'This day is not in the calendar.');

const sayInstant = 'Give a date and time between 2000 and 2100.';

/** A moment, ISO 8601 with `Z` or an offset; comes out in UTC, `2026-11-22T09:30:00.000Z`. */
export const instant = z.iso
  .datetime({ offset: true, error: sayInstant })
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 2000 && year <= 2100;
  }, sayInstant)
  .transform((text) => new Date(text).toISOString());

/** An IANA time zone that this runtime knows. */
export const zone = z
  .string({ error: 'Choose a time zone.' })
  .max(64, 'Choose a time zone.')
  .refine((name) => {
    if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
    } catch {
      return false;
    }
  }, 'This time zone is not known.');

/** A BCP 47 language tag, `en-GB`. */
export const locale = z
  .string({ error: 'Choose a language.' })
  .max(35, 'Choose a language.')
  .refine((tag) => {
    if (!/^[A-Za-z0-9-]+$/.test(tag)) return false;
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, 'This language is not known.');

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code, `EUR`. */
export const currency = z
  .string({ error: 'Choose a currency.' })
  .refine((code) => currencies.has(code), 'This currency is not known.');

const sayWhole = 'Give a whole number of the smallest unit.';

/** Money: a whole number of the currency's smallest unit, zero or more. */
export const minor = z
  .int(sayWhole)
  .min(0, 'An amount cannot be negative.')
  .max(Number.MAX_SAFE_INTEGER, 'This amount is too large.');

/** Money that may be negative: a difference, a correction, a cost of mine. */
export const signedMinor = z.int(sayWhole);

/** A count of shares. */
export const wholeShares = z
  .int('Give a whole number of shares.')
  .min(0, 'A number of shares cannot be negative.')
  .max(1_000_000_000_000, 'This number of shares is too large.');

/** An exact decimal of at most 4 places, as text: `12.5`. Never a float. */
export const percent = z
  .string({ error: 'Give a percentage.' })
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,4})?$/, 'Give a percentage from 0 to 100 with at most 4 decimals, like 12.5.')
  .refine((text) => /^\d{1,2}(\.|$)|^100(\.0+)?$/.test(text), 'A percentage here is between 0 and 100.');

/** A percentage that may pass 100: a match, a bonus, an attainment. At most 999, with at most 4 decimals. */
export const widePercent = z
  .string({ error: 'Give a percentage.' })
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,4})?$/, 'Give a percentage from 0 to 999 with at most 4 decimals, like 12.5.');

/** An exact decimal of either sign, at most 12 digits before and 6 after the point, as text. */
export const decimal = z
  .string({ error: 'Give a number.' })
  .regex(/^-?(0|[1-9]\d{0,11})(\.\d{1,6})?$/, 'Give a plain number, like 12 or -3.5.')
  .refine((text) => !/^-0(\.0+)?$/.test(text), 'Give a plain number, like 12 or -3.5.');

/** A list with a maximum; `what` completes "Keep at most 8 objectives". */
export function list<T extends z.ZodType>(entry: T, max: number, what: string) {
  return z.array(entry, { error: `Give a list of ${what}.` }).max(max, `Keep at most ${max} ${what}.`);
}

/** A list in which nothing occurs twice. */
export function once<T extends z.ZodType<readonly string[]>>(entries: T) {
  return entries.refine((given) => new Set(given).size === given.length, 'Give each once.');
}
