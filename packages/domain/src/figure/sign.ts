import { plainText } from './plain-text.ts';
import { keyOf } from './words.ts';

const dollars = 'USD AUD CAD SGD HKD NZD TWD MXN CLP COP ARS BRL UYU BBD BSD BZD FJD JMD NAD TTD';

/** Signs as letters write them, beside those that Intl writes, each with every currency that it may stand for. */
const written: [string, string][] = [
  ['$', dollars],
  ['us$|u$s|$ us|us dollar|us dollars', 'USD'],
  ['peso|pesos', 'MXN CLP COP ARS UYU PHP DOP'],
  ['dollar|dollars|bucks', dollars],
  ['a$|au$', 'AUD'],
  ['c$|ca$|can$|cdn$|$ ca|$ can', 'CAD'],
  ['s$|sg$|singapore dollars', 'SGD'],
  ['hk$', 'HKD'],
  ['nz$', 'NZD'],
  ['nt$', 'TWD'],
  ['mx$|mex$', 'MXN'],
  ['r$|reais|real', 'BRL'],
  ['ar$', 'ARS'],
  ['cl$', 'CLP'],
  ['col$', 'COP'],
  ['€|euro|euros', 'EUR'],
  ['£', 'GBP EGP LBP SYP GIP'],
  ['pound|pounds', 'GBP EGP LBP'],
  ['pounds sterling|stg|quid', 'GBP'],
  ['¥', 'JPY CNY'],
  ['円|日本円|yen', 'JPY'],
  ['元|圆|圓', 'CNY TWD HKD'],
  ['rmb|cn¥|人民币|yuan', 'CNY'],
  ['jp¥', 'JPY'],
  ['₩', 'KRW KPW'],
  ['원|won', 'KRW'],
  ['₹|₹.|inr', 'INR'],
  ['rs|rs.|re', 'INR PKR LKR NPR MUR SCR'],
  ['rupee|rupees', 'INR PKR LKR NPR MUR'],
  ['रु|रुपये', 'INR NPR'],
  ['fr|fr.|sfr|sfr.|francs|franken', 'CHF'],
  ['kr|kr.', 'SEK NOK DKK ISK'],
  ['kronor|krona', 'SEK'],
  ['kroner|krone', 'NOK DKK'],
  ['zł|zl|złotych', 'PLN'],
  ['kč|kc|korun', 'CZK'],
  ['ft|forint', 'HUF'],
  ['lei|leu', 'RON MDL'],
  ['лв|лв.', 'BGN'],
  ['₽|руб|р|рублей', 'RUB'],
  ['₴|грн', 'UAH'],
  ['₺|tl', 'TRY'],
  ['₪|nis|ש"ח|שח', 'ILS'],
  ['rm', 'MYR'],
  ['rp', 'IDR'],
  ['฿|บาท', 'THB'],
  ['₫|đ|vnđ|vnd|đồng', 'VND'],
  ['₱|php', 'PHP'],
  ['₦', 'NGN'],
  ['₵|gh₵', 'GHS'],
  ['ksh|kshs', 'KES'],
  ['r|rand', 'ZAR'],
  ['s/', 'PEN'],
  ['dh|dhs|dirham|dirhams|درهم|درهما', 'AED MAD'],
  ['sr|ر.س', 'SAR'],
  ['riyal|riyals|ريال|ريالا', 'SAR QAR OMR YER'],
  ['qr', 'QAR'],
  ['ro', 'OMR'],
  ['bd', 'BHD'],
  ['jd', 'JOD'],
  ['kd|د.ك', 'KWD'],
  ['dinar|dinars|دينار|دينارا', 'KWD BHD JOD IQD DZD TND LYD RSD'],
  ['جنيه|جنيها', 'EGP SDG'],
  ['shilling|shillings', 'KES TZS UGX'],
  ['টাকা|taka|tk', 'BDT'],
  ['nrs', 'NPR'],
  ['fcfa|f cfa|cfa', 'XOF XAF'],
  ['b/', 'PAB'],
  ['$u', 'UYU'],
  ['din|дин|dinara', 'RSD'],
];

/** Every sign known everywhere, with the currencies it may stand for. */
export const writtenSigns: readonly (readonly [string, readonly string[]])[] = written.flatMap(([list, codes]) =>
  list.split('|').map((sign) => [sign, codes.split(' ')] as const),
);

function* formsOf(locale: string, currency: string, displays: readonly Display[]): Generator<string> {
  for (const currencyDisplay of displays) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
    // The name has a form for each kind of plural.
    for (const amount of currencyDisplay === 'name' ? [0, 1, 1.5, 2, 3, 5, 11, 20, 100, 1e6] : [1]) {
      for (const { type, value } of format.formatToParts(amount)) if (type === 'currency') yield plainText(value);
    }
  }
}

type Display = 'symbol' | 'narrowSymbol' | 'name';

const own = new Map<string, readonly string[]>();

/** Signs that are one only at home: `P80,000`, `N500,000`, and the Mexican peso as moneda nacional. */
const atHome: Record<string, readonly string[]> = { PHP: ['P'], BWP: ['P'], NGN: ['N'], MXN: ['M.N.'] };

/** The words of a name, each of which may stand for the whole: `pesos` of `pesos mexicanos`. */
const wordsOf = (form: string): string[] => [form, ...form.split(' ').filter((word) => /^\p{L}{3,}$/u.test(word))];

/** Every way in which the currency is written, by the locale and at home: sign, code, name and what is left of the name. */
export function signsOf(locale: string, currency: string): readonly string[] {
  const key = `${locale} ${currency}`;
  const found = own.get(key);
  if (found) return found;
  const home = `en-${currency.slice(0, 2)}`;
  const here = formsOf(locale, currency, ['symbol', 'narrowSymbol', 'name']);
  const elsewhere = [...formsOf('en', currency, ['symbol', 'name']), ...formsOf(home, currency, ['symbol'])];
  const forms = [...here, ...elsewhere].flatMap(wordsOf);
  const made = [...new Set([currency, ...forms, ...(atHome[currency] ?? [])])].filter(Boolean);
  own.set(key, made);
  return made;
}

/** Of the currencies that a sign may stand for, the one that it is in the locale; null where that stays open. */
export function meantBy(sign: string, codes: readonly string[], locale: string): string | null {
  const [first] = codes;
  if (first === undefined || codes.length === 1) return first ?? null;
  const here = codes.filter((currency) => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
    return parts.some(({ type, value }) => type === 'currency' && keyOf(plainText(value)) === keyOf(sign));
  });
  return here.length === 1 ? (here[0] ?? null) : null;
}

const isoCodes = new Set(Intl.supportedValuesOf('currency'));

/** Whether a word is the ISO code of a currency. */
export const isCurrencyCode = (word: string): boolean => isoCodes.has(word.toUpperCase());

/** The ISO code or the name of a currency in the locale or in English, as its code; null when it is neither. */
export function currencyNamed(word: string, locale: string): string | null {
  const sought = keyOf(word);
  if (isCurrencyCode(sought)) return sought.toUpperCase();
  if (sought.length < 3) return null;
  const names = [locale, 'en'].map((where) => new Intl.DisplayNames(where, { type: 'currency' }));
  const forms = [sought, sought.replace(/s$/, '')];
  return [...isoCodes].find((one) => names.some((name) => forms.includes(keyOf(name.of(one) ?? '')))) ?? null;
}
