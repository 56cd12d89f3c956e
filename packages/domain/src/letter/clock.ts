/** A time of day as letters write it, `17:00`, with each way to read it, and where the zone is named the zone. */
export type ClockSpot = { from: number; to: number; times: string[]; zone: string | null };

const half = String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?\s?(?<half>[ap])\.?\s?m\b\.?`;
const whole = String.raw`(?<hour24>\d{1,2})(?:(?::|h\s?|\.(?=\d\d\s?(?:uhr|uur)))(?<minute24>\d\d)|\s?(?:uhr|uur|時|시|点|h)(?![\p{L}\d]))(?:\s?(?:uhr|uur|h|hrs)\b)?`;
const noon = String.raw`(?<noon>\b(?:12 )?noon\b|\bmidday\b|正午)`;
const clock = new RegExp(`(?<![\\d.,:/-])(?:${half}|${whole}|${noon})`, 'giu');

/** The zones of which letters write letters; those that stand for several count by the money of the letter. */
const zones: readonly [RegExp, string][] = [
  [/^\(?(?:P[SD]?T\b|Pacific)/, 'America/Los_Angeles'],
  [/^\(?(?:M[SD]?T\b|Mountain)/, 'America/Denver'],
  [/^\(?(?:C[SD]T\b|CT\b|Central (?:time|standard|daylight))/i, 'America/Chicago'],
  [/^\(?(?:E[SD]?T\b|Eastern)/, 'America/New_York'],
  [/^\(?(?:GMT|BST|UK time|London time)\b/, 'Europe/London'],
  [/^\(?(?:CES?T|MES?Z)\b/, 'Europe/Berlin'],
  [/^\(?(?:JST|日本時間)/, 'Asia/Tokyo'],
  [/^\(?(?:SGT|Singapore time)\b/, 'Asia/Singapore'],
  [/^\(?AE[SD]T\b/, 'Australia/Sydney'],
  [/^\(?(?:BRT|horário de Brasília)/, 'America/Sao_Paulo'],
];
/** `ET` is Toronto's where money is Canadian; `IST` is India's where it is rupees, and otherwise one of three. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CAD: {
    'America/New_York': 'America/Toronto',
    'America/Los_Angeles': 'America/Vancouver',
    'America/Chicago': 'America/Winnipeg',
  },
};

function zoneOf(behind: string, currency: string): string | null {
  if (/^\(?IST\b/.test(behind)) return currency === 'INR' ? 'Asia/Kolkata' : null;
  const zone = zones.find(([words]) => words.test(behind))?.[1] ?? null;
  return zone && (own[currency]?.[zone] ?? zone);
}

const two = (number: number) => String(number).padStart(2, '0');

/** Every hour that it may be: `5:00` without a half of the day is one of two in English. */
function timesOf(said: Partial<Record<string, string>>, isEnglish: boolean): string[] {
  if (said.noon) return ['12:00'];
  const hour = Number(said.hour ?? said.hour24);
  const minute = Number(said.minute ?? said.minute24 ?? '0');
  if (minute > 59 || hour > 24) return [];
  const at = (one: number) => `${two(one)}:${two(minute)}`;
  if (said.half) return hour < 1 || hour > 12 ? [] : [at((hour % 12) + (/p/i.test(said.half) ? 12 : 0))];
  if (hour === 24) return [];
  return isEnglish && hour >= 1 && hour <= 11 && said.hour24?.length === 1 ? [at(hour + 12), at(hour)] : [at(hour)];
}

/** The times of day of a text whose digits are European. */
export function clocksIn(text: string, { locale, currency }: { locale: string; currency: string }): ClockSpot[] {
  return [...text.matchAll(clock)].flatMap((found): ClockSpot[] => {
    const times = timesOf(found.groups ?? {}, locale.startsWith('en'));
    const to = found.index + found[0].trimEnd().length;
    return times.length === 0 ? [] : [{ from: found.index, to, times, zone: zoneOf(text.slice(to).trimStart(), currency) }];
  });
}
