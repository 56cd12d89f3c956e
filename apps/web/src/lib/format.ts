import { exponentOf, toDecimal } from '@parley/domain/kernel/currency';
import { useMemo } from 'react';
import { usePerson } from './person.ts';

export type Format = ReturnType<typeof makeFormat>;

/** Amounts, dates and times as the person reads them. */
export function useFormat(): Format {
  const { locale, zone } = usePerson();
  return useMemo(() => makeFormat({ locale, zone }), [locale, zone]);
}

const dash = '–';

type Reader = { locale: string; zone: string };
type DateStyle = Intl.DateTimeFormatOptions;

const shortDay: DateStyle = { weekday: 'short', day: 'numeric', month: 'short' };
const longDate: DateStyle = { day: 'numeric', month: 'short', year: 'numeric' };

/** Numbers as the locale writes them, each format made once. */
function makeNumbers(locale: string) {
  // Making one costs a hundred times what using it does, and sliders redraw fifty figures a frame.
  const made = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, format);
    return format;
  };
  const decimal = (text: string, options: Intl.NumberFormatOptions) => (isNumeral(text) ? numbers(options).format(text) : text);

  const money = (minor: number | null, currency: string, options: Intl.NumberFormatOptions = {}) => {
    if (minor === null) return dash;
    const text = toDecimal(minor, currency);
    const whole = /^-?\d+(\.0+)?$/.test(text);
    const digits = whole ? 0 : exponentOf(currency);
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return decimal(text, { style: 'currency', currency, ...fixed, ...options });
  };
  return { decimal, money };
}

/** The civil date that it is now in `zone`, `2026-11-26`. */
export function todayIn(zone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
}

/** The same without React, for tests and loaders. */
export function makeFormat({ locale, zone }: Reader) {
  const halves = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12;
  const clock: DateStyle = { hour: halves ? 'numeric' : '2-digit', minute: '2-digit' };
  const dates = (style: DateStyle, timeZone: string) => new Intl.DateTimeFormat(locale, { ...style, timeZone });
  // A civil date has no zone: it is read and written in UTC so that it never moves.
  const civil = (date: string, style: DateStyle) => dates(style, 'UTC').format(new Date(`${date}T00:00:00Z`));
  const moment = (at: string | Date, style: DateStyle, where = zone) => dates(style, where).format(new Date(at));

  const { decimal, money } = makeNumbers(locale);

  return {
    /** `€90,000`, `€1,850.50`: decimals only where there are cents; `–` for null. */
    money: (minor: number | null, currency: string) => money(minor, currency),
    /** The figure alone, `90,000`, for tables whose header names the currency. */
    amount: (minor: number | null, currency: string) => money(minor, currency, { style: 'decimal' }),
    /** `145K`, `1.2M`: an amount for an axis, whose unit stands beside it. */
    short: (minor: number, currency: string) =>
      money(minor, currency, { style: 'decimal', notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 }),
    /** `12.5%` from the exact decimal string `12.5`. */
    percent: (value: string) => decimal(`${value}E-2`, { style: 'percent', maximumFractionDigits: 4 }),
    /** A plain number, or an exact decimal string, grouped. */
    number: (value: number | string) => decimal(String(value), { maximumFractionDigits: 12 }),
    /** `Thu 26 Nov` from `2026-11-26`. */
    day: (date: string) => civil(date, shortDay),
    /** `26 Nov 2026` from `2026-11-26`. */
    date: (date: string) => civil(date, longDate),
    /** A sentence with its dates, `2026-11-26`, as the person reads them. */
    datesIn: (text: string) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => civil(date, longDate)),
    /** `26 Nov 2026, 15:30` of an instant, in the person's zone or the one given. */
    instant: (at: string | Date, where?: string) => moment(at, { ...longDate, ...clock }, where),
    /** `Thu 26 Nov, 15:30`. */
    dayTime: (at: string | Date, where?: string) => moment(at, { ...shortDay, ...clock }, where),
    /** `15:30`. */
    time: (at: string | Date, where?: string) => moment(at, clock, where),
    /** `Thu 26 Nov`: the civil day of an instant in the person's zone. */
    dayOf: (at: string | Date, where?: string) => moment(at, shortDay, where),
    /** `3 hours ago`, `in 2 days`, `now`. */
    relative: (at: string | Date, now: Date = new Date()) => relative(locale, new Date(at), now),
    /** `Ana, Ben and Cara`. */
    list: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
    /** `Denver` for `America/Denver`. */
    place: (timeZone: string) => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
  };
}

function isNumeral(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?(E-?\d+)?$/.test(text);
}

const spans = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function relative(locale: string, at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const span = spans.find(([, size]) => Math.abs(seconds) >= size);
  if (!span) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / span[1]), span[0]);
}
