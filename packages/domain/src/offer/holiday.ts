import { Temporal } from 'temporal-polyfill';

/** The countries whose nationwide public holidays are known here. */
export const holidayCountries = ['AT', 'BE', 'CA', 'DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'PT', 'US'] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

/**
 * A day of the year: fixed, so many days from Easter Sunday, or the nth weekday of a month (1 is Monday, −1 the last); `unless`
 * is a day that takes its place when it is a Friday.
 */
type Rule =
  | { on: string }
  | { easter: number }
  | { month: number; weekday: number; nth: number; unless?: string }
  | { before: string; weekday: number };

const fixed = (...days: string[]): Rule[] => days.map((on) => ({ on }));
const aroundEaster = (...days: number[]): Rule[] => days.map((easter) => ({ easter }));
const nth = (month: number, weekday: number, at: number): Rule => ({ month, weekday, nth: at });

/** Nationwide holidays by law; those of a state, a region or a town are not among them. */
const rules: Record<HolidayCountry, Rule[]> = {
  AT: [...fixed('01-01', '01-06', '05-01', '08-15', '10-26', '11-01', '12-08', '12-25', '12-26'), ...aroundEaster(1, 39, 50, 60)],
  BE: [...fixed('01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'), ...aroundEaster(1, 39, 50)],
  CA: [
    ...fixed('01-01', '07-01', '09-30', '12-25'),
    ...aroundEaster(-2),
    { before: '05-25', weekday: 1 },
    nth(9, 1, 1),
    nth(10, 1, 2),
  ],
  DE: [...fixed('01-01', '05-01', '10-03', '12-25', '12-26'), ...aroundEaster(-2, 1, 39, 50)],
  ES: [...fixed('01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'), ...aroundEaster(-2)],
  FR: [...fixed('01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'), ...aroundEaster(1, 39, 50)],
  GB: [...fixed('01-01', '12-25', '12-26'), ...aroundEaster(-2, 1), nth(5, 1, 1), nth(5, 1, -1), nth(8, 1, -1)],
  IE: [
    ...fixed('01-01', '03-17', '12-25', '12-26'),
    ...aroundEaster(1),
    // St Brigid's day, since 2023
    { month: 2, weekday: 1, nth: 1, unless: '02-01' },
    nth(5, 1, 1),
    nth(6, 1, 1),
    nth(8, 1, 1),
    nth(10, 1, -1),
  ],
  // St Francis, since 2026
  IT: [
    ...fixed('01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'),
    ...aroundEaster(1),
  ],
  NL: [...fixed('01-01', '04-27', '12-25', '12-26'), ...aroundEaster(1, 39, 50)],
  PT: [
    ...fixed('01-01', '04-25', '05-01', '06-10', '08-15', '10-05', '11-01', '12-01', '12-08', '12-25'),
    ...aroundEaster(-2, 60),
  ],
  US: [
    ...fixed('01-01', '06-19', '07-04', '11-11', '12-25'),
    nth(1, 1, 3),
    nth(2, 1, 3),
    nth(5, 1, -1),
    nth(9, 1, 1),
    nth(10, 1, 2),
    nth(11, 4, 4),
  ],
};

/** Where a holiday on a weekend is given on another day: on the nearest weekday, or on the next that is free. */
const given: Partial<Record<HolidayCountry, 'nearest' | 'next'>> = { US: 'nearest', GB: 'next', CA: 'next' };

const zones: Record<HolidayCountry, string[]> = {
  AT: ['Europe/Vienna'],
  BE: ['Europe/Brussels'],
  CA: [
    ...['America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/Winnipeg', 'America/Halifax', 'America/Montreal'],
    ...['America/St_Johns', 'America/Regina', 'America/Moncton', 'America/Goose_Bay', 'America/Glace_Bay', 'America/Iqaluit'],
    ...['America/Whitehorse', 'America/Yellowknife', 'America/Dawson', 'America/Dawson_Creek', 'America/Swift_Current'],
    ...['America/Thunder_Bay', 'America/Rainy_River', 'America/Nipigon', 'America/Inuvik', 'America/Rankin_Inlet'],
    ...['America/Resolute', 'America/Cambridge_Bay', 'America/Atikokan', 'America/Blanc-Sablon', 'America/Creston'],
    ...['America/Fort_Nelson', 'America/Coral_Harbour', 'America/Pangnirtung', 'Canada/*'],
  ],
  DE: ['Europe/Berlin', 'Europe/Busingen'],
  ES: ['Europe/Madrid', 'Atlantic/Canary', 'Africa/Ceuta'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London', 'Europe/Belfast', 'GB', 'GB-Eire'],
  IE: ['Europe/Dublin', 'Eire'],
  IT: ['Europe/Rome'],
  NL: ['Europe/Amsterdam'],
  PT: ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Azores', 'Portugal'],
  US: [
    ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix', 'America/Detroit'],
    ...['America/Boise', 'America/Anchorage', 'America/Juneau', 'America/Sitka', 'America/Nome', 'America/Yakutat'],
    ...['America/Metlakatla', 'America/Adak', 'America/Menominee', 'America/Fort_Wayne', 'America/Indianapolis'],
    ...['America/Louisville', 'America/Shiprock', 'Pacific/Honolulu', 'Pacific/Johnston', 'Navajo'],
    ...['America/Indiana/*', 'America/Kentucky/*', 'America/North_Dakota/*', 'US/*'],
  ],
};

/** The country of an employer's zone, or null when its holidays are not known here. */
export function countryOf(zone: string): HolidayCountry | null {
  const meant = (name: string) => (name.endsWith('*') ? zone.startsWith(name.slice(0, -1)) : zone === name);
  return holidayCountries.find((country) => zones[country].some(meant)) ?? null;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

function dayOfRule(rule: Rule, year: number): Temporal.PlainDate {
  if ('on' in rule) return Temporal.PlainDate.from(`${year}-${rule.on}`);
  if ('easter' in rule) return easterOf(year).add({ days: rule.easter });
  if ('before' in rule) {
    const end = Temporal.PlainDate.from(`${year}-${rule.before}`).subtract({ days: 1 });
    return end.subtract({ days: (end.dayOfWeek - rule.weekday + 7) % 7 });
  }
  const instead = rule.unless ? Temporal.PlainDate.from(`${year}-${rule.unless}`) : null;
  if (instead?.dayOfWeek === 5) return instead;
  const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
  if (rule.nth > 0) return first.add({ days: ((rule.weekday - first.dayOfWeek + 7) % 7) + 7 * (rule.nth - 1) });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - rule.weekday + 7) % 7 });
}

/** The days off of one year in one country as civil dates, in order: with the day that is given for one on a weekend. */
export function holidaysOf(country: HolidayCountry, year: number): string[] {
  const days = new Set<string>();
  const dated = rules[country].map((rule) => dayOfRule(rule, year)).sort((one, other) => Temporal.PlainDate.compare(one, other));
  for (const day of dated) {
    const way = given[country];
    if (day.dayOfWeek <= 5 || way === undefined) days.add(day.toString());
    else if (way === 'nearest') days.add(day.add({ days: day.dayOfWeek === 6 ? -1 : 1 }).toString());
    else days.add(nextFree(day, days, dated));
  }
  return [...days].sort();
}

function nextFree(day: Temporal.PlainDate, taken: ReadonlySet<string>, dated: readonly Temporal.PlainDate[]): string {
  let next = day.add({ days: 1 });
  while (next.dayOfWeek > 5 || taken.has(next.toString()) || dated.some((one) => one.equals(next))) next = next.add({ days: 1 });
  return next.toString();
}

/** Public holidays on a weekday after `from`, up to and including `to`, in the country of a zone; none where it is unknown. */
export function holidaysBetween(from: string, to: string, zone: string): string[] {
  const country = countryOf(zone);
  if (country === null || to <= from) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  // a new year's day on a Saturday is given in the year before
  const years = Array.from({ length: Math.min(last - first, 20) + 2 }, (_, at) => first + at);
  return years
    .flatMap((year) => holidaysOf(country, year))
    .filter((day) => day > from && day <= to && Temporal.PlainDate.from(day).dayOfWeek <= 5);
}

const names: Record<HolidayCountry, string> = {
  AT: 'Austria',
  BE: 'Belgium',
  CA: 'Canada',
  DE: 'Germany',
  ES: 'Spain',
  FR: 'France',
  GB: 'England',
  IE: 'Ireland',
  IT: 'Italy',
  NL: 'the Netherlands',
  PT: 'Portugal',
  US: 'the United States',
};

/** Which days a count of business days leaves out, in a sentence or two; `mine` is how many days off of one's own. */
export function holidayWords(zone: string, mine: number): string {
  const country = countryOf(zone);
  const theirs =
    country === null
      ? 'Mondays to Fridays; public holidays there are not known to Parley.'
      : `Mondays to Fridays without the nationwide holidays of ${names[country]}; regional ones are not left out.`;
  if (mine === 0) return theirs;
  return `${theirs} ${mine === 1 ? 'A day off of yours is' : `${mine} days off of yours are`} not counted either.`;
}
