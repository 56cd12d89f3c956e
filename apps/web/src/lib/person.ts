import { createContext, use } from 'react';

/** Who is looking, as far as the screen cares: how they read dates, amounts and their own name. */
export type Person = {
  id: string;
  name: string;
  email: string;
  locale: string;
  zone: string;
  currency: string;
};

/** What the browser tells about somebody who has not signed in. */
export function guessPerson(): Person {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const language = readableLocale(globalThis.navigator?.language) ?? readableLocale(locale) ?? 'en';
  return { id: '', name: '', email: '', locale: language, zone: timeZone || 'UTC', currency: guessCurrency(language) };
}

/** The tag in its plain form, or null for what is none: headless browsers say `en-US@posix`. */
export function readableLocale(tag: string | undefined): string | null {
  try {
    return tag ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}

const byRegion = new Map(
  Object.entries({
    USD: 'US',
    GBP: 'GB',
    CHF: 'CH LI',
    EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
    CAD: 'CA',
    AUD: 'AU',
    NZD: 'NZ',
    INR: 'IN',
    JPY: 'JP',
    SEK: 'SE',
    NOK: 'NO',
    DKK: 'DK',
    PLN: 'PL',
    CZK: 'CZ',
    BRL: 'BR',
    MXN: 'MX',
    SGD: 'SG',
    ZAR: 'ZA',
    NPR: 'NP',
  }).flatMap(([currency, regions]) => regions.split(' ').map((region) => [region, currency])),
);

/** The currency of the locale's region; US dollars where it is not known. It is only a first guess to edit. */
export function guessCurrency(locale: string): string {
  const region = new Intl.Locale(locale).maximize().region ?? '';
  return byRegion.get(region) ?? 'USD';
}

export const PersonContext = createContext<Person>(guessPerson());

/** The person at the screen; the browser's guess before sign-in. */
export function usePerson(): Person {
  return use(PersonContext);
}
