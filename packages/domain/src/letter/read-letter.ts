import { leaveIn, retirementIn } from './benefit-rules.ts';
import { grantsIn, vestingIn } from './equity-rules.ts';
import type { Finding, Letter } from './letter.ts';
import { isRow, passagesOf, sameDigits } from './passages.ts';
import { bonusIn, moneyIn, type Scene } from './pay-rules.ts';
import { monthsOf } from './rhythm.ts';
import { datesIn, wordsIn } from './role-rules.ts';
import { currencyOf, spotsOf, type Tongue } from './spots.ts';
import { headOf, rowIn, type TableHead } from './table-rules.ts';
import { localeOf } from './tongue.ts';
import { hitsOf } from './topics.ts';

/** More findings than this are no letter: the rest stays text. */
export const mostFindings = 120;

const codes = Intl.supportedValuesOf('currency').join('|');
const money = new RegExp(
  `(?:(?:US|AU|A|CA|C|S|NZ|HK|NT|MX|R)\\$|[$€£¥₹₩₪₺₽฿₫₱₦]|Rs\\.?(?=\\s?\\d)|(?<![A-Z])(?:${codes})(?![A-Z])|万?円|원|元|درهم|zł|Kč|CHF|Euro)`,
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

/**
 * Reads a letter by rules, in any order and in several languages: what it finds stands beside the passage in which it was
 * found, and what no rule knows stays text. Nothing is taken from it: a person accepts each finding (`takeFinding`). Pure;
 * `reader` is whose currency a bare `$` is, and by whose rules numbers are read where the letter's language is not known.
 */
export function readLetter(text: string, reader: Tongue): Letter {
  const passages = passagesOf(text);
  const currencies = currenciesOf(passages, reader);
  const currency = currencies[0] ?? reader.currency;
  const tongue = { currency, locale: localeOf(text, currency, reader.locale) };
  const months = passages.reduce<string | null>((so, passage) => so ?? monthsOf(passage)?.months ?? null, null) ?? '12';
  const findings: Finding[] = [];
  let head: TableHead | null = null;
  for (const [at, passage] of passages.entries()) {
    if (findings.length >= mostFindings) break;
    if (isRow(passage)) {
      head = headOf(passage, tongue) ?? head;
      findings.push(...rowIn(at, passage, head, tongue));
      continue;
    }
    head = null;
    findings.push(...sentenceIn(at, passage, tongue, months));
  }
  return { passages, findings: findings.slice(0, mostFindings), locale: tongue.locale, currencies };
}

function sentenceIn(passage: number, text: string, tongue: Tongue, months: string): Finding[] {
  const hits = hitsOf(text);
  const isFigured = hits.length > 0 && /\d/.test(sameDigits(text));
  const scene: Scene = { passage, text, hits, months, spots: isFigured ? spotsOf(text, tongue) : [] };
  const found = [
    ...moneyIn(scene),
    ...bonusIn(scene),
    ...grantsIn(scene),
    ...vestingIn(scene),
    ...leaveIn(scene),
    ...retirementIn(scene),
    ...datesIn(scene, tongue.locale),
    ...wordsIn(scene),
  ];
  return found.sort((a, b) => a.from - b.from);
}
