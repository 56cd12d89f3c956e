import type { KeyResult } from '../mission.ts';
import { readDay, writeDay } from './day.ts';
import { type Measure, type PartReading, type Piece, readEnd, readMeasure } from './measure.ts';

/** What a line says of a key result. */
export type LineWords = Pick<KeyResult, 'metric' | 'start' | 'target' | 'current' | 'unit' | 'due' | 'firstNinetyDays'>;
export type LinePart = 'start' | 'target' | 'current' | 'due';

/** A part that can be read in several ways: put the text of one of them in its place to choose it. */
export type LineAsk = {
  readonly part: LinePart;
  readonly from: number;
  readonly to: number;
  readonly readings: readonly PartReading[];
};

export type ReadLine = {
  readonly words: LineWords;
  readonly asks: readonly LineAsk[];
  /** What cannot be understood, in a sentence. */
  readonly wrong: string | null;
};

export type LineAsked = { locale: string; today: string };

const day = 'by|until|till|before|due|bis|avant|para|antes de|entro|voor|vóór|senest|innan|до';
const now = 'now|currently|jetzt|derzeit|aktuell|actuellement|ahora|nu';
const ninety = '(?:with)?in (?:the )?first 90 days|first 90 days';
const clause = new RegExp(`[\\s,;(]+(?=(?:${day}|${now}|${ninety})(?![\\p{L}\\p{M}]))`, 'giu');
const opens = {
  due: new RegExp(`^(?:${day})\\s+`, 'iu'),
  current: new RegExp(`^(?:${now})\\s+`, 'iu'),
  ninety: new RegExp(`^(?:${ninety})[\\s).,;]*$`, 'iu'),
};
const arrows = /\s*(?:→|⟶|➔|➜|⇒|-{1,2}>|=>|[–—]>)\s*/gu;
const turned = /\s*(?:→|←|⟶|⇒|-{1,2}>|=>|[–—]>)\s*/gu;
const spoken =
  /(?<=\s|^)(?:from|von|de|da|van|från)\s+(\S*\p{Nd}\S*(?:\s\S{1,12})?)(\s+(?:to|auf|à|a|naar|till)\s+)(?=\S?\s?[-+−]?\p{Nd})/iu;

/** A piece cut at its clauses, in their order. */
function cut({ text, at }: Piece): [Piece, ...Piece[]] {
  const found = [...text.matchAll(clause)];
  const first = { text: text.slice(0, found[0]?.index ?? text.length), at };
  const others = found.map((one, index) => {
    const from = one.index + one[0].length;
    return { text: text.slice(from, found[index + 1]?.index ?? text.length), at: at + from };
  });
  return [first, ...others];
}

type Tail = Pick<LineWords, 'current' | 'due' | 'firstNinetyDays'> & { asks: LineAsk[]; wrong: string | null; strange: boolean };

const trimEnd = (text: string) => text.replace(/[\s),.;]+$/u, '');

function dayRead(piece: Piece, { locale, today }: LineAsked): { value: string | null; asks: LineAsk[] } {
  const said = trimEnd(piece.text);
  const days = readDay(said, { locale, today });
  const [value = null, other] = days;
  if (other === undefined) return { value, asks: [] };
  const readings = days.map((one) => ({ value: one, text: one, shown: writeDay(one, locale) }));
  return { value, asks: [{ part: 'due', from: piece.at, to: piece.at + said.length, readings }] };
}

const askOf = (part: LinePart, { readings, from, to }: Measure): LineAsk[] =>
  readings.length > 1 ? [{ part, from, to, readings }] : [];

const firstOf = (measure: Measure | null) => measure?.readings[0]?.value ?? null;

/** The clauses behind the numbers: by when, where it stands now, within the first 90 days. */
function readTail(pieces: readonly Piece[], asked: LineAsked): Tail {
  const tail: Tail = { current: null, due: null, firstNinetyDays: false, asks: [], wrong: null, strange: false };
  for (const piece of pieces) {
    const lead = (shape: RegExp) => shape.exec(piece.text)?.[0].length ?? 0;
    const rest = (length: number) => ({ text: piece.text.slice(length), at: piece.at + length });
    if (opens.ninety.test(piece.text)) tail.firstNinetyDays = true;
    else if (lead(opens.due) > 0) {
      const said = rest(lead(opens.due));
      const { value, asks } = dayRead(said, asked);
      tail.due = value;
      tail.asks.push(...asks);
      if (value === null) tail.wrong = `“${trimEnd(said.text)}” is no day. Write it as 23 Aug or 2027-08-23.`;
    } else {
      const number = lead(opens.current) > 0 ? readMeasure(rest(lead(opens.current)), asked.locale) : null;
      tail.current = firstOf(number);
      if (number) tail.asks.push(...askOf('current', number));
      else tail.wrong = `“${trimEnd(piece.text)}” says no number.`;
    }
  }
  tail.strange = tail.wrong !== null;
  return tail;
}

const plainMetric = (text: string) => text.replace(/[\s:;,(–-]+$/u, '').trim();

type Sides = { left: Piece; right: Piece };

/** Where the line goes from one number to another: by the last arrow that a number stands beside, or by its words. */
function splitLine(text: string): Sides | null {
  const isTurned = /^\P{L}*[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text);
  const found = [...text.matchAll(isTurned ? turned : arrows)].findLast(({ index, 0: arrow }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + arrow.length)];
    return /^\s*\p{Sc}?\s?[\p{Cf}]*[-+−]?[\p{Cf}]*\p{Nd}/u.test(after) || /\p{Nd}\S*(?:\s\P{Nd}{1,24})?$/u.test(before);
  });
  if (found) {
    const end = found.index + found[0].length;
    return { left: { text: text.slice(0, found.index), at: 0 }, right: { text: text.slice(end), at: end } };
  }
  const said = spoken.exec(text);
  if (!said) return null;
  const [whole, , word = ''] = said;
  const end = said.index + whole.length;
  const begin = end - word.length;
  // "from" stays out of the metric
  const left = text.slice(0, begin);
  return {
    left: { text: `${left.slice(0, said.index)}${blank(left.slice(said.index))}`, at: 0 },
    right: { text: text.slice(end), at: end },
  };
}

const blank = (text: string) => text.replace(/^\p{L}+/u, (word) => ' '.repeat(word.length));

/** A day that stands behind a comma, without a word that leads to it. */
function looseDay(first: Piece, asked: LineAsked): { first: Piece; pieces: Piece[] } {
  const at = first.text.search(/[,;]\s/u);
  const said = first.text.slice(at + 1).trim();
  if (at === -1 || !/\p{Nd}/u.test(said) || readDay(said, asked).length === 0) return { first, pieces: [] };
  const begin = first.text.indexOf(said, at);
  return { first: { ...first, text: first.text.slice(0, at) }, pieces: [{ text: `by ${said}`, at: first.at + begin - 3 }] };
}

/**
 * Reads a key result as it is typed in one line: `Minutes to deploy 31 → 12 min by 23 Aug`. What is not said is null; what
 * may be read in two ways is asked; what leads to no day or number is wrong, in a sentence. Nothing is guessed away: a line
 * without numbers is a metric.
 */
export function readLine(text: string, asked: LineAsked): ReadLine {
  const sides = splitLine(text);
  if (!sides) return readWords(text, asked);
  const [whole, ...clauses] = cut(sides.right);
  const { first, pieces } = looseDay(whole, asked);
  const { asks, wrong, strange: _, ...tail } = readTail([...pieces, ...clauses], asked);
  const target = readMeasure(first, asked.locale);
  const start = readEnd(sides.left, target?.unit ?? '', asked.locale);
  const said = target ? '' : first.text.trim();
  const unit = target?.unit || start?.unit || '';
  return {
    words: {
      metric: plainMetric(start?.head ?? sides.left.text),
      start: firstOf(start),
      target: firstOf(target),
      unit: trimEnd(unit),
      ...tail,
    },
    asks: [...(start ? askOf('start', start) : []), ...(target ? askOf('target', target) : []), ...asks],
    wrong: wrong ?? (said === '' ? null : `“${said}” is no number to get to.`),
  };
}

/** A line without an arrow: all of it is the metric, but for the clauses at its end that are understood. */
function readWords(text: string, asked: LineAsked): ReadLine {
  const [first, ...pieces] = cut({ text, at: 0 });
  const { asks, wrong: _, strange, ...tail } = readTail(pieces, asked);
  const nothing = { current: null, due: null, firstNinetyDays: false };
  const metric = plainMetric(strange ? text : first.text);
  return {
    words: { metric, start: null, target: null, unit: '', ...(strange ? nothing : tail) },
    asks: strange ? [] : asks,
    wrong: null,
  };
}
