/** By which words a letter's language is known: what every letter holds. */
const words: [string, RegExp][] = [
  ['en', /\b(?:the|your|you|and|will|be|we|of|offer)\b/gi],
  ['de', /\b(?:und|der|die|das|wir|Ihr|Ihnen|Sie|beträgt|wird|für)\b/g],
  ['fr', /\b(?:le|la|les|vous|votre|nous|et|de|sera|une)\b/gi],
  ['es', /\b(?:el|los|usted|su|de|del|y|será|por|al|año)\b/gi],
  ['pt', /\b(?:o|os|você|sua|seu|de|do|da|e|ser|por|mês)\b/gi],
  ['it', /\b(?:il|lo|gli|di|della|e|sarà|per|anno|lordo)\b/gi],
  ['nl', /\b(?:het|een|je|u|jouw|de|van|en|per|bedraagt)\b/gi],
  ['pl', /(?<!\p{L})(?:w|z|na|do|oraz|wynosi|brutto|umowa|miesięcznie|lub|pracy)(?!\p{L})/giu],
  ['sv', /\b(?:och|du|din|att|för|kronor|lön|månad)\b/gi],
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['ar', /\p{sc=Arabic}/gu],
];

/** In which country a language's letters of a currency are written, where that changes how numbers stand. */
const countries: Record<string, string> = {
  'en INR': 'en-IN',
  'en ZAR': 'en-ZA',
  'en CHF': 'en-CH',
  'en GBP': 'en-GB',
  'en EUR': 'en-IE',
  'en CAD': 'en-CA',
  'en AUD': 'en-AU',
  'en SGD': 'en-SG',
  'de CHF': 'de-CH',
  'de EUR': 'de-DE',
  'fr CHF': 'fr-CH',
  'fr CAD': 'fr-CA',
  'fr EUR': 'fr-FR',
  'it CHF': 'it-CH',
  'pt BRL': 'pt-BR',
  'pt EUR': 'pt-PT',
  'es EUR': 'es-ES',
  'es MXN': 'es-MX',
  'es ARS': 'es-AR',
  'es CLP': 'es-CL',
  'es COP': 'es-CO',
};

const usual: Record<string, string> = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-BR',
  ar: 'ar-AE',
  he: 'he-IL',
};

/** How much of a letter says in which language it is. */
const enough = 6000;

/** The languages of currencies whose letters come in one language, beside English. */
const ofCurrency: Record<string, string> = {
  ...{ BRL: 'pt', SEK: 'sv', PLN: 'pl', JPY: 'ja', KRW: 'ko', CNY: 'zh', ILS: 'he', MXN: 'es', ARS: 'es', CLP: 'es', COP: 'es' },
};

/** A line or two: the language of its money, where a word of it stands there and none of English. */
function shortOf(counted: readonly { language: string; hits: number }[], currency: string): string | null {
  const hitsOf = (language: string) => counted.find((one) => one.language === language)?.hits ?? 0;
  const language = ofCurrency[currency];
  return language && hitsOf(language) > 0 && hitsOf('en') === 0
    ? (countries[`${language} ${currency}`] ?? usual[language] ?? language)
    : null;
}

/** The locale by whose rules a letter writes numbers: its language, and the country that its currency is of. */
export function localeOf(text: string, currency: string, reader: string): string {
  const part = text.slice(0, enough);
  const counted = words.map(([language, pattern]) => ({ language, hits: part.match(pattern)?.length ?? 0 }));
  const best = counted.reduce((most, one) => (one.hits > most.hits ? one : most), { language: '', hits: 2 });
  if (best.language === '') return shortOf(counted, currency) ?? reader;
  // A Japanese letter is mostly Han: any kana settles it.
  const isJapanese = best.language === 'zh' && counted.some(({ language, hits }) => language === 'ja' && hits > 0);
  const language = isJapanese ? 'ja' : best.language;
  const known = countries[`${language} ${currency}`];
  if (known) return known;
  return new Intl.Locale(reader).language === language ? reader : (usual[language] ?? language);
}
