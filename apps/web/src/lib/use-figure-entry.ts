import type { FigureField } from '@parley/domain/figure/field';
import type { Period } from '@parley/domain/figure/period';
import { type Figure, readFigure } from '@parley/domain/figure/read-figure';
import { writeFigure } from '@parley/domain/figure/write-figure';
import { useEffect, useMemo, useState } from 'react';
import { usePerson } from './person.ts';

export type FigureSpec<Value> = {
  field: Omit<FigureField, 'locale'>;
  value: Value;
  /** `period` is what the text names beside its figure, `p.a.`; null for none. */
  onChange: (value: Value, period: Period | null) => void;
  /** What the form keeps for an exact decimal; undefined for a text that is no figure (yet). */
  keep: (decimal: string | undefined, text: string) => Value;
  /** Nothing typed. */
  empty: Value;
  /** The exact decimal of a value that was set from outside; null for none, and for what could not be read. */
  decimalOf: (value: Value) => string | null;
  /** What had been typed when it could not be read, where the value keeps it. */
  typedIn?: (value: Value) => string | null;
};

export type FigureEntry = { text: string; figure: Figure; type: (text: string) => void; choose: (decimal: string) => void };

/** What is typed stays as typed, whatever it means; a value set from outside replaces it unless it means the same. */
export function useFigureEntry<Value>({
  field,
  value,
  onChange,
  keep,
  empty,
  decimalOf,
  typedIn,
}: FigureSpec<Value>): FigureEntry {
  const { locale } = usePerson();
  const { kind, currency, min, max, decimals, per, periods, unit, words } = field;
  const spec = useMemo<FigureField>(
    () => ({ kind, locale, currency, min, max, decimals, per, periods, unit, words }),
    [kind, locale, currency, min, max, decimals, per, periods, unit, words],
  );
  const [typed, setTyped] = useState<{ text: string; value: Value } | null>(null);
  const meant = (figure: Figure, text: string): Value => {
    if (figure.is === 'empty') return empty;
    if (figure.is === 'word') return keep(figure.word, text);
    return keep(figure.is === 'value' ? figure.value : undefined, text);
  };
  const isOwn =
    typed !== null && (Object.is(typed.value, value) || Object.is(meant(readFigure(typed.text, spec), typed.text), value));
  const decimal = decimalOf(value);
  const text = isOwn ? typed.text : (typedIn?.(value) ?? (decimal === null ? '' : writeFigure(decimal, spec)));
  const figure = useMemo(() => readFigure(text, spec), [text, spec]);
  const type = (next: string) => {
    const read = readFigure(next, spec);
    const now = meant(read, next);
    setTyped({ text: next, value: now });
    onChange(now, read.is === 'value' ? read.period : null);
  };
  // Another currency makes another amount of the same text: `1.5` is none in yen, and one again in dollars.
  const isOpen = isOwn && figure.is === 'value' && !Object.is(meant(figure, text), value);
  useEffect(() => {
    if (isOpen) type(text);
  });
  return { text, figure, type, choose: (chosen) => type(writeFigure(chosen, spec)) };
}
