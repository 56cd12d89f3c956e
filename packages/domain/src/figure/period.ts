/** What an amount of pay is counted by. `once` is only what a field may be for: no text says it. */
export type Period = 'hour' | 'day' | 'week' | 'month' | 'year' | 'once';

/** How the period is said behind an amount. */
export const periodWords: Record<Period, string> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
  once: 'paid once',
};

type Spoken = Exclude<Period, 'once'>;

const split = (list: string) => list.split('|').map((one) => one.trim());

/** The bare nouns, in the languages in which letters come; one of the leads below may stand before each. */
const nouns: Record<Spoken, string> = {
  hour: `hour|hours|hr|hrs|h|stunde|std|heure|hora|ora|uur|timme|timmen|tim|timen|tunti|godz|godzinę|godzina|hod|hodinu|óra
    |saat|час|ч|時間|時|小时|小時|시간|घंटा|שעה|ساعة|jam|giờ|ชั่วโมง`,
  day: `day|days|d|tag|jour|día|dia|giorno|dag|dagen|päivä|pv|dzień|den|nap|gün|день|日|天|일|दिन|יום|يوم|hari|ngày|วัน`,
  week: `week|wk|woche|semaine|semana|settimana|vecka|veckan|uge|uke|viikko|tydzień|týden|hét|hafta|неделю|週|周|주|שבוע|أسبوع
    |minggu|tuần`,
  month: `month|months|mo|mth|mnth|monat|mon|mois|mes|mês|mese|maand|mnd|månad|månaden|mån|måned|måneden|kk|kuukausi
    |mies|msc|miesiąc|měs|měsíc|mesiac|hó|hónap|lună|ay|мес|месяц|місяць|月|個月|个月|월|개월|माह|महीना|חודש|شهر|bulan|bln|tháng|เดือน`,
  year: `year|years|yr|yrs|y|annum|jahr|an|année|año|ano|anno|jaar|år|året|aar|vuosi|rok|év|yıl|год|г|рік|年|년|वर्ष|साल|שנה
    |سنة|عام|tahun|thn|năm|ปี`,
};

/** What may stand before the noun: `/`, `per`, `au`. A lead that is a word stands apart from its noun: `AUD` is no day, `any` no year. */
export const periodLead =
  /(?:(?:\/|pr\.|all'|l'|每|毎|प्रति|ל|ต่อ) ?|(?:per|pro|pr|an|a la|al|ao|au|a|the|each|every|je|im|in der|in|par|la|por|à|het|om|i|pe|na|za|в|за|на|في|mỗi|một|her) )/iuy;

/** Whole phrases, adverbs and abbreviations. */
const phrases: Record<Spoken, string> = {
  hour: "hourly|p.h.|p/h|stündlich|de l'heure|in het uur|tunnissa|時給|时薪|時薪|시급",
  day: 'daily|per diem|p.d.|p/d|dagloon|täglich|日給|日薪|일급',
  week: 'weekly|p.w.|p/w|wöchentlich|hebdomadaire|semanal|semanales|settimanali|wekelijks|週給|周薪|주급',
  month: `monthly|p.m.|pm|p.c.m.|p/m|monatlich|monatl.|mtl.|mensuelle|mensuelles|mensuel|mensuels|mensual|mensuales|mensal|mensais|mensile|mensili|maandelijks
    |månatligen|månedlig|månedligt|miesięcznie|měsíčně|mesačne|havonta|havi|aylık|ежемесячно|щомісяця|kuukaudessa|月給|月収|月額
    |月薪|每月|毎月|월급|매월|मासिक|חודשי|شهريا|sebulan`,
  year: `yearly|annual|annually|p.a.|b/a|p/a|a.a.|jährlich|jährl.|jhrl.|annuelle|annuelles|annuel|annuels|anual|anuales|anuais|annuo|annui|annuale|jaarlijks
    |årligen|årlig|årligt|årslön|vuodessa|rocznie|ročně|ročne|évente|évi|yıllık|ежегодно|щороку|年収|年俸制|年俸|年額|年薪|每年|毎年
    |연봉|연간|연|매년|वार्षिक|सालाना|שנתי|سنويا|op jaarbasis|setahun`,
};

/** What a letter or two say behind `/` in one language and not in another: `/v` is a week in Swedish and a year in Finnish. */
const inLanguage: Record<string, string> = {
  ...{ da: 'md month|mdr month|t hour|time hour', nb: 'md month|mdr month|t hour|time hour', no: 'md month|t hour|time hour' },
  ...{ sv: 'v week', fi: 'v year|t hour', fr: 'j day|a year', de: 'j year|a year|pt day', nl: 'u hour', it: 'g day|h hour' },
  ...{
    pl: 'md day|r year|g hour',
    cs: 'md day|r year',
    sk: 'md day|r year',
    en: 'md day',
    pt: 'm month|a year',
    es: 'm month|a year',
  },
};

/** The short nouns of the locale's language. */
export function* shortNouns(locale: string): Generator<{ phrase: string; period: Spoken }> {
  for (const pair of (inLanguage[locale.split('-')[0] ?? ''] ?? '').split('|').filter(Boolean)) {
    const [phrase = '', named] = pair.split(' ');
    const period = spoken.find((one) => one === named);
    if (period) yield { phrase, period };
  }
}

/** Abbreviations that are one only where Dutch or German is read: `PJ` is a contractor in Brazil and an enclosure in France. */
export const homePhrases = (locale: string): readonly { phrase: string; period: Spoken }[] =>
  /^(?:nl|de)\b|-NL\b/.test(locale) ? [{ phrase: 'p.j.', period: 'year' }] : [];

/** Periods that pay is told by and no field keeps, each with how it is said behind an amount. */
export const otherPeriods: readonly (readonly [said: string, words: string])[] = [
  [
    'every two weeks',
    `biweekly|bi-weekly|fortnight|fortnightly|every two weeks|every 2 weeks|per fortnight|a fortnight|14-täglich|alle zwei wochen
    |quincenal|quincenales|quinzenal|par quinzaine|tweewekelijks|隔週`,
  ],
  ['twice a month', 'semimonthly|semi-monthly|twice a month|twice monthly|halbmonatlich|bimensuel'],
  [
    'a quarter',
    `quarterly|quarter|qtr|per quarter|a quarter|vierteljährlich|quartal|pro quartal|par trimestre|trimestre|trimestriel|trimestral
    |trimestrale|per kwartaal|kwartaal|kvartal|kwartalnie|四半期|분기`,
  ],
  ['half a year', 'half-yearly|semi-annual|semiannual|semi-annually|halbjährlich|semestriel|semestral|per half year|半年|반기'],
];

/** A noun that is short is one only behind its lead: `/mo` is a month, `mo` alone a slip, and `bln` alone a billion to some. */
const standsAlone = (noun: string) =>
  (!/^[\p{sc=Latin}\p{sc=Cyrillic}]{1,2}$/u.test(noun) && noun !== 'bln') || /^[yh]r$/.test(noun);

const spoken = ['hour', 'day', 'week', 'month', 'year'] as const;

/** The words that name a period, `p.a.`, `month`; `bare` is a noun alone, and `leans` where it takes a lead to be one. */
export function* periodPhrases(): Generator<{ phrase: string; period: Spoken; bare: boolean; leans: boolean }> {
  for (const period of spoken) {
    for (const phrase of split(phrases[period])) yield { phrase, period, bare: false, leans: false };
    for (const noun of split(nouns[period])) yield { phrase: noun, period, bare: true, leans: !standsAlone(noun) };
  }
}
