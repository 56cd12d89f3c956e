import type { Rhythm, Saying } from './letter.ts';
import { rhythmOf } from './rhythm.ts';
import type { Says, Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import type { Hit } from './topics.ts';

/** Words by which pay is told by the month where no period is named. */
const monthlyWords = /基本給|기본급|底薪|월급/;
/** Paid every two weeks, twice a month: no field keeps that. */
const oddly = /^[^.,;]{0,12}\b(?:bi-?weekly|every two weeks|fortnight\w*|semi-?monthly|quincenal\w*)/i;
const oddlyBefore = /\b(?:bi-?weekly|fortnightly|semi-?monthly)\b[^.,;\d]{0,30}$/i;
/** What pay rises to, and one of several payments: neither is the base. */
const risesTo =
  /(?<!\p{L})(?:increase\p{L}*|rais(?:ed|ing)|review\p{L}*|rise\p{L}*|go up|erhöht|steigt|aumenta\p{L}*|passera|wzroś\p{L}*|stijgt)\b[^.;]{0,60}$/iu;
export const inParts =
  /(?<!\p{L})(?:zu je|je|instal{1,2}ments of|payments of|mensualités de|parcelas de|cuotas de|termijnen van)\s*$/iu;

/** Pay of before, of others, or on a condition. */
const elsewhere =
  /(?<!\p{L})(?:(?:prior|previous|former|current|last) (?:base )?(?:salary|pay)|exceeds?|manages|revenue of|bisherig\p{L}*|précédent\p{L}*|anterior|前職)[^.;]{0,40}$/iu;

/** `5.000 € x 13,5`: what is paid so many times is a month's. */
const timesBehind = /^\s?(?:brutto |gross |brut )?[x×]\s?1[2-6](?!\d)/i;

/** By what pay is counted: what stands at the figure itself, else what the word of pay says of itself, `年収`, else what is said around. */
function rhythmOfBase(text: string, { from, to }: Spot, hit: Hit): Rhythm | null {
  if (timesBehind.test(text.slice(to))) return 'month';
  const said = rhythmOf(text, from, to);
  const ahead = text.slice(0, hit.to > from ? from : Math.max(hit.to, from));
  const word = text.slice(hit.from, hit.to);
  return /^[.,]?[-–—]{0,2}\s?[（(]/.test(text.slice(to))
    ? (rhythmOf(word, word.length, word.length) ?? rhythmOf(ahead, ahead.length, ahead.length) ?? said)
    : said;
}

/** A year's pay with its bonus is no base. */
const withBonus = /賞与(?:を)?(?:含|込)/;

/** The parts into which pay is broken up in India and the Gulf: each is some of it. */
const parts = '(?:basic|hra|house rent|special allowance|dearness)';
const breakUp = new RegExp(`^${parts}`, 'i');
const pieces = new RegExp(`(?<!\\p{L})${parts}(?!\\p{L})`, 'giu');

/** Whether a letter breaks pay up, wherever it says so: then none of the parts is all of it. */
export const isInPieces = (letter: string): boolean =>
  new Set([...letter.matchAll(pieces)].map(([word]) => word.toLowerCase())).size > 1;

/** Base by the period that the letter names; where it names none, a year's or a month's. */
export function saysBase({ text, months, inPieces }: Scene, spot: Spot, hit: Hit): Says {
  const [before, behind] = [text.slice(0, spot.from), text.slice(spot.to)];
  if (oddly.test(behind) || oddlyBefore.test(before) || elsewhere.test(before) || risesTo.test(before) || inParts.test(before))
    return () => null;
  const word = text.slice(hit.from, hit.to);
  if (/^年[収俸額]/.test(word) && withBonus.test(text)) return () => null;
  const per = rhythmOfBase(text, spot, hit);
  const made = (amount: string, by: Rhythm): Saying[] => {
    const all = by === 'month' ? months : months.slice(0, 1);
    return (all.length > 0 ? all : ['12']).map((paid) => ({ of: 'base', amount, per: by, months: paid, adds }));
  };
  const adds = inPieces && breakUp.test(word);
  const isMonthly = monthlyWords.test(word);
  // a figure that is two by itself is asked about once
  const open: readonly Rhythm[] = spot.values.length > 1 ? ['year'] : isMonthly ? ['month', 'year'] : ['year', 'month'];
  return (amount) => (per === null ? open : [per]).flatMap((by) => made(amount, by));
}
