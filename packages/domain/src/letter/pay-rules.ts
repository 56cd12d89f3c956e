import type { Grant } from '../compensation/components.ts';
import { isOption } from '../compensation/conventions.ts';
import { parseExact, toText } from '../figure/exact.ts';
import { clawbackIn } from './clawback-rules.ts';
import type { Finding, Rhythm, Saying } from './letter.ts';
import { inRange } from './ranges.ts';
import { rhythmOf } from './rhythm.ts';
import type { Spot } from './spots.ts';
import { type Hit, nearest } from './topics.ts';

/** A passage with what was found in it, as the rules look at it. */
export type Scene = {
  passage: number;
  text: string;
  spots: readonly Spot[];
  hits: readonly Hit[];
  /** How many months are paid in a year, where the letter says it; several where that can be read in two ways. */
  months: readonly string[];
  /** Which kind of equity the passage speaks of, or else the letter. */
  kind: Grant['kind'];
};

/** What a figure of one value says; several where the words beside it can be read in two ways. */
export type Says = (value: string) => Saying | readonly Saying[] | null;

/** A finding of a figure: what it says by each value that it may have. */
export function foundAt(scene: Pick<Scene, 'passage'>, spot: Spot, says: Says): Finding[] {
  const [saying, ...others] = spot.values.flatMap((value) => says(value) ?? []);
  if (!saying) return [];
  const { from, to, currency } = spot;
  return [{ passage: scene.passage, from, to, currency, saying, others }];
}

/** Twelve months of an exact decimal. */
export const timesTwelve = (amount: string): string => timesOf(amount, 12n);

function timesOf(amount: string, count: bigint): string {
  const { digits, places } = parseExact(amount);
  return toText({ digits: digits * count, places });
}

const capital = (words: string) => words.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Words that letters put before `allowance`, and that say which. */
const ahead = /(?:(?!(?:an?|the|your|monthly|annual|yearly|one-time|one-off|with|and|of|is|be)\b)[\p{L}-]+ ){1,2}$/iu;

/** What a benefit is called: its word, with what stands before it where the word alone says nothing. */
function nameOf(text: string, { from, to }: Hit): string {
  const word = text.slice(from, to);
  const more = /^(?:allowance|stipend|ticket)$/i.test(word) ? (ahead.exec(text.slice(0, from))?.[0] ?? '') : '';
  return capital(more + word);
}

const onceWords = /\bone[- ](?:time|off)\b|\bonce\b|lump sum|einmalig|eenmalig|unique\b|em parcela única|jednorazow|一時金/i;
/** What an amount is of, where that is no period: a kilometre, a meal. Such an amount is none of a year. */
const perPiece =
  /^\s?(?:\/|per|je|pro|por|par|za)\s?(?:km|kilomet\p{L}+|mile|meal|repas|refeição|mahlzeit|child|kind|enfant|dependant)/iu;
const faceValue = /(?:valeur faciale|face value|nennwert)[^.;]{0,12}$/i;
/** Words by which pay is told by the month where no period is named. */
const monthlyWords = /基本給|기본급|底薪|월급/;

const timesAYear = { year: 1n, month: 12n, week: 52n, day: null, hour: null } as const;

/** What a benefit says: by the year, as the letter counts it; where it does not, a year's, a month's or once. */
function saysBenefit({ text }: Scene, spot: Spot, hit: Hit): Says {
  const name = nameOf(text, hit);
  const per = rhythmOf(text, spot.from, spot.to);
  if (perPiece.test(text.slice(spot.to)) || faceValue.test(text.slice(0, spot.from))) return () => null;
  if (onceWords.test(text)) return (amount) => ({ of: 'oneOff', name, amount });
  if (per === null)
    return (amount) => [
      { of: 'benefit', name, yearly: amount },
      { of: 'benefit', name, yearly: timesTwelve(amount) },
      { of: 'oneOff', name, amount },
    ];
  const count = timesAYear[per];
  if (count === null) return () => null;
  // Paid in cash every month, some letters count it into pay.
  const isCash = per === 'month' && cash.test(name);
  return (amount) => [
    { of: 'benefit', name, yearly: timesOf(amount, count) },
    ...(isCash ? [{ of: 'base', amount, per, months: '12', adds: true } as const] : []),
  ];
}

const cash = /^(?:housing|transport\p{L}*|conveyance|special|cost of living) allowance/iu;

/** Paid every two weeks, twice a month: no field keeps that. */
const oddly = /^[^.,;]{0,12}\b(?:bi-?weekly|every two weeks|fortnight\w*|semi-?monthly|quincenal\w*)/i;
/** What pay rises to, and one of several payments: neither is the base. */
const risesTo =
  /(?<!\p{L})(?:increase\p{L}*|rise\p{L}*|go up|erhöht|steigt|aumenta\p{L}*|passera|wzroś\p{L}*|stijgt)\b[^.;]{0,60}$/iu;
const inParts = /(?<!\p{L})(?:zu je|je|instal{1,2}ments of|payments of|mensualités de|parcelas de|cuotas de|termijnen van)\s*$/iu;

/** Pay of before, of others, or on a condition. */
const elsewhere =
  /(?<!\p{L})(?:(?:prior|previous|former|current|last) (?:base )?(?:salary|pay)|exceeds?|manages|revenue of|bisherig\p{L}*|précédent\p{L}*|anterior|前職)[^.;]{0,40}$/iu;

/** Base by the period that the letter names; where it names none, a year's or a month's. */
function saysBase({ text, months }: Scene, spot: Spot, hit: Hit): Says {
  const [before, behind] = [text.slice(0, spot.from), text.slice(spot.to)];
  if (oddly.test(behind) || elsewhere.test(before) || risesTo.test(before) || inParts.test(before)) return () => null;
  const per = rhythmOf(text, spot.from, spot.to);
  const made = (amount: string, by: Rhythm): Saying[] => {
    const all = by === 'month' ? months : months.slice(0, 1);
    return (all.length > 0 ? all : ['12']).map((paid) => ({ of: 'base', amount, per: by, months: paid, adds: false }));
  };
  const isMonthly = monthlyWords.test(text.slice(hit.from, hit.to));
  // a figure that is two by itself is asked about once
  const open: readonly Rhythm[] = spot.values.length > 1 ? ['year'] : isMonthly ? ['month', 'year'] : ['year', 'month'];
  return (amount) => (per === null ? open : [per]).flatMap((by) => made(amount, by));
}

const guaranteedBefore = /(?:guarantee\p{L}*|garanti\p{L}*|garantiz\p{L}*|gwarant\p{L}*)[^.;]{0,30}$/iu;

/** `10,000 at $1.00` is a price of each, every other amount what the grant is worth. */
function saysEquity({ text, kind }: Scene, { from }: Spot, amount: string): Saying {
  if (!/(?:\bat|@)\s?$/i.test(text.slice(0, from))) return { of: 'grant', kind, by: 'value', amount };
  return { of: isOption(kind) ? 'strike' : 'price', amount };
}

/** What an amount of money says, by what it stands nearest to. */
function saysMoney(scene: Scene, spot: Spot, hit: Hit): Says {
  const { text } = scene;
  const isGuaranteed = guaranteedBefore.test(text.slice(0, spot.from));
  if (isGuaranteed && (hit.topic === 'base' || hit.topic === 'bonus')) return (amount) => ({ of: 'guaranteed', amount });
  if (hit.topic === 'base') return saysBase(scene, spot, hit);
  if (hit.topic === 'benefit') return saysBenefit(scene, spot, hit);
  const per = rhythmOf(text, spot.from, spot.to);
  return (amount) => {
    if (hit.topic === 'bonus') return { of: 'bonusAmount', amount, per: per ?? 'year' };
    if (hit.topic === 'oneOff') return { of: 'oneOff', name: capital(text.slice(hit.from, hit.to)), amount };
    if (hit.topic === 'equity') return saysEquity(scene, spot, amount);
    if (hit.topic === 'strike' || hit.topic === 'price' || hit.topic === 'preferred') return { of: hit.topic, amount };
    if (
      hit.topic !== 'retirement' ||
      per === null ||
      /\b(?:limit|ceiling|maximum|capped)\b/i.test(text) ||
      scene.spots.some(({ is }) => is === 'percent')
    )
      return null;
    const count = timesAYear[per];
    return count === null ? null : { of: 'pensionAmount', yearly: timesOf(amount, count) };
  };
}

/** The word that an amount belongs to: once told of as a move or as a strike, `allowance` and `per share` add nothing. */
function topicOf({ text, hits }: Scene, { from, to }: Spot): Hit | null {
  const near = nearest(text, hits, from, to);
  const stronger = { benefit: 'oneOff', price: 'strike' } as const;
  if (near?.topic !== 'benefit' && near?.topic !== 'price') return near;
  if (near.topic === 'price' && (near.from < from || hits.some((hit) => hit.topic === 'price' && hit !== near))) return near;
  const wanted = stronger[near.topic];
  return hits.findLast((hit) => hit.topic === wanted && hit.to <= from) ?? near;
}

const kinds: [RegExp, Grant['kind']][] = [
  [/\bisos?\b|incentive stock/i, 'iso'],
  [/bspce|\bbons? de souscription/i, 'bspce'],
  [/\bemi\b/i, 'emi'],
  [/vsop|virtuelle|virtual/i, 'vsop'],
  [/phantom/i, 'phantom'],
  [/\bsars?\b|appreciation right/i, 'sar'],
  [/\bnsos?\b|options?\b|aktienoption|opções|opciones|opcj|ストックオプション|期权/i, 'nso'],
];

/** Which kind of equity a text speaks of; null where it names none but shares. */
export const kindOf = (text: string): Grant['kind'] | null => kinds.find(([words]) => words.test(text))?.[1] ?? null;

const net = /^\s?(?:netto|net\b|nets\b|netti|neto|na rękę|líquid\p{L}+|after tax|in hand|手取り)(?!\s?(?:\+|plus|zzgl))/iu;

/** An amount after tax is none that can be counted with: it stays text. Of a contractor `netto + VAT` is all of it. */
const isAfterTax = (text: string, { to }: Spot): boolean => net.test(text.slice(to)) || /^手取り/.test(text);

/** Base, bonus, one-off money, benefits, and prices of shares: every amount by the word that it stands nearest to. */
export function moneyIn(scene: Scene): Finding[] {
  const signOn: Spot[] = [];
  const found = scene.spots
    .filter(({ is }) => is === 'money')
    .flatMap((spot) => {
      const hit = isAfterTax(scene.text, spot) || inRange(scene, spot) ? null : topicOf(scene, spot);
      if (hit?.topic === 'signOn' && !inParts.test(scene.text.slice(0, spot.from))) signOn.push(spot);
      return hit === null || hit.topic === 'signOn' ? [] : foundAt(scene, spot, saysMoney(scene, spot, hit));
    });
  return [...instalments(scene, signOn), ...found, ...clawbackIn(scene.passage, scene.text)];
}

/** Amounts of one sentence about the sign-on are its instalments, a year each. */
function instalments({ passage }: Scene, spots: readonly Spot[]): Finding[] {
  const [first, last] = [spots[0], spots.at(-1)];
  if (!first || !last) return [];
  const paid = spots.map(({ values }) => values[0] ?? '0');
  const others: Saying[] = spots.length === 1 ? first.values.slice(1).map((value) => ({ of: 'signOn', paid: [value] })) : [];
  return [{ passage, from: first.from, to: last.to, currency: first.currency, saying: { of: 'signOn', paid }, others }];
}
