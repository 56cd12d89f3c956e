import { valuesOf } from '../../figure/read-figure.ts';
import { keyOf, scalesOf } from '../../figure/words.ts';
import { spellNumbers } from './spelled-number.ts';

/** A number in running text: where it stands (offsets), every value that it may have in whole units, and whether it is bare. */
export type NumberSpot = {
  from: number;
  to: number;
  values: readonly string[];
  /** It counts nothing (no days, no people, no percent) and has no word that multiplies. */
  bare: boolean;
};

/** Whose rules of writing are tried beside the reader's own: between them every mark and most words that multiply. */
const tried = [
  'en-US',
  'de-DE',
  'fr-FR',
  'de-CH',
  'en-IN',
  'es-ES',
  'pt-BR',
  'it-IT',
  'pl-PL',
  'tr-TR',
  'ru-RU',
  'ja-JP',
  'ko-KR',
];

const sign = String.raw`[\p{Sc}]|(?:EUR|USD|GBP|CHF|INR|Rs\.?|JPY|SEK|PLN)(?=[\s\p{Nd}])`;
const digit = String.raw`[\p{Nd}〇一二三四五六七八九十百千万萬億亿兆천만억]`;
const mark = String.raw`[.,'’_٬٫،\u00a0\u202f\u2009\u2002 -]`;
const glued = String.raw`(?<!\p{L})(?:k|base|total)=?`;
const numbers = new RegExp(
  String.raw`(?:${glued}|(?<![\p{L}\p{Nd}]|\p{Nd}:))(?:(?:${sign})\s?)?(${digit}+(?:${mark}${digit}+)*)`,
  'gu',
);
/** One or two words behind a number may belong to it: `k`, `Mio.`, `mil millones`. */
const behind = /^[ \u00a0\u202f]?(\p{L}[\p{L}\p{M}]*\.?)(?:[ \u00a0\u202f](\p{L}[\p{L}\p{M}]*\.?))?/u;
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** What stands behind a number that counts something, is a day or an hour. */
const counted = new RegExp(
  String.raw`^\s?(?:%|‰|percent|per cent|pct|pp|min|h|people|bps|st|nd|rd|th|am|pm|o'clock|x|of (?:the|us|them|our|my|you)|${month})(?!\p{L})` +
    String.raw`|^[\s-](?!(?:is|was|this|as|plus|less|us|thus|yes|years?)(?!\p{L}))(?:\p{Ll}{3,}s|day|week|month|year|hour|minute|person|share|option|point|times)(?!\p{L})|^\s?(?:days?|weeks?|months?|years?|hours?|minutes?|persons?|shares?|options?|points?)(?!\p{L})|^:\p{Nd}|^\.\p{Nd}`,
  'iu',
);
/** What stands before one that names a place, a version, an age or a day. */
const named = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:page|room|floor|version|section|chapter|iso|rfc|no\.?|team of|group of|aged?|${month})\s$|https?:\/\/\S*$|\+\p{Nd}[\p{Nd} ]*$`,
  'iu',
);

/** Reads numbers by the rules of several countries; what comes again is read once. */
function makeReader(locale: string) {
  const locales = [...new Set([locale, ...tried])];
  const scales = locales.map(scalesOf);
  const known = new Map<string, string[]>();
  const read = (text: string): string[] => [
    ...new Set(locales.flatMap((one) => valuesOf(text, { kind: 'decimal', locale: one }))),
  ];
  return {
    values(text: string): string[] {
      const before = known.get(text) ?? read(text);
      known.set(text, before);
      return before;
    },
    multiplies: (words: string): boolean => scales.some((of) => of.has(keyOf(words.trim().replace(/\s/g, ' ')))),
  };
}

type Reader = ReturnType<typeof makeReader>;

/** The words behind a number that multiply it, the most of them first. */
function tailsOf(rest: string, reader: Reader): string[] {
  const [both, first = ''] = behind.exec(rest) ?? [];
  const tails = both === undefined ? [] : [both, rest.slice(0, rest.indexOf(first) + first.length)];
  return tails.filter((tail) => reader.multiplies(tail));
}

/** The number with the word behind it that multiplies, or by itself. A space may part two numbers as well as groups of one. */
function readAt(text: string, from: number, number: string, reader: Reader): NumberSpot[] {
  const to = from + number.length;
  const rest = text.slice(to);
  const counts = counted.test(rest) || named.test(text.slice(Math.max(0, from - 80), from));
  const [euros = ''] = /^ ?T€/u.exec(rest) ?? [];
  if (euros !== '') return [{ from, to: to + euros.length, values: reader.values(`${number} Tsd.`), bare: false }];
  for (const tail of tailsOf(rest, reader)) {
    const values = reader.values(`${number}${tail}`);
    if (values.length > 0) return [{ from, to: to + tail.length, values, bare: false }];
  }
  const alone = reader.values(number);
  const [halves = ''] = /^ and a half(?!\p{L})/u.exec(rest) ?? [];
  if (halves !== '' && alone.length > 0)
    return [{ from, to: to + halves.length, values: alone.map((value) => `${value}.5`), bare: !counts }];
  if (alone.length > 0) return [{ from, to, values: alone, bare: !counts }];
  const parts = number.split(/[ \u00a0\u202f\u2009\u2002-]/);
  if (parts.length === 1) return [];
  let at = from;
  return parts.flatMap((part) => {
    const spot = readAt(text, at, part, reader);
    at += part.length + 1;
    return spot;
  });
}

/** Every number of a text that can be read in the writing of some country, and every one that is spelled out in English. */
export function findNumbers(text: string, locale: string): NumberSpot[] {
  const reader = makeReader(locale);
  const written = [...text.matchAll(numbers)].flatMap((match) => {
    const number = match[1] ?? '';
    return readAt(text, match.index + match[0].length - number.length, number, reader);
  });
  return [...written, ...spellNumbers(text)].sort((a, b) => a.from - b.from);
}
