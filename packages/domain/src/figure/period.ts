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
export const periodNouns: Record<Spoken, readonly string[]> = {
  hour: split(`hour|hours|hr|hrs|h|stunde|std|heure|hora|ora|uur|timme|timmen|tim|time|timen|tunti|godz|godzinę|godzina|hod|hodinu|óra
    |saat|час|ч|時間|時|小时|小時|시간|घंटा|שעה|ساعة|jam|giờ|ชั่วโมง`),
  day: split(`day|days|d|tag|jour|día|dia|giorno|dag|dagen|päivä|pv|dzień|den|nap|gün|день|日|天|일|दिन|יום|يوم|hari|ngày|วัน`),
  week: split(`week|wk|woche|semaine|semana|settimana|vecka|veckan|uge|uke|viikko|tydzień|týden|hét|hafta|неделю|週|周|주|שבוע|أسبوع
    |minggu|tuần`),
  month: split(`month|months|mo|mth|mnth|monat|mon|mois|mes|mês|mese|maand|mnd|månad|månaden|mån|måned|måneden|md|mdr|kk|kuukausi
    |mies|msc|miesiąc|měs|měsíc|mesiac|hó|hónap|lună|ay|мес|месяц|місяць|月|個月|个月|월|개월|माह|महीना|חודש|شهر|bulan|bln|tháng|เดือน`),
  year: split(`year|years|yr|yrs|y|annum|jahr|an|année|año|ano|anno|jaar|år|året|aar|vuosi|v|rok|év|yıl|год|г|рік|年|년|वर्ष|साल|שנה
    |سنة|عام|tahun|thn|năm|ปี`),
};

export const periodLeads: readonly string[] =
  split(`/|per|pr|a|an|the|each|every|pro|je|im|in der|in|par|al|a la|la|por|ao|à|au|all'
  |l'|het|om|i|pe|na|za|в|за|на|每|毎|प्रति|ל|في|ต่อ|mỗi|một|her`);

/** Whole phrases, adverbs and abbreviations. */
const phrases: Record<Spoken, string> = {
  hour: "hourly|p.h.|stündlich|de l'heure|in het uur|tunnissa|時給|时薪|時薪|시급",
  day: 'daily|per diem|täglich|日給|日薪|일급',
  week: 'weekly|p.w.|wöchentlich|hebdomadaire|semanal|semanales|settimanali|wekelijks|週給|周薪|주급',
  month: `monthly|p.m.|pm|p.c.m.|p/m|monatlich|mtl.|mensuel|mensuels|mensual|mensuales|mensal|mensais|mensile|mensili|maandelijks
    |månatligen|månedlig|månedligt|miesięcznie|měsíčně|mesačne|havonta|havi|aylık|ежемесячно|щомісяця|kuukaudessa|月給|月収|月額
    |月薪|每月|毎月|월급|매월|मासिक|חודשי|شهريا|شهرياً`,
  year: `yearly|annual|annually|p.a.|p/a|a.a.|p.j.|jährlich|jhrl.|annuel|annuels|anual|anuales|anuais|annuo|annui|annuale|jaarlijks
    |årligen|årlig|årligt|årslön|vuodessa|rocznie|ročně|ročne|évente|évi|yıllık|ежегодно|щороку|年収|年俸|年額|年薪|每年|毎年
    |연봉|연간|매년|वार्षिक|सालाना|שנתי|سنويا|سنوياً`,
};

const spoken = ['hour', 'day', 'week', 'month', 'year'] as const;

/** A noun that is short is one only behind its lead: `/mo` is a month, `mo` alone a slip. */
export const standsAlone = (noun: string): boolean => !/^\p{L}{1,2}$/u.test(noun) || /^(yr|hr|\p{sc=Han}+|\p{sc=Hangul}+)$/u.test(noun);

/** The whole phrases that name a period, `p.a.`, `monatlich`. */
export function* periodPhrases(): Generator<{ phrase: string; period: Spoken }> {
  for (const period of spoken) for (const phrase of split(phrases[period])) yield { phrase, period };
}

/** The period whose noun a match of the lexicon has named; null when it named none. */
export function periodIn(groups: Readonly<Record<string, string | undefined>>): Spoken | null {
  return spoken.find((period) => groups[period] !== undefined) ?? null;
}
