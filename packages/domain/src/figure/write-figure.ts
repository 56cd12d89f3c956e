import { parseExact, toText } from './exact.ts';
import type { FigureField } from './field.ts';
import { readFigure } from './read-figure.ts';
import { moneyDigits, writeExact } from './show-figure.ts';

/** The ways to write a figure into its field, the best first: grouped, bare, with no more digits than it needs. */
function* ways(value: string, { kind, locale, currency }: FigureField): Generator<string> {
  const least = kind === 'money' && currency ? moneyDigits(value, currency) : 0;
  for (const minimumFractionDigits of [least, 0]) {
    for (const useGrouping of [true, false])
      yield writeExact(value, locale, { minimumFractionDigits, maximumFractionDigits: 12, useGrouping });
  }
  yield value;
}

/**
 * What a field shows for a value that it was given, an exact decimal in whole units, `185,000`: as the locale writes it, and
 * always so that the same field reads the same value from it.
 */
export function writeFigure(decimal: string, field: FigureField): string {
  const value = toText(parseExact(decimal));
  const open: FigureField = { ...field, min: Number.MIN_SAFE_INTEGER, max: undefined };
  for (const text of ways(value, field)) {
    const figure = readFigure(text, open);
    if (figure.is === 'value' && figure.value === value) return text;
  }
  return value;
}
