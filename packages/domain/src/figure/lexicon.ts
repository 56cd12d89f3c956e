import type { FigureField } from './field.ts';
import { type Period, periodLeads, periodNouns, periodPhrases, standsAlone } from './period.ts';
import { plainText } from './plain-text.ts';
import { signs, signsOf, signWords } from './sign.ts';
import { countsInLakhs, keyOf, type Scale, scalesOf } from './words.ts';

/** What a word beside the digits may be. */
export type Meaning =
  | { readonly is: 'scale'; readonly scale: Scale }
  | { readonly is: 'sign'; readonly codes: readonly string[] }
  | { readonly is: 'period'; readonly period: Period }
  | { readonly is: 'net' | 'filler' | 'percent' };

export type Lexicon = { readonly pattern: RegExp; readonly meanings: ReadonlyMap<string, readonly Meaning[]> };

const plainWords: [Meaning['is'] & ('net' | 'filler' | 'percent'), string][] = [
  [
    'filler',
    "gross|brutto|brut|bruts|brute|bruto|brutos|lordo|lordi|ral|ctc|before tax|税前|稅前|額面|税込|세전|de|di|d'|of|only|/=",
  ],
  ['net', 'net|nets|netto|netti|nett|neto|netos|líquido|líquidos|liquido|after tax|take home|in hand|手取り|税后|税後|세후'],
  [
    'percent',
    '%|percent|per cent|pct|prozent|pour cent|por ciento|por cento|per cento|procent|prosent|prosenttia|процентов|パーセント|퍼센트',
  ],
];

/** Scripts that set words side by side: a word there may be followed by a letter. */
const unspaced = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;
const edge = String.raw`(?![\p{L}\p{M}'])`;

/** The pattern of a word: dots and gaps within may be left out, a dot may follow. */
function patternOf(word: string): string {
  const letters = word.replace(/\.$/, '');
  const body = letters.replace(/[\\^$*+?.()|[\]{}/-]/g, (sign) => (sign === '.' ? '\\.? ?' : `\\${sign}`)).replace(/ /g, ' ?');
  if (!/[\p{L}\p{M}]$/u.test(letters)) return body;
  return unspaced.test(letters) ? body : `${body}${edge}\\.?`;
}

const anyOf = (words: Iterable<string>) =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');

function periodPattern(): string {
  const leads = periodLeads.map((lead) => patternOf(lead).replace(edge, '')).join('|');
  const groups = Object.entries(periodNouns).map(([period, nouns]) => {
    const alone = anyOf(nouns.filter(standsAlone));
    return `(?<${period}>(?:(?:${leads}) ?)(?:${anyOf(nouns)})${alone ? `|${alone}` : ''})`;
  });
  return groups.join('|');
}

function* wordsOf(field: FigureField): Generator<[string, Meaning]> {
  const { locale, currency, unit } = field;
  for (const [word, scales] of scalesOf(locale)) for (const scale of scales) yield [word, { is: 'scale', scale }];
  if (countsInLakhs(locale, currency)) yield ['l', { is: 'scale', scale: { power: 5, chained: false, leads: false } }];
  for (const sign of signWords) yield [sign, { is: 'sign', codes: signs.get(keyOf(sign)) ?? [] }];
  for (const sign of currency ? signsOf(locale, currency) : []) yield [sign, { is: 'sign', codes: [currency ?? ''] }];
  for (const { phrase, period } of periodPhrases()) yield [phrase, { is: 'period', period }];
  for (const [is, list] of plainWords) for (const word of list.split('|')) yield [word, { is }];
  if (unit) for (const word of [plainText(unit), plainText(unit).replace(/s$/, '')]) yield [word, { is: 'filler' }];
}

/** A letter that multiplies, grown together with what follows: `TEUR`, `mkr`, `LPA`. */
function joinedPattern({ locale, currency }: FigureField): string {
  const own = currency ? signsOf(locale, currency).filter((sign) => sign.length <= 4) : [];
  const money = own.length === 0 ? '' : `|[kmt](?=(?:${anyOf(own)}))`;
  return `(?<joined>l(?=p\\.? ?a\\b)${money})`;
}

const made = new Map<string, Lexicon>();

/** The words that may stand beside the digits of such a field, each with what it may be; made once for each kind of field. */
export function lexiconOf(field: FigureField): Lexicon {
  const key = [field.locale, field.currency, field.unit].join(' ');
  const found = made.get(key);
  if (found) return found;
  const meanings = new Map<string, Meaning[]>();
  const words: string[] = [];
  for (const [word, meaning] of wordsOf(field)) {
    if (word === '') continue;
    words.push(word);
    const known = meanings.get(keyOf(word)) ?? [];
    meanings.set(keyOf(word), meaning.is === 'sign' ? withSign(known, meaning.codes) : [...known, meaning]);
  }
  const pattern = new RegExp(`(?<word>${anyOf(words)})|${periodPattern()}|${joinedPattern(field)}`, 'iuy');
  const lexicon = { pattern, meanings };
  made.set(key, lexicon);
  return lexicon;
}

function withSign(known: readonly Meaning[], codes: readonly string[]): Meaning[] {
  const before = known.find((one) => one.is === 'sign');
  const all = before?.is === 'sign' ? [...new Set([...before.codes, ...codes])] : codes;
  return [...known.filter((one) => one !== before), { is: 'sign', codes: all }];
}
