import { isOption } from '../compensation/conventions.ts';
import { multiply, parseExact, toText } from '../figure/exact.ts';
import { inParts, saysBase } from './base-rules.ts';
import { clawbackIn } from './clawback-rules.ts';
import type { Finding, Saying } from './letter.ts';
import { rhythmOf } from './rhythm.ts';
import { foundAt, inRange, type Says, type Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { type Hit, nearest } from './topics.ts';

/** Twelve months of an exact decimal. */
export const timesTwelve = (amount: string): string => timesOf(amount, 12n);

const timesOf = (amount: string, count: bigint): string => toText(multiply(parseExact(amount), { digits: count, places: 0 }));

const capital = (words: string) => words.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Words that letters put before `allowance`, and that say which. */
const ahead =
  /(?<![\p{L}-])(?:(?!(?:an?|the|your|monthly|annual|yearly|one-time|one-off|with|and|of|is|be)\b)[\p{L}-]+ ){1,2}$/iu;

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
/** What is given by the piece: an amount without a period is that of one. */
const vouchers = /^(?:titres?|tickets?|vale|vouchers?|buoni|maaltijd\p{L}*|essens\p{L}*)/iu;

/** What is said around a figure, up to the next word or mark that begins another part. */
function clauseOf(text: string, { from, to }: Spot): string {
  const parts = /[,;]\s|\band\b|\bund\b|\bet\b/;
  const said = text.slice(0, from).split(parts).at(-1) ?? '';
  return `${said}${text.slice(from, to)}${text.slice(to).split(parts, 1).join('')}`;
}

const timesAYear = { year: 1n, month: 12n, week: 52n, day: null, hour: null } as const;

/** What a benefit says: by the year, as the letter counts it; where it does not, a year's, a month's or once. */
function saysBenefit({ text }: Scene, spot: Spot, hit: Hit): Says {
  const name = nameOf(text, hit);
  const per = rhythmOf(text, spot.from, spot.to);
  if (
    /上限[:：]?\s?$/.test(text.slice(0, spot.from)) ||
    perPiece.test(text.slice(spot.to)) ||
    faceValue.test(text.slice(0, spot.from))
  )
    return () => null;
  if (onceWords.test(clauseOf(text, spot))) return (amount) => ({ of: 'oneOff', name, amount });
  if (per === null && vouchers.test(name)) return () => null;
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

const guaranteedBefore =
  /(?:guarantee\p{L}*|garanti\p{L}*|garantiz\p{L}*|gwarant\p{L}*|(?:no|not(?: be)?) less than|at least|minimum bonus)[^.;]{0,30}$/iu;

const inShares =
  /\d (?:rsus?|shares|restricted (?:stock|share) units?|(?:stock |share )?options)\b(?:[^.;]{0,3}\([^)]*|,? ?(?:currently )?worth (?:about |approximately )?)$/i;
/** What others get, or what it usually is, is granted to nobody. */
const usual = /\b(?:typically|usually|averag\w+)\b[^.;]{0,12}$/i;

/** `10,000 at $1.00` is a price of each, every other amount what the grant is worth. */
function saysEquity({ text, kind }: Scene, { from, to }: Spot, amount: string): Saying | null {
  // what so many shares are worth, or what of it vests in a year, is no second grant
  if (/^[^.;]{0,3}vest\w* (?:every|each|per|a) /i.test(text.slice(to)) || usual.test(text.slice(0, from))) return null;
  const isPrice = /(?:(?<!valued )\bat|@|\bprice of)\s?$/i.test(text.slice(0, from));
  if (!isPrice) return inShares.test(text.slice(0, from)) ? null : { of: 'grant', kind, by: 'value', amount };
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
    if (hit.topic === 'withheld') return { of: 'withheld', name: capital(text.slice(hit.from, hit.to)), yearly: amount };
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
  const told = hits.findLast((hit) => hit.topic === wanted && hit.to <= from);
  // "a relocation of 5,000 and a car allowance of 600": two things
  const isApart = told && near.to <= from && /\d[^.]*(?:\band\b|[,;]\s)/.test(text.slice(told.to, near.from));
  return told && !isApart ? told : near;
}

const net = /^\s?(?:netto|net\b|nets\b|netti|neto|na rękę|líquid\p{L}+|after tax|in hand|手取り)(?!\s?(?:\+|plus|zzgl))/iu;

/** An amount after tax is none that can be counted with: it stays text. Of a contractor `netto + VAT` is all of it. */
const netBefore =
  /(?<!\p{L})(?:take[- ]?home|in[- ]hand|net(?:to|ta|t)?(?!\p{L})|netto(?:gehalt|lohn|verdienst)|líquid\p{L}+|手取り)(?: \p{L}+){0,4}[\s:]*$/iu;

const isAfterTax = (text: string, { from, to }: Spot): boolean =>
  net.test(text.slice(to)) || netBefore.test(text.slice(0, from).replace(/(?:[A-Z]{3}|[$€£₹]|Rs\.?)\s?$/, ''));

/** How far a word stands from a figure, in letters; a word before it is its own rather than one behind. */
const gapOf = (hit: Hit, { from, to }: Spot) => (hit.to <= from ? from - hit.to : hit.from - to + 20);

const ownsOne: ReadonlySet<Hit['topic']> = new Set(['base', 'benefit', 'retirement', 'withheld']);

type Placed = { hit: Hit; spot: Spot };

/**
 * What amounts say. A word of pay or of a benefit has one figure, the nearest that says something: the next is of words that
 * no rule knows ("vouchers of 45 a day"), or is the same pay once more ("60,000 a year, 5,000 a month").
 */
function saidOf(scene: Scene, placed: readonly Placed[]): Finding[] {
  const taken = new Set<Hit>();
  const byGap = placed.toSorted((a, b) => gapOf(a.hit, a.spot) - gapOf(b.hit, b.spot));
  return byGap.flatMap(({ hit, spot }) => {
    const isNet = isAfterTax(scene.text, spot);
    const found = isNet || taken.has(hit) ? [] : foundAt(scene, spot, saysMoney(scene, spot, hit));
    if ((isNet || found.length > 0) && ownsOne.has(hit.topic)) taken.add(hit);
    return found;
  });
}

/** One of several equal payments, and what stood in an offer before, are no instalment more. */
const noInstalment = new RegExp(`${inParts.source}|(?:replac\\p{L}+|instead of|previous\\p{L}*|prior|earlier)[^.;]{0,30}$`, 'iu');

/** Base, bonus, one-off money, benefits, and prices of shares: every amount by the word that it stands nearest to. */
export function moneyIn(scene: Scene): Finding[] {
  const placed = scene.spots
    .filter((spot) => spot.is === 'money' && !inRange(scene, spot))
    .flatMap((spot): Placed[] => {
      const hit = topicOf(scene, spot);
      return hit ? [{ hit, spot }] : [];
    });
  const signOn = placed
    .filter(
      ({ hit, spot }) =>
        hit.topic === 'signOn' && !isAfterTax(scene.text, spot) && !noInstalment.test(scene.text.slice(0, spot.from)),
    )
    .map(({ spot }) => spot);
  const found = saidOf(
    scene,
    placed.filter(({ hit }) => hit.topic !== 'signOn'),
  );
  return [...instalments(scene, signOn), ...found, ...clawbackIn(scene.passage, scene.text)];
}

/** Amounts of one sentence about the sign-on are its instalments, a year each. */
function instalments({ passage }: Scene, spots: readonly Spot[]): Finding[] {
  const [first, last] = [spots[0], spots.at(-1)];
  if (!first || !last) return [];
  const named = spots.map(({ values }) => values[0] ?? '0');
  // "75,000, of which 50,000 now and 25,000 in a year": the first is the sum of the others
  const isSum = named.length > 2 && Number(named[0]) === named.slice(1).reduce((sum, amount) => sum + Number(amount), 0);
  const paid = isSum ? named.slice(1) : named;
  const others: Saying[] = spots.length === 1 ? first.values.slice(1).map((value) => ({ of: 'signOn', paid: [value] })) : [];
  return [{ passage, from: first.from, to: last.to, currency: first.currency, saying: { of: 'signOn', paid }, others }];
}
