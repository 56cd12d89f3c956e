import type { Grant } from '../compensation/components.ts';
import { isInPieces } from './base-rules.ts';
import { retirementIn } from './benefit-rules.ts';
import { bonusIn, shareIn } from './bonus-rules.ts';
import { datesIn } from './date-rules.ts';
import { datesOf } from './dates.ts';
import { grantsIn, kindOf, vestingIn } from './equity-rules.ts';
import { leaveIn } from './leave-rules.ts';
import type { Finding, Letter, Saying } from './letter.ts';
import { isRow, passagesOf, sameDigits } from './passages.ts';
import { moneyIn } from './pay-rules.ts';
import { monthsIn } from './rhythm.ts';
import { wordsIn } from './role-rules.ts';
import type { Scene } from './scene.ts';
import { currencyOf, dollars, spotsOf, type Tongue } from './spots.ts';
import { headOf, rowIn, type TableHead } from './table-rules.ts';
import { partsOf, type Target, targetIn } from './target-rules.ts';
import { localeOf } from './tongue.ts';
import { hitsOf } from './topics.ts';

/** More findings than this are no letter: the rest stays text. */
export const mostFindings = 120;

const codes = Intl.supportedValuesOf('currency').join('|');
const money = new RegExp(
  `(?:(?<![A-Z])(?:${codes})\\s?[$€£¥]|(?:US|AU|A|CA|C|S|NZ|HK|NT|MX|R)\\$|[$€£¥₹₩₪₺₽฿₫₱₦]|Rs\\.?(?=\\s?\\d)|(?<![A-Z])(?:${codes})(?![A-Z])|万?円|원|元|درهم|zł|Kč|CHF|[Ee]uro|(?<!\\p{L})R(?=\\s?\\d)|TL|(?<!\\p{L})lei(?!\\p{L})|руб|грн|(?<!\\p{L})kr(?!\\p{L}))`,
  'gu',
);

/** Every currency of a text, the one named first in its pay before the others. */
function currenciesOf(passages: readonly string[], reader: Tongue): string[] {
  const counted = new Map<string, number>();
  for (const passage of passages) {
    if (!/\d/.test(sameDigits(passage))) continue;
    const weight = /salar|pay\b|gehalt|lohn|年俸|月給|ctc|rate\b|שכר|راتب/i.test(passage) ? 100 : 1;
    for (const [sign] of passage.matchAll(money)) {
      const code = currencyOf(sign.replace('万', ''), reader);
      if (code) counted.set(code, (counted.get(code) ?? 0) + weight);
    }
  }
  return [...counted].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

/** Which dollar a bare `$` is in this letter: the one that it names anywhere, where that is one; else the reader's. */
function dollarOf(text: string, reader: Tongue): Tongue {
  const named = [...text.slice(0, 20_000).matchAll(money)].flatMap(([sign]) =>
    sign === '$' ? [] : (currencyOf(sign, reader) ?? []),
  );
  const [dollar, another] = new Set(named.filter((code) => dollars.includes(code)));
  return dollar && !another ? { ...reader, currency: dollar } : reader;
}

/** Who reads: whose currency a bare `$` is, by whose rules numbers are read where the language is not known, and on which day. */
export type Reader = Tongue & { today?: string };

/**
 * Reads a letter by rules, in any order and in several languages: what it finds stands beside the passage in which it was
 * found, and what no rule knows stays text. Nothing is taken from it: a person accepts each finding (`takeFinding`). Pure.
 * A date without a year is the one nearest to a whole date of the letter, or else to `today`.
 */
export function readLetter(text: string, reader: Reader): Letter {
  const passages = passagesOf(text);
  const currencies = currenciesOf(passages, dollarOf(text, reader));
  const currency = currencies[0] ?? reader.currency;
  const tongue = { currency, locale: localeOf(text, currency, reader.locale) };
  const whole = {
    tongue,
    months: monthsIn(passages),
    kind: kindOf(text),
    inPieces: isInPieces(text.slice(0, 20_000)),
    reference: referenceOf(text, tongue.locale) ?? reader.today ?? null,
  };
  const findings: Finding[] = [];
  let target: Target | null = null;
  let head: TableHead | null = null;
  for (const [at, passage] of passages.entries()) {
    if (findings.length >= mostFindings) break;
    if (isRow(passage)) {
      head = headOf(passage, tongue) ?? head;
      findings.push(...rowIn(at, passage, head, tongue));
      continue;
    }
    head = null;
    const said = sentenceIn(at, passage, whole);
    target ??= said.target;
    findings.push(...said.found);
  }
  const parts = target ? partsOf(target, findings) : [];
  const all = [...findings, ...parts].sort((a, b) => a.passage - b.passage || a.from - b.from);
  return { passages, findings: all.slice(0, mostFindings), locale: tongue.locale, currencies };
}

/** A date of the letter that is one day only: it says in which year the others are. */
function referenceOf(text: string, locale: string): string | null {
  const dates = datesOf(sameDigits(text.slice(0, 20_000)), locale);
  return dates.find(({ days }) => days.length === 1)?.days[0] ?? null;
}

/** The parts of which a figure above is made are in that figure already. */
const isBreakdown = (text: string, { of }: Saying): boolean => of === 'base' && /内訳/.test(text);

/** What is paid to who is let go, or when the company is sold, is no pay. */
const onLeaving =
  /severance|laid off|redundan\w+|employment ends|terminated without|termination without|good reason|change (?:in|of) control|abfindung|indemnité de (?:licenciement|rupture)|ontslagvergoeding|transitievergoeding|indemnización por/i;
const pay: ReadonlySet<Saying['of']> = new Set(['base', 'bonus', 'bonusAmount', 'guaranteed', 'oneOff', 'cap', 'benefit']);

/** What a passage takes from the letter around it. */
type Whole = Pick<Scene, 'months' | 'inPieces'> & { tongue: Tongue; kind: Grant['kind'] | null; reference: string | null };

function sentenceIn(passage: number, text: string, { tongue, months, inPieces, kind, reference }: Whole) {
  const all = hitsOf(text);
  // "do 10 %", "até 2 salários": by when and up to what are one word, and figures belong to others
  const hits = all.filter(({ topic }) => topic !== 'deadline');
  const isFigured = hits.length > 0 && /\d/.test(sameDigits(text));
  const spots = isFigured ? spotsOf(text, tongue) : [];
  const scene: Scene = { passage, text, hits, months, inPieces, spots, kind: kindOf(text) ?? kind ?? 'rsu' };
  const target = targetIn(scene);
  const found = [
    ...moneyIn(scene).filter(({ saying }) => !isBreakdown(text, saying)),
    ...bonusIn(scene).filter(({ from }) => !isOfTarget(target, from)),
    ...shareIn(scene),
    ...grantsIn(scene),
    ...vestingIn(scene),
    ...leaveIn(scene),
    ...retirementIn(scene),
    ...datesIn({ ...scene, hits: all }, tongue, reference),
    ...wordsIn(scene),
  ];
  const kept = onLeaving.test(text) ? found.filter(({ saying }) => !pay.has(saying.of)) : found;
  return { found: kept.sort((a, b) => a.from - b.from), target };
}

/** A share of pay at target is no share of base. */
const isOfTarget = (target: Target | null, at: number): boolean =>
  target?.split != null && at >= target.split.from && at < target.split.to;
