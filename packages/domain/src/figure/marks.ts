import { exponentOf } from '../kernel/currency.ts';

/** How a locale sets a number: the mark before the fraction, and the one between groups. A space stands for every mark that only groups. */
export type Marks = { readonly decimal: string; readonly group: string };

const known = new Map<string, Marks>();

/** Marks that only ever group: apostrophe, underscore, the Arabic and the Adlam one. */
export const onlyGroups = /['_٬⹁]/g;

function one(locale: string, options: Intl.NumberFormatOptions): Marks {
  const parts = new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: 2, useGrouping: true }).formatToParts(
    1_234_567.5,
  );
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const group = value('group').replace('،', ',');
  return { decimal: value('decimal'), group: group === '.' || group === ',' ? group : ' ' };
}

function marksOf(locale: string, currency: string | undefined): Marks {
  const key = `${locale} ${currency ?? ''}`;
  const found = known.get(key) ?? one(locale, currency ? { style: 'currency', currency } : {});
  known.set(key, found);
  return found;
}

/** The ways in which the locale sets such a number: money has marks of its own in some, `KWD 1.250` in fr-CH. */
export function waysOf(locale: string, currency?: string): Marks[] {
  const plain = marksOf(locale, undefined);
  const money = currency === undefined ? plain : marksOf(locale, currency);
  return plain.decimal === money.decimal && plain.group === money.group ? [plain] : [money, plain];
}

/** Whether money of this currency is written with thousandths. */
export const hasThousandths = (currency: string): boolean => exponentOf(currency) >= 3;
