import { exponentOf } from '../kernel/currency.ts';
import type { FigureField } from './field.ts';

const isNumeral = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

// Making a format costs a hundred times what using it does, and a figure is shown at every key.
const made = new Map<string, Intl.NumberFormat>();

/** A decimal by a format of the locale; what is no decimal stays as it is. */
export function writeExact(value: string, locale: string, options: Intl.NumberFormatOptions): string {
  if (!isNumeral(value)) return value;
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, format);
  return format.format(value);
}

/** How many digits money shows behind the point: none, or as many as its currency has. */
export function moneyDigits(value: string, currency: string): number {
  return /^-?\d+(\.0+)?$/.test(value) ? 0 : exponentOf(currency);
}

/** A figure as the person reads it, with its sign or unit: `€1,850.50`, `12.5%`, `1,250 shares`. `value` is an exact decimal. */
export function showFigure(value: string, { kind, locale, currency, unit }: FigureField): string {
  const plain = writeExact(value, locale, { maximumFractionDigits: 12 });
  if (kind === 'percent')
    return isNumeral(value) ? writeExact(shiftPoint(value), locale, { style: 'percent', maximumFractionDigits: 10 }) : value;
  if (kind === 'money' && currency) {
    const digits = moneyDigits(value, currency);
    return writeExact(value, locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }
  if (kind === 'price' && currency) return writeExact(value, locale, { style: 'currency', currency, maximumFractionDigits: 12 });
  return unit ? `${plain} ${unit}` : plain;
}

/** The hundredth part of a decimal, as a decimal. */
function shiftPoint(value: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = whole.padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}
