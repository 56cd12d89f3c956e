import type { FigureField } from './field.ts';
import { homePhrases, otherPeriods, type Period, periodLead, periodPhrases, shortNouns } from './period.ts';
import { isCurrencyCode, signsOf, writtenSigns } from './sign.ts';
import { countsTime, partWords, percentWords, perShareWords, unitWords } from './unit-words.ts';
import { countsInLakhs, keyOf, lakhLetters, type Scale, scalesOf } from './words.ts';

/** What a word beside the digits may be. */
export type Meaning =
  | { readonly is: 'scale'; readonly scale: Scale }
  | { readonly is: 'sign'; readonly codes: readonly string[] }
  /** `bare` is a noun without a lead, `years`, which may count a time as well. */
  | { readonly is: 'period'; readonly period: Period; readonly bare: boolean }
  | { readonly is: 'other period'; readonly said: string }
  | { readonly is: 'net' | 'filler' | 'percent' };

type Words = ReadonlyMap<string, readonly Meaning[]>;

const plainWords: [Meaning['is'] & ('net' | 'filler' | 'percent'), string][] = [
  [
    'filler',
    `gross|brutto|brut|bruts|brute|bruto|brutos|lordo|lordi|lorda|lorde|ral|ctc|bruttó|brüt|hrubého|hrubá|hrubý|hrubé|до вычета
    |ברוטו|before tax|base|fixed|fixe|fijo|fijos|fisso|fissa|fix|税前|稅前|額面|税込|세전|de|di|d'|of|only|/=`,
  ],
  // What is told roughly is meant all the same: how it was read stands beside it.
  [
    'filler',
    `about|around|roughly|approx|approximately|circa|~|≈|etwa|rund|ungefähr|environ|env|aproximadamente|unos|ongeveer|около|约|約|약`,
  ],
  // What a contractor invoices is without sales tax: that is no tax on income.
  [
    'filler',
    `netto + vat|net + vat|+ vat|plus vat|excl vat|ex vat|+ gst|plus gst|ht|hors taxes|zzgl mwst|zzgl ust|+ mwst|+ iva|+ moms
    |exkl moms|ekskl moms|excl btw|ex btw|+ btw|税抜|税別`,
  ],
  [
    'net',
    `net|nets|netto|netti|nett|neto|netos|líquido|líquidos|liquido|nettó|na rękę|на руки|čistého|נטו|after tax|take home|in hand
    |手取り|税后|税後|세후`,
  ],
  [
    'percent',
    '%|percent|per cent|pct|prozent|pour cent|por ciento|por cento|per cento|procent|proc|prosent|prosenttia|percento|процентов|パーセント|퍼센트|yüzde|بالمئة',
  ],
];

/** Each key of a word: dots within may be followed by a gap, `p. a.`. */
const keysOf = (word: string) => [keyOf(word), keyOf(word.replace(/\.(?=.)/g, '. '))];

function gathered(entries: Iterable<readonly [string, Meaning]>): Map<string, Meaning[]> {
  const words = new Map<string, Meaning[]>();
  for (const [word, meaning] of entries) {
    for (const key of new Set(keysOf(word))) words.set(key, together(words.get(key) ?? [], meaning));
  }
  return words;
}

/** One sign may stand for several currencies: that is one meaning. */
function together(known: readonly Meaning[], next: Meaning): Meaning[] {
  const before = known.find((one) => one.is === next.is && one.is !== 'scale');
  if (!before) return [...known, next];
  const isSign = before.is === 'sign' && next.is === 'sign';
  const merged: Meaning = isSign ? { is: 'sign', codes: [...new Set([...before.codes, ...next.codes])] } : before;
  return [...known.filter((one) => one !== before), merged];
}

function* wordsAnywhere(): Generator<readonly [string, Meaning]> {
  for (const [sign, codes] of writtenSigns) yield [sign, { is: 'sign', codes }];
  for (const { phrase, period, bare, leans } of periodPhrases()) if (!leans) yield [phrase, { is: 'period', period, bare }];
  yield* oddPeriods();
  for (const [is, list] of plainWords) for (const word of list.split('|')) yield [word.trim(), { is }];
}

function* oddPeriods(): Generator<readonly [string, Meaning]> {
  for (const [said, list] of otherPeriods) for (const word of list.split('|')) yield [word.trim(), { is: 'other period', said }];
}

function* wordsHere({ kind, locale, currency, unit }: FigureField): Generator<readonly [string, Meaning]> {
  for (const [word, power] of partWords({ kind, currency }))
    yield [word, { is: 'scale', scale: { power, chained: false, leads: false } }];
  // "120k CA" is Canadian
  if (!/^(?:en|fr)\b/.test(locale)) yield ['ca', { is: 'filler' }];
  if (!countsTime(unit))
    for (const [word, scales] of scalesOf(locale)) for (const scale of scales) yield [word, { is: 'scale', scale }];
  if (countsInLakhs(locale, currency))
    for (const [word, power] of lakhLetters) yield [word, { is: 'scale', scale: { power, chained: false, leads: false } }];
  if (currency) for (const sign of signsOf(locale, currency)) yield [sign, { is: 'sign', codes: [currency] }];
  for (const { phrase, period } of homePhrases(locale)) yield [phrase, { is: 'period', period, bare: false }];
  for (const word of percentWords(locale)) yield [word, { is: 'percent' }];
  for (const word of unitWords(locale, unit)) yield [word, { is: 'filler' }];
  if (kind === 'price') for (const word of perShareWords) yield [word, { is: 'filler' }];
}

function* periodNouns(locale: string): Generator<readonly [string, Meaning]> {
  for (const { phrase, period } of [...periodPhrases(), ...shortNouns(locale)])
    yield [phrase, { is: 'period', period, bare: false }];
  yield* oddPeriods();
}

const kept = new Map<string, Words>();

function keep(key: string, make: () => Iterable<readonly [string, Meaning]>): Words {
  const words = kept.get(key) ?? gathered(make());
  kept.set(key, words);
  return words;
}

/** Scripts that set words side by side: a word there may be followed by a letter. */
const unspaced = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const letter = /[\p{L}\p{M}]/u;
const runsOn = /[\p{L}\p{M}']/u;

const longestWord = 100;

export type Found = { readonly text: string; readonly meanings: readonly Meaning[] };

const characterAt = (text: string, at: number) => (at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '');

/** The longest of the words that stands at a place of the text. */
function longestOf(lists: readonly Words[], text: string, at: number): Found | null {
  let found: Found | null = null;
  let key = '';
  let end = at;
  let before = '';
  for (const character of text.slice(at, at + longestWord)) {
    end += character.length;
    // `S/.` is the sol's sign
    if (character === '.' && !letter.test(before) && before !== '/') break;
    // A dot behind a word, `Mio.`, goes with it.
    if (character === '.' && found && found.text.length === end - 1 - at) found = dotted(found);
    if (character !== '.') key += character.toLowerCase();
    before = character;
    const isWithin = letter.test(character) && !unspaced.test(character) && runsOn.test(characterAt(text, end));
    if (character === '.' || isWithin) continue;
    const meanings = lists.flatMap((list) => list.get(key) ?? []).reduce<Meaning[]>(together, []);
    if (meanings.length > 0) found = { text: text.slice(at, end), meanings };
  }
  return found;
}

const dotted = ({ text, meanings }: Found): Found => ({ text: `${text}.`, meanings });

function periodAt(text: string, at: number, locale: string): Found | null {
  periodLead.lastIndex = at;
  const lead = periodLead.exec(text)?.[0];
  const noun = lead ? longestOf([keep(`periods ${locale}`, () => periodNouns(locale))], text, at + lead.length) : null;
  return lead && noun ? { text: lead + noun.text, meanings: noun.meanings } : null;
}

/** The longest word that stands at a place of the text, with all that it may mean in the field; null when there is none. */
export function wordAt(text: string, at: number, field: FigureField): Found | null {
  const { kind, locale, currency, unit } = field;
  const here = keep([kind, locale, currency, unit].join(' '), () => wordsHere(field));
  const found = longestOf([here, keep('anywhere', wordsAnywhere)], text, at);
  const period = periodAt(text, at, locale);
  if (period && period.text.length > (found?.text.length ?? 0)) return period;
  return found ?? joinedAt(text, at, field);
}

const joined = new Map([
  ['k', 3],
  ['t', 3],
  ['m', 6],
  ['l', 5],
]);

/** A letter that multiplies, grown together with what follows: `TEUR`, `mkr`, `LPA`. */
function joinedAt(text: string, at: number, field: FigureField): Found | null {
  const letterHere = text.slice(at, at + 1);
  const power = joined.get(letterHere.toLowerCase());
  // MKD is a currency, and no million dinars
  const isCode = isCurrencyCode(/^\p{L}*/u.exec(text.slice(at, at + longestWord))?.[0] ?? '');
  const next = power === undefined || isCode ? null : wordAt(text, at + 1, field);
  const isLakh = letterHere.toLowerCase() === 'l';
  const follows = next?.meanings.some((one) => (isLakh ? one.is === 'period' && !one.bare : one.is === 'sign'));
  if (power === undefined || !follows) return null;
  return { text: letterHere, meanings: [{ is: 'scale', scale: { power, chained: false, leads: false } }] };
}
