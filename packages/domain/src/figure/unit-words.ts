import type { FigureField } from './field.ts';
import { plainText } from './plain-text.ts';

/** The units of a field that `Intl` knows the words of, in every language. */
const counted = new Map([
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['%', 'percent'],
]);

/** Short forms that letters use beside those of `Intl`. */
const short: Readonly<Record<string, string>> = {
  hours: 'hr|hrs|std',
  weeks: 'wk|wks',
  months: 'mo|mos|mth|mths|mt',
  years: 'yr|yrs',
};

/** Whether the field counts time: there `12 m` is twelve months, and nothing is told in millions. */
export const countsTime = (unit: string | undefined): boolean => unit !== undefined && unit !== '%' && counted.has(unit);

/** How letters count a grant. */
const shares = `share|shares|stock|option|options|stock options|unit|units|rsu|rsus|psu|psus|restricted stock unit
  |restricted stock units|iso|isos|nso|nsos|aktie|aktien|anteile|optionen
  |action|actions|bspce|acción|acciones|opciones|ação|ações|opções|azioni|opzioni|aandeel|aandelen|opties|akcja|akcje|akcji|opcji
  |aktier|optioner|株|株式|個|주|股|份|акций|hisse|שיעור|מניות|سهم|أسهم`;

/** What may stand behind a price of one share. */
export const perShareWords: readonly string[] = `per share|a share|/share|/ share|each|je aktie|pro aktie|par action|por acción
  |por ação|per azione|per aandeel|za akcję|per aktie|/株|每股|주당`
  .split('|')
  .map((word) => word.trim());

/** What hundredths of a currency are called, where a share may cost less than one of it. */
const hundredths: Readonly<Record<string, string>> = {
  ...{ GBP: 'p|penny|pence', USD: 'cent|cents|¢', CAD: 'cent|cents|¢', AUD: 'cent|cents', NZD: 'cent|cents', SGD: 'cent|cents' },
  ...{ EUR: 'ct|cent|cents|centime|centimes|céntimos|centesimi', CHF: 'rp|rappen|centimes|cts', INR: 'paisa|paise' },
  ...{ SEK: 'öre', NOK: 'øre', DKK: 'øre', PLN: 'gr|grosz|grosze|groszy', BRL: 'centavo|centavos', ILS: 'אגורות' },
};

/** Words that divide what stands before them, by a power of ten: pence of a price, basis points of a percentage. */
export function partWords({ kind, currency }: Pick<FigureField, 'kind' | 'currency'>): readonly (readonly [string, number])[] {
  if (kind === 'price')
    return (hundredths[currency ?? ''] ?? '').split('|').flatMap((word) => (word === '' ? [] : [[word, -2] as const]));
  if (kind !== 'percent') return [];
  const points = 'bp|bps|basis point|basis points|basispunkte|points de base|puntos básicos'.split('|');
  return [...points.map((word) => [word, -2] as const), ['‰', -1], ['promille', -1], ['pro mille', -1], ['per mille', -1]];
}

/** What a unit is called in the locale, in each of its forms: `Tag`, `Tage`. */
function namesOf(locale: string, unit: string): string[] {
  return (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
    return [1, 1.5, 2, 3, 5, 11, 100].flatMap((amount) =>
      format.formatToParts(amount).flatMap(({ type, value }) => (type === 'unit' ? plainText(value) : [])),
    );
  });
}

/** The words for a field's unit, in the locale and in English; of shares, as letters in any language count them. */
export function unitWords(locale: string, unit: string | undefined): readonly string[] {
  if (unit === undefined) return [];
  const plain = plainText(unit);
  const known = counted.get(plain);
  const named = known ? [...namesOf(locale, known), ...namesOf('en', known)] : [];
  const brief = (short[plain] ?? '').split('|');
  const traded = plain === 'shares' || plain === 'options' ? shares.split('|').map((word) => word.trim()) : [];
  return [...new Set([plain, plain.replace(/s$/, ''), ...named, ...brief, ...traded])].filter(Boolean);
}

/** The words for percent in the locale. */
export const percentWords = (locale: string): readonly string[] => [...new Set(namesOf(locale, 'percent'))].filter(Boolean);
