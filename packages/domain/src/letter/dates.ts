import { Temporal } from 'temporal-polyfill';

/** The months as letters write them: their first letters are enough. */
const months: [string, number][] = [
  ['jan|january|januar|janvier|enero|janeiro|gennaio|januari|jänner|jan|stycznia|styczeń', 1],
  ['feb|february|februar|février|fevrier|febrero|fevereiro|febbraio|februari|lutego|luty', 2],
  ['mar|march|märz|mars|marzo|março|maart|marca|marzec', 3],
  ['apr|april|avril|abril|aprile|kwietnia|kwiecień', 4],
  ['may|mai|mayo|maio|maggio|mei|maja|maj', 5],
  ['jun|june|juni|juin|junio|junho|giugno|czerwca|czerwiec', 6],
  ['jul|july|juli|juillet|julio|julho|luglio|lipca|lipiec', 7],
  ['aug|august|août|agosto|augustus|sierpnia|sierpień', 8],
  ['sep|sept|september|septembre|septiembre|setembro|settembre|września|wrzesień', 9],
  ['oct|october|oktober|octobre|octubre|outubro|ottobre|okt|października|październik', 10],
  ['nov|november|novembre|noviembre|novembro|listopada|listopad', 11],
  ['dec|december|dezember|décembre|diciembre|dezembro|dicembre|dez|grudnia|grudzień', 12],
];
const byName = new Map(months.flatMap(([list, month]) => list.split('|').map((name) => [name, month] as const)));
const name = `(?:${[...byName.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;

const shapes: [RegExp, (parts: string[], isAmerican: boolean) => [string, string, string][]][] = [
  [/\b(20\d\d)-(\d\d?)-(\d\d?)\b/g, ([y = '', m = '', d = '']) => [[y, m, d]]],
  [/(20\d\d)\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)\s?[日일]/g, ([y = '', m = '', d = '']) => [[y, m, d]]],
  [new RegExp(`\\b(\\d\\d?)-(${name})-(20\\d\\d)\\b`, 'giu'), ([d = '', m = '', y = '']) => [[y, m, d]]],
  [/\b(\d\d?)\.\s?(\d\d?)\.\s?(20\d\d)\b/g, ([d = '', m = '', y = '']) => [[y, m, d]]],
  [
    /\b(\d\d?)[/-](\d\d?)[/-](20\d\d)\b/g,
    ([a = '', b = '', y = ''], isAmerican) =>
      isAmerican
        ? [
            [y, a, b],
            [y, b, a],
          ]
        : [
            [y, b, a],
            [y, a, b],
          ],
  ],
  [
    new RegExp(`\\b(\\d\\d?)(?:st|nd|rd|th|er|\\.|º)?\\s(?:of\\s|de\\s)?(${name})\\s(?:de\\s)?(20\\d\\d)\\b`, 'giu'),
    ([d = '', m = '', y = '']) => [[y, m, d]],
  ],
  [new RegExp(`\\b(${name})\\s(\\d\\d?)(?:st|nd|rd|th)?,?\\s(20\\d\\d)\\b`, 'giu'), ([m = '', d = '', y = '']) => [[y, m, d]]],
];

/** Dates that name no year. */
const yearless: [RegExp, (parts: string[]) => [string, string]][] = [
  [
    new RegExp(
      `\\b(\\d\\d?)(?:st|nd|rd|th|er|\\.|º)?\\s(?:of\\s|de\\s)?(${name})(?![\\p{L}\\d])(?!,?\\s(?:de\\s)?20\\d\\d)`,
      'giu',
    ),
    ([d = '', m = '']) => [m, d],
  ],
  [new RegExp(`\\b(${name})\\s(\\d\\d?)(?:st|nd|rd|th)?(?![\\d:])(?!,?\\s20\\d\\d)`, 'giu'), ([m = '', d = '']) => [m, d]],
];

export type DateSpot = { from: number; to: number; days: string[] };

function dayOf([year, month, day]: [string, string, string]): string | null {
  const number = /^\d+$/.test(month) ? Number(month) : byName.get(month.toLowerCase().replace('.', ''));
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: number ?? 0, day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
}

/** The day of a month that is nearest to another date: a letter's year goes without saying. */
function nearestDay(month: string, day: string, reference: string): string[] {
  const near = Temporal.PlainDate.from(reference);
  const days = [-1, 0, 1].flatMap((more) => dayOf([String(near.year + more), month, day]) ?? []);
  const far = (one: string) => Math.abs(near.until(Temporal.PlainDate.from(one), { largestUnit: 'days' }).days);
  return days.sort((a, b) => far(a) - far(b)).slice(0, 1);
}

/** Written small these are words of their own, and no month. */
const isWord = /^(?:may|mar|set|ago|jan|sept)$/;

function withoutYear(text: string, reference: string): DateSpot[] {
  return yearless.flatMap(([shape, order]) =>
    [...text.matchAll(shape)].flatMap((found): DateSpot[] => {
      const [month, day] = order(found.slice(1));
      const days = isWord.test(month) ? [] : nearestDay(month, day, reference);
      return days.length > 0 ? [{ from: found.index, to: found.index + found[0].length, days }] : [];
    }),
  );
}

/**
 * The dates of a text whose digits are European, each with every day it may be, the likelier first. One without a year is
 * the nearest to `reference`, a date of the same letter; without that it is none.
 */
export function datesOf(text: string, locale = 'en-GB', reference: string | null = null): DateSpot[] {
  const isAmerican = locale === 'en-US';
  // In English both orders are written; in other languages the day comes first.
  const isOpen = locale.startsWith('en');
  const all = shapes.flatMap(([shape, order]) =>
    [...text.matchAll(shape)].flatMap((found): DateSpot[] => {
      const days = order(found.slice(1), isAmerican).flatMap((parts) => dayOf(parts) ?? []);
      const [from, to] = [found.index, found.index + found[0].length];
      return days.length > 0 ? [{ from, to, days: isOpen ? [...new Set(days)] : days.slice(0, 1) }] : [];
    }),
  );
  const open = reference === null ? [] : withoutYear(text, reference);
  const isNew = (spot: DateSpot) => !all.some(({ from, to }) => from < spot.to && spot.from < to);
  return [...all, ...open.filter(isNew)].sort((a, b) => a.from - b.from);
}

/** The text with its dates blotted out, each at its own length. */
export function maskDates(text: string): string {
  return shapes.reduce((so, [shape]) => so.replace(shape, (date) => '\u0001'.repeat(date.length)), text);
}
