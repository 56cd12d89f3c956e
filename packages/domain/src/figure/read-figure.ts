import { type Exact, parseExact, placesOf, rank, toText } from './exact.ts';
import { type FigureField, finest, leastOf } from './field.ts';
import { meaningOf, type Said } from './meaning.ts';
import type { Period } from './period.ts';
import { plainText } from './plain-text.ts';
import { noFigure, type Refused, tooFine, tooLarge, tooSmall } from './refusal.ts';
import { showFigure } from './show-figure.ts';

export type Reading = {
  /** An exact decimal in whole units: `1250.5`; `fromUnits` makes smallest units of money. */
  readonly value: string;
  /** The same as the person reads it. */
  readonly shown: string;
};

/** What a text means in a field. It is never guessed: what may be two figures is asked. */
export type Figure =
  | { readonly is: 'empty' }
  | { readonly is: 'value'; readonly value: string; readonly shown: string; readonly period: Period | null }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'ask'; readonly readings: readonly Reading[]; readonly sentence: string; readonly period: Period | null }
  | Refused;

const longest = 120;

/**
 * Reads a figure as people and `Intl` write it, in any locale: `185k`, `1.850,50 €`, `12 LPA`, `₹12,00,000/-`, `900万円`,
 * `١٬٢٥٠`. Exact; `value` is a plain decimal in whole units. What may be two figures is `ask`, what is none is `refused`
 * with a sentence for beside the field and a closed code.
 */
export function readFigure(text: string, field: FigureField): Figure {
  const plain = plainText(text);
  if (plain === '') return { is: 'empty' };
  const word = field.words?.find((one) => one.toLowerCase() === plain.toLowerCase());
  if (word) return { is: 'word', word };
  if (plain.length > longest) return noFigure(field);
  const meaning = meaningOf(plain, field);
  if ('is' in meaning) return meaning;
  return decide(meaning, field);
}

/** Every value that a text may have, the likeliest first; none where it is no figure. */
export function valuesOf(text: string, field: FigureField): string[] {
  const figure = readFigure(text, field);
  if (figure.is === 'value') return [figure.value];
  return figure.is === 'ask' ? figure.readings.map(({ value }) => value) : [];
}

const longestWhole = 10n ** 30n;

/** Why the field does not take this reading; null when it does. */
function wrongWith(value: Exact, field: FigureField): Refused | null {
  const least = leastOf(field);
  if (placesOf(value) > finest(field)) return tooFine(field);
  if (least !== null && rank(value, parseExact(String(least))) < 0) return tooSmall(field);
  if (field.max !== undefined && rank(value, parseExact(String(field.max))) > 0) return tooLarge(field);
  const isCounted = field.kind === 'money' || field.kind === 'whole';
  const size = { digits: value.digits < 0n ? -value.digits : value.digits, places: value.places };
  const most = isCounted
    ? { digits: BigInt(Number.MAX_SAFE_INTEGER), places: finest(field) }
    : { digits: longestWhole, places: 0 };
  return rank(size, most) > 0 ? tooLarge(field) : null;
}

function decide({ readings, sure, period }: Said, field: FigureField): Figure {
  const tried = [...new Map(readings.map((value) => [toText(value), value])).values()].map((value) => ({
    value,
    wrong: wrongWith(value, field),
  }));
  const [first] = tried;
  const fitting = tried.filter(({ wrong }) => wrong === null);
  if (!first || fitting.length === 0) return first?.wrong ?? noFigure(field);
  // Where grouping is none, what is left when the fraction is too fine was not meant either.
  if (!sure && first.wrong?.why === 'too fine') return first.wrong;
  const figures = fitting.map(({ value }) => ({ value: toText(value), shown: showFigure(toText(value), field) }));
  const [only] = figures;
  const isSettled = figures.length === 1 && (sure || (tried.length > 1 && first.wrong === null));
  if (only && isSettled) return { is: 'value', ...only, period };
  return { is: 'ask', readings: figures, sentence: question(figures), period };
}

function question(figures: readonly Reading[]): string {
  if (figures.length === 1) return `Is this ${figures[0]?.shown}?`;
  return figures.length === 2 ? 'This can be read in two ways. Which is it?' : 'This can be read in several ways. Which is it?';
}
