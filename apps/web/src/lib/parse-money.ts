import { exponentOf } from '@parley/domain/kernel/money';

export type ParsedMoney = { ok: true; minor: number } | { ok: false; reason: string };

type Reading = { locale: string; currency: string };

const steps = new Map([
  ['', 0],
  ['k', 3],
  ['m', 6],
]);

/**
 * Reads an amount as people write it: `185k`, `1,850.50`, `€ 90.000`, `CHF 120'000.–`.
 * Returns minor units, computed on integers only; or a sentence for beside the field.
 */
export function parseMoney(text: string, { locale, currency }: Reading): ParsedMoney {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .toLowerCase();
  if (/^[-−(]/.test(compact)) return refuse('Enter the amount without a minus.');
  const bare = strip(compact, locale, currency);
  if (bare === null) return refuse(`Amounts here are in ${currency}: write it without another sign.`);
  const match = /^([\d.,]*\d[\d.,]*?)[.,]?[-–—]*(k|m|)$/.exec(bare);
  if (!match) return refuse('Enter an amount, such as 185,000 or 185k.');
  const [, number = '', suffix = ''] = match;
  const split = splitNumber(number, { locale, currency, scaled: suffix !== '' });
  if (!split) return refuse('Enter an amount, such as 185,000 or 185k.');
  return toMinor(split, exponentOf(currency) + (steps.get(suffix) ?? 0), currency);
}

function refuse(reason: string): ParsedMoney {
  return { ok: false, reason };
}

/** Takes the currency's own signs away; null when the text names another currency. */
function strip(text: string, locale: string, currency: string): string | null {
  const signs = (['symbol', 'narrowSymbol', 'code'] as const).flatMap((currencyDisplay) =>
    ['en', 'en-CA', locale].map((where) => {
      const format = new Intl.NumberFormat(where, { style: 'currency', currency, currencyDisplay });
      const sign = format.formatToParts(1).find((part) => part.type === 'currency')?.value ?? '';
      return sign.normalize('NFKC').replace(/\s/g, '').toLowerCase();
    }),
  );
  const longestFirst = [...new Set(signs)].filter(Boolean).sort((a, b) => b.length - a.length);
  const sign = longestFirst.find((one) => text.startsWith(one) || text.endsWith(one));
  const rest = sign ? text.replace(sign, '') : text;
  const code = /^[a-z]{3}(?![a-z])|(?<![a-z])[a-z]{3}$/.exec(rest)?.[0];
  return /\p{Sc}/u.test(rest) || (code && isCurrency(code)) ? null : rest;
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

type Split = { whole: string; fraction: string };

function splitNumber(number: string, reading: Reading & { scaled: boolean }): Split | null {
  const marks = [...number].filter((character) => character === '.' || character === ',');
  const last = marks.at(-1);
  if (last === undefined) return { whole: number, fraction: '' };
  const at = number.lastIndexOf(last);
  const fraction = number.slice(at + 1);
  if (!isDecimalMark(last, marks, number.slice(0, at), fraction, reading)) return grouped(number, last);
  const other = last === '.' ? ',' : '.';
  const whole = grouped(number.slice(0, at), other);
  return whole ? { whole: whole.whole, fraction } : null;
}

function isDecimalMark(
  last: string,
  marks: string[],
  before: string,
  fraction: string,
  { locale, currency, scaled }: Reading & { scaled: boolean },
): boolean {
  if (marks.some((mark) => mark !== last)) return marks.filter((mark) => mark === last).length === 1;
  if (marks.length > 1) return false;
  if (fraction.length !== 3 || before === '0' || before === '') return true;
  // "90.000" is ninety thousand in either locale, unless thousandths exist: money has none, "1.250k" has.
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal');
  return (scaled || exponentOf(currency) >= 3) && last === decimal?.value;
}

function grouped(text: string, mark: string): Split | null {
  const parts = text.split(mark);
  const [first = '', ...rest] = parts;
  const wholeDigits = parts.every((part) => /^\d+$/.test(part));
  const fine = rest.length === 0 || (wholeDigits && first.length <= 3 && rest.at(-1)?.length === 3);
  // Groups of two are the Indian way: 12,34,567.
  const inner = rest.slice(0, -1).every((part) => part.length === 3 || part.length === 2);
  if (text !== '' && !wholeDigits) return null;
  return fine && inner ? { whole: parts.join('') || '0', fraction: '' } : null;
}

function toMinor({ whole, fraction }: Split, digits: number, currency: string): ParsedMoney {
  const spare = fraction.slice(digits);
  if (/[1-9]/.test(spare)) {
    const smallest = exponentOf(currency);
    return refuse(`${currency} has ${smallest === 0 ? 'no' : smallest} digits after the point.`);
  }
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('This amount is too large.');
  return { ok: true, minor: Number(minor) };
}
