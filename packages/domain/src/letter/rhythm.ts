import type { Rhythm } from './letter.ts';

/** How letters say by what an amount is counted. */
const ways: [Rhythm, RegExp][] = [
  [
    'year',
    /per (?:annum|year)|p\.\s?a\.|\bpa\b|\ba year\b|annual(?:ly)?|yearly|\/\s?(?:yr|year|año|ano|jahr|an)\b|\bLPA\b|jährlich\w*|jahres\w*|(?:pro|im) jahr|par an|annuel\w*|anual\w*|al año|por ano|per jaar|jaar\w*|all'anno|\bRAL\b|annu[oai]\b|roczn\w*|w roku|年俸|年収|年額|年薪|연봉|ročn\p{L}*|årligt?|årsl\p{L}*|yıllık|éves|vuosi\p{L}*|per år|i året|в год|годов\p{L}*|שנתי\S*|בשנה|سنوي\S*/giu,
  ],
  [
    'month',
    /(?<![\d.,])1[3-6](?:[.,]\d{1,2})?\s?[×x]\s|per (?:calendar )?month|\bpcm\b|\/\s?hó(?!\p{L})|\/\s?kk(?!\p{L})|\bp\/m\b|p\.\s?m\.|\bpm\b(?! on| [ECPM]S?T)|\ba month\b|monthly|\/\s?(?:mo|month|mes|mês|mois|monat)\b|monatlich\w*|monats\w*|(?:pro|im) monat|par mois|mensuel\w*|mensual\w*|mensil[ei]\w*|mensa[li]\w*|al mes|por mês|per maand|maand\w*|al mese|miesięczn\w*|na miesiąc|月給|月額|månads?\w*|\/\s?mån\b|月薪|월급|měsíčn\p{L}*|aylık|havi|kuukau\p{L}*|måned\p{L}*|lunar\p{L}*|pe lună|в месяц|ежемесячн\p{L}*|חודשי\S*|בחודש|شهري\S*/giu,
  ],
  ['week', /per week|\ba week\b|(?<!bi-?)weekly|\/\s?week\b|pro woche|wöchentlich|par semaine|per settimana/gi],
  [
    'day',
    /per day|\ba day\b|day rate|daily rate|\/\s?(?:day|tag|jour|día|dia)\b|pro tag|tagessatz|par jour|tjm|por día|por dia|per dag|dziennie|日給/gi,
  ],
  [
    'hour',
    /per hour|\ban hour\b|hourly|\/\s?h(?:r|our)?(?!\p{L})|pro stunde|stundensatz|de l'heure|par heure|por hora|per uur|za godzinę|na godzinę|時給/giu,
  ],
];

/** What is said of when it is paid, and not by what it is counted. */
const payments =
  /(?:in|sur|en|su|em) (?:\d+(?:[.,]\d+)?|zwölf|dreizehn|vierzehn|douze|treize|doce|catorce|dodici|quattordici|twelve) (?:equal |gleichen )?(?:monthly|monats\w+|mensu\w+|mensilità|mois|pagas|raten|instal?ments)|(?:payable|paid|pagos|suddivisa|aufgeteilt|invoiced|versée?|ausbezahlt|auszahlbar|zahlbar|uitbetaald|uit te betalen|毎月支給)[^.;]{0,30}|\d+\s?(?:mal|×|x|times)\s(?:jährlich|a year|per year|im jahr)/gi;

type Found = { per: Rhythm; from: number; to: number };

function saidIn(text: string): Found[] {
  return ways.flatMap(([per, pattern]) =>
    [...text.matchAll(pattern)].map((found) => ({ per, from: found.index, to: found.index + found[0].length })),
  );
}

/** By what the figure from `from` to `to` is counted: what follows it at once, else what was said last before it; null when nothing is. */
export function rhythmOf(passage: string, from: number, to: number): Rhythm | null {
  const text = passage.replace(payments, (said) => ' '.repeat(said.length));
  const said = saidIn(text);
  const after = text
    .slice(to)
    .search(
      /[;、，]|,(?![-–—]{1,2} ?(?:kr\.? )?(?:brut?to )?(?:per|pr|pro|p\.|p?\/))|\+(?! ?(?:VAT|GST|MwSt|USt|BTW|IVA|TVA|moms))|\b(?:and|und|et|y|plus)\b/,
    );
  const end = Math.min(to + 30, after < 0 ? text.length : to + after);
  const next = said
    .filter((one) => one.from >= to - 5 && one.to <= end + 12 && one.from < end)
    .sort((a, b) => a.from - b.from)[0];
  if (next) return next.per;
  return said.filter((one) => one.to <= from).sort((a, b) => b.to - a.to)[0]?.per ?? null;
}

/** Twelve is what nobody needs to be told; more is said in figures, in words, or by the payments that come on top. */
const spelled: readonly (readonly [string, RegExp])[] = [
  ['14', /vierzehn|quatorze|catorce|quattordici|veertien|fourteen/i],
  ['13', /dreizehn|treize|trece|tredici|dertien|thirteen/i],
];
const payment = String.raw`(?:pagas|pagos|payments|(?:monthly )?instal?ments|salar(?:ies|i)|gehälter|salaires|mois|mensualit\p{L}+|mensilità|monats\p{L}+|monatslöhne|maand\p{L}+|maal|mal\b|-mal|vezes|veces|times|个月)`;
const inFigures = new RegExp(
  String.raw`(?<![\d.,])(?:(1[3-6](?:[.,]\d{1,2})?)\s?(?:${payment}|[x×])|[x×]\s?(1[3-6])(?![\d.,]))`,
  'iu',
);
const inWords = new RegExp(
  String.raw`(?<!\p{L})(?:${spelled.map(([, { source }]) => source).join('|')}) (?:equal |gleichen |gleiche )?${payment}`,
  'iu',
);
const onTop: readonly (readonly [string, RegExp])[] = [
  ['13.33', /13 1\/3|13[ºo]?\s?(?:º )?salário[^.\n]{0,60}(?:1\/3|um terço|terço constitucional)/i],
  ['14', /(?:13\.|13th|13ª?|tredicesima) (?:und|and|e|y) (?:14\.|14th|14ª?|quattordicesima)/i],
  ['12.5', /aguinaldo (?:de |anual de )?15 días/i],
  [
    '13',
    /aguinaldo (?:de |anual de )?30 días|13(?:th|e|ème|º|ª|\.)?\s?(?:month|mois|salário|monatslohn|monatsgehalt|monatssal\w+|maand|mensilità|paga)|thirteenth (?:month|salary)|treizième mois|décimo terceiro|dertiende maand|annual wage supplement/i,
  ],
];

/** How many payments a passage names; null where it names none. */
function countIn(passage: string): string | null {
  const more = onTop.find(([, pattern]) => pattern.test(passage))?.[0] ?? null;
  const [, count, times] = inFigures.exec(passage) ?? [];
  const figure = (count ?? times)?.replace(',', '.') ?? null;
  if (more !== null && (figure === null || figure === '13')) return more;
  if (figure !== null) return figure;
  const words = inWords.exec(passage)?.[0] ?? '';
  return spelled.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const holidayPay =
  /(?<!\d)(?<ahead>\d(?:[.,]\d{1,2})?)\s?% (?:vakantie|holiday)\w*(?: (?:pay|allowance))?|vakantie(?:geld|toeslag)\w*:? (?:van )?(?<behind>\d(?:[.,]\d{1,2})?)\s?%/i;

/** The share of pay that comes on top as holiday pay, 0.08; null where none is named. */
function holidayShare(passages: readonly string[]): number | null {
  const { ahead, behind } = passages.map((passage) => holidayPay.exec(passage)).find(Boolean)?.groups ?? {};
  const percent = ahead ?? behind;
  return percent === undefined ? null : Number(percent.replace(',', '.')) / 100;
}

const toCents = (months: number) => String(Math.round(months * 100) / 100);

/**
 * How many months are paid in a year, where a letter says it: 14 pagas, a 13th month, 13.33 with a third of the holiday's,
 * and 8 % holiday pay on top. Where a 13th month and holiday pay come together, the holiday pay is of twelve months or of
 * thirteen: both, the likelier first. Empty where nothing is said.
 */
export function monthsIn(passages: readonly string[]): string[] {
  const found = passages.flatMap((passage) => countIn(passage) ?? [])[0] ?? null;
  const share = holidayShare(passages);
  if (share === null) return found === null ? [] : [found];
  if (found !== null && found !== '13') return [found];
  return found === null ? [toCents(12 * (1 + share))] : [toCents(13 + 12 * share), toCents(13 * (1 + share))];
}
