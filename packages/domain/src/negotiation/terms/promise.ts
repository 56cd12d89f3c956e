import { moneyDigits, writeExact } from '../../figure/show-figure.ts';
import { toDecimal } from '../../kernel/currency.ts';
import { type Stated, type TermValue, termLabel } from './term.ts';

const plain = (decimal: string, digits = 0) =>
  writeExact(decimal, 'en', { minimumFractionDigits: digits, maximumFractionDigits: 4 });

const sayMoney = (decimal: string, currency: string) => `${plain(decimal, moneyDigits(decimal, currency))} ${currency}`;

function sayValue(value: TermValue): string {
  switch (value.kind) {
    case 'money':
      return sayMoney(toDecimal(value.minor, value.currency), value.currency);
    case 'percent':
      return `${value.percent} %`;
    case 'shares':
      return `${plain(String(value.shares))} shares`;
    case 'date':
      return value.on;
    case 'text':
      return value.text;
    default:
      return value satisfies never;
  }
}

/**
 * What was promised, a line each, for whoever looks at it months later: what the letter says with its document, else what
 * was said, by whom, when and in which words. Nothing that was only proposed, dropped or let pass; not the first day.
 */
export function listPromises(terms: readonly Stated[]): string[] {
  return terms.flatMap((term) => {
    const { state, component, value, spoken, written } = term;
    if (component === 'startDate' || (state !== 'agreed' && state !== 'confirmed')) return [];
    const label = termLabel(term);
    if (written) return [`${label}: ${sayValue(written.value)} (${written.document}, ${written.on})`];
    const words = spoken?.words ? `: “${spoken.words}”` : '';
    return [`${label}: ${sayValue(value)}${spoken ? ` (${spoken.who}, ${spoken.on}${words})` : ''}`];
  });
}
