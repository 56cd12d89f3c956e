import type { FigureField } from '../figure/field.ts';
import { valuesOf } from '../figure/read-figure.ts';
import { writtenSigns } from '../figure/sign.ts';
import { keyOf } from '../figure/words.ts';
import { maskDates } from './dates.ts';
import { sameDigits } from './passages.ts';

/** A figure of a passage: where it stands, what it is, and each value that it may have, the likeliest first. */
export type Spot = {
  from: number;
  to: number;
  is: 'money' | 'percent' | 'number';
  values: string[];
  currency: string | null;
};

/** By whose rules figures are read, and which currency a sign stands for here. */
export type Tongue = { locale: string; currency: string };

const codes = Intl.supportedValuesOf('currency').join('|');
const signs = `(?:${codes})\\s?[$€£¥]|(?:US|AU|A|CA|C|S|NZ|HK|NT|MX|R)\\$|[$€£¥₹₩₪₺₽฿₫₱₦]|Rs\\.?|S?Fr\\.|zł|Kč|Ft|kr\\.?|TL|R(?=\\s?\\d)|RM|ש["״]ח|人民币|درهم|ريال|ر\\.س|د\\.إ|円|元|원|[Ee]uro(?:s|a)?|[Dd]ollars|[Pp]ounds|[Rr]upees|reais|pesos|kron(?:or|er)|zlotych|złotych|forint|lei|рублей|руб\\.?|грн|${codes}`;
const number = String.raw`\d+(?:[.,'’]\d{2,3}(?!\d)|[ ]\d{3}(?!\d))*(?:[.,]\d+)?`;
const scales = String.raw`(?:LPA|lakhs?|lacs?|crores?|Cr|[mb]illions?|bn|Millionen|Milliarden|milliards?|millones|milhões|milioni|miljoen|miljoner|thousand|Mio\.?|Mrd\.?|Tsd\.?|mln|tys\.?|tis\.?|mil|k|K|mn|M|m|L)(?![\p{L}\d])|[千百]?[万萬億亿]|[천백]?[만억]`;
const percents = String.raw`%|(?:percent|per cent|Prozent|pour cent|por ciento|por cento|procent)(?!\p{L})`;
const pattern = new RegExp(
  `(?<![\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\d.,])(?:(${signs})\\s?)?(${number})(?:\\s?(${percents})|(?:\\s?(${scales}))?(?:\\s?(${signs})(?!\\p{L}))?)?`,
  'gu',
);
// Names with digits in them, and ordinals: no figures.
const names =
  /401\s?\(?k\)?|403\(b\)|409A|\b(?:Level|Grade|Series|Stufe|Band|Tier)\s\w{1,3}\b|\b[LE]\d\b|\b\d+(?:st|nd|rd|th|er|ère|e)\b|\d+[ºª]/gi;

const mask = (text: string, names_: RegExp) => text.replace(names_, (name) => '\u0001'.repeat(name.length));

/** `dollar for dollar` is all of it, `50 cents on the dollar` half: each as a percentage, at its own length. */
const asPercent = (text: string) =>
  text
    .replace(/dollar[- ]for[- ]dollar/gi, (said) => '100%'.padEnd(said.length))
    .replace(/(\d{2})\s?(?:cents?|¢) (?:on|per|for|of) (?:the|each|every) dollar/gi, (said, cents: string) =>
      `${cents}%`.padEnd(said.length),
    );

/** The text in which only figures are left to be found: dates and names are blotted out, each at its own length. */
export const bareOf = (passage: string): string => mask(maskDates(asPercent(sameDigits(passage))), names);

const byKey = new Map(writtenSigns.map(([sign, of]) => [keyOf(sign), of]));

/** The currencies that a bare `$` may be. */
export const dollars: readonly string[] = byKey.get('$') ?? [];

/** The currency that a sign stands for in a letter: what is the reader's own, or the first. */
export function currencyOf(sign: string, { currency }: Tongue): string | null {
  const code = /^([A-Z]{3})(?:\s?[$€£¥])?$/.exec(sign)?.[1];
  if (code) return code;
  const of = byKey.get(keyOf(sign));
  if (!of) return null;
  return of.includes(currency) ? currency : (of[0] ?? null);
}

/** What ten thousand are of, where they are no money. */
const counted = /^\s?(?:股|株|주|個|shares|(?:stock |share )?options|rsus?|units|isos?|nsos?)/i;

/** The figures of a passage, in order. */
export function spotsOf(passage: string, tongue: Tongue): Spot[] {
  const out: Spot[] = [];
  for (const found of bareOf(passage).matchAll(pattern)) {
    const [all, before, digits = '', percent, scale, behind] = found;
    const sign = before ?? behind;
    const [from, to] = [found.index, found.index + all.trimEnd().length];
    const currency = sign === undefined ? null : currencyOf(sign, tongue);
    const isCount = scale !== undefined && sign === undefined && counted.test(passage.slice(to));
    const is = percent ? 'percent' : sign !== undefined || scale ? (isCount ? 'number' : 'money') : 'number';
    const { locale } = tongue;
    const text = scale ? `${digits} ${scale}` : digits;
    const money: FigureField = { kind: 'money', locale, currency: currency ?? tongue.currency };
    const values =
      is === 'money' || isCount
        ? valuesOf(text, money)
        : valuesOf(digits, { kind: is === 'percent' ? 'percent' : 'decimal', locale });
    const fine = values.length === 0 && is === 'money' ? valuesOf(text, { ...money, kind: 'price' }) : values;
    if (fine.length > 0)
      out.push({ from, to, is, values: fine, currency: is === 'money' ? (currency ?? tongue.currency) : null });
  }
  return out;
}
