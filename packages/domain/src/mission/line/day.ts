import { plainText } from '../../figure/plain-text.ts';

/** The days that a text may be, the likeliest first; none when it is no day. */
export type DayRead = readonly string[];

type Asked = {
  locale: string /** The civil date that it is now: a day without a year is the next of its kind. */;
  today: string;
};

const two = (number: number) => String(number).padStart(2, '0');

function civil(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const stands = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return stands && year >= 2000 && year < 2100 ? `${year}-${two(month)}-${two(day)}` : null;
}

const lastOf = (year: number, month: number) => civil(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

const bare = (word: string) => plainText(word).toLocaleLowerCase('und').replaceAll('.', '');

// Names of months are asked for at every key.
const named = new Map<string, Map<string, number>>();

/** The months by their names, long and short, as they stand alone and beside a day, in the locale and in English. */
function monthsOf(locale: string): Map<string, number> {
  const known = named.get(locale);
  if (known) return known;
  const names = new Map<string, number>();
  for (const tongue of [`${locale}-u-ca-gregory`, 'en-GB']) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(tongue, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === 'month');
        if (part && !/\p{Nd}/u.test(part.value)) names.set(bare(part.value), month);
      }
    }
  }
  named.set(locale, names);
  return names;
}

/** The month that a word names, by its name or by its first letters where they are those of one month. */
function monthNamed(word: string, locale: string): number | null {
  const names = monthsOf(locale);
  const said = bare(word);
  const whole = names.get(said);
  if (whole !== undefined) return whole;
  if (Array.from(said).length < 3) return null;
  const begun = new Set([...names].filter(([name]) => name.startsWith(said)).map(([, month]) => month));
  return begun.size === 1 ? ([...begun][0] ?? null) : null;
}

const yearIn = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** With its year, or the next such day. */
function dated(year: string | undefined, month: number, day: number, today: string): string | null {
  if (year !== undefined) return civil(yearIn(year), month, day);
  const now = Number(today.slice(0, 4));
  return (
    [now, now + 1, now + 2, now + 3, now + 4].map((one) => civil(one, month, day)).find((one) => one !== null && one >= today) ??
    null
  );
}

const ordered = /^(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})\s?[日일.]?$/;
const dayless = /^(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/;
const marked = /^(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})?)?$/;
const quarter = /^(?:the )?(?:end of )?q([1-4])(?:,? (\d{4}))?$/i;

function numbered(text: string, { locale, today }: Asked): DayRead | null {
  const [, year = '', month = '', day = ''] = ordered.exec(text) ?? [];
  if (year) return [civil(Number(year), Number(month), Number(day)) ?? ''].filter(Boolean);
  const [, han, hanDay] = dayless.exec(text) ?? [];
  if (han) return [dated(undefined, Number(han), Number(hanDay), today) ?? ''].filter(Boolean);
  const [, first, mark, second, of] = marked.exec(text) ?? [];
  if (!first || !second) return null;
  const dayFirst = dated(of, Number(second), Number(first), today);
  const monthFirst = dated(of, Number(first), Number(second), today);
  // With a point the day comes first everywhere; in English both orders are written with the other marks.
  if (mark === '.' || !locale.startsWith('en')) return [dayFirst ?? monthFirst ?? ''].filter(Boolean);
  const both = /^en-(US|PH)/.test(locale) ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return [...new Set(both.filter((one) => one !== null))];
}

const around = new Set('the of de del di da la le el il l en am zum dem den г i'.split(' '));

function worded(text: string, { locale, today }: Asked): DayRead {
  const words = text
    .replace(/[,،]/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª|\.)(?=\s|$)/giu, '$1')
    .split(/[\s/]+|(?<=\p{L}\.?)-(?=\d)|(?<=\d)-(?=\p{L})/u)
    .filter((word) => word !== '' && !around.has(bare(word)));
  const months = words.flatMap((word) => monthNamed(word, locale) ?? []);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [month] = months;
  if (month === undefined || months.length > 1 || numbers.length + 1 !== words.length) return [];
  const year = numbers.find((number) => number.length === 4) ?? numbers[1];
  const day = numbers.find((number) => number !== year);
  if (numbers.length > 2) return [];
  if (day === undefined) return year === undefined ? [] : [lastOf(Number(year), month) ?? ''].filter(Boolean);
  return [dated(year, month, Number(day), today) ?? ''].filter(Boolean);
}

/**
 * Reads a day as people write it: `23 Aug`, `Aug 23, 2027`, `23.8.`, `2027-08-23`, `8月23日`, `end of Q3`. A month alone, with
 * its year, is its last day. Two days where the order of day and month is not told.
 */
export function readDay(text: string, asked: Asked): DayRead {
  const plain = plainText(text);
  const [, number, year] = quarter.exec(plain) ?? [];
  if (number) {
    const month = Number(number) * 3;
    const now = Number(asked.today.slice(0, 4));
    const ends = year ? [lastOf(Number(year), month)] : [lastOf(now, month), lastOf(now + 1, month)];
    return [ends.find((one) => one !== null && (year !== undefined || one >= asked.today)) ?? ''].filter(Boolean);
  }
  return numbered(plain, asked) ?? worded(plain.replace(/^(?:the )?end of /i, ''), asked);
}

// Days are written at every key.
const written = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = written.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  written.set(locale, format);
  return format;
}

/** A civil date as the locale writes it, and always so that it is read as the same day. */
export function writeDay(date: string, locale: string): string {
  const shown = formatOf(locale).format(new Date(`${date}T00:00:00Z`));
  const [read, other] = readDay(shown, { locale, today: date });
  return read === date && other === undefined ? shown : date;
}
