import { type Figure, readFigure } from '../../figure/read-figure.ts';
import { writeFigure } from '../../figure/write-figure.ts';

/** A stretch of the line: what stands there, and where. */
export type Piece = { readonly text: string; readonly at: number };

/** One way to read a part of the line; `text` says only that when it stands in its place. */
export type PartReading = { readonly value: string; readonly text: string; readonly shown: string };

/** A number with its unit: all that it may be, the likeliest first, and where it stands. */
export type Measure = {
  readonly readings: readonly PartReading[];
  readonly from: number;
  readonly to: number;
  readonly unit: string;
};

const inner = "[\\p{Nd}\\p{Cf}.,'’٬٫·\\u00a0\\u202f]*\\p{Nd}";
const digits = `[\\p{Cf}]*[-+−–‒‐]?[\\p{Cf}]*(?:\\p{Nd}${inner}|\\p{Nd})`;
const glued = '[\\p{L}\\p{M}\\p{Sc}%‰°٪]*';
const leading = new RegExp(`^(\\s*)(\\p{Sc}?\\s?)(${digits})(${glued})`, 'u');
const trailing = new RegExp(`(?<=^|[\\s:(\\p{Sc}])(${digits})(${glued})(?:\\s+(\\P{Nd}{1,24}?))?\\s*$`, 'u');

const field = (locale: string) => ({ kind: 'decimal', locale }) as const;

function readingsOf(figure: Figure, locale: string): PartReading[] {
  const all = figure.is === 'value' ? [figure] : figure.is === 'ask' ? figure.readings : [];
  return all.map(({ value, shown }) => ({ value, text: writeFigure(value, field(locale)), shown }));
}

/** A short word behind a figure that may be its size or its unit: `12m`; `min` is a thousand in Baku. `k` and `M` are sizes everywhere. */
const mayBeUnit = (word: string) => /^(?:\p{L}{1,2}|min)$/iu.test(word) && !/^[kKMB]$/.test(word);

type Found = { readings: PartReading[]; unit: string; length: number };

/** What a number, what is glued to it and the words behind it say together. */
function sized(number: string, tail: string, words: string, locale: string): Found | null {
  const plain = readingsOf(readFigure(number, field(locale)), locale);
  if (tail === '') {
    const [word = ''] = words.split(/\s/, 1);
    const spaced = mayBeUnit(word) || word === '' ? [] : readingsOf(readFigure(`${number} ${word}`, field(locale)), locale);
    if (spaced.length > 0)
      return { readings: spaced, unit: words.slice(word.length).trim(), length: number.length + word.length + 1 };
    return plain.length > 0 ? { readings: plain, unit: words, length: number.length } : null;
  }
  const scaled = readingsOf(readFigure(`${number}${tail}`, field(locale)), locale);
  if (scaled.length === 0)
    return plain.length > 0 ? { readings: plain, unit: `${tail} ${words}`.trim(), length: number.length } : null;
  const asUnit = mayBeUnit(tail)
    ? plain.map(({ value, text, shown }) => ({ value, text: `${text} ${tail}`, shown: `${shown} ${tail}` }))
    : [];
  return { readings: [...scaled, ...asUnit], unit: words, length: number.length + tail.length };
}

/** The number that a piece begins with, `12 %`, `€40k`; what stands behind it is its unit. */
export function readMeasure({ text, at }: Piece, locale: string): Measure | null {
  const [whole, space = '', currency = '', number = '', tail = ''] = leading.exec(text) ?? [];
  if (whole === undefined) return null;
  const found = sized(number, tail, text.slice(whole.length).trim(), locale);
  if (!found) return null;
  const from = at + space.length + currency.length;
  const unit = [currency.trim(), found.unit].filter(Boolean).join(' ');
  return { readings: found.readings, from, to: from + found.length, unit };
}

export type Ended = Measure & { /** What stands before the number. */ head: string };

/** The number that a piece ends with, `Churn 31 %`: with the unit that the other number has, with a sign, or with none. */
export function readEnd({ text, at }: Piece, unit: string, locale: string): Ended | null {
  const found = trailing.exec(text);
  if (!found) return null;
  const [, number = '', tail = '', words = ''] = found;
  const isOwn = words === '' || words.toLowerCase() === unit.toLowerCase() || /^[%‰°٪\p{Sc}]$/u.test(words);
  const size = sized(number, tail, words, locale);
  if (!size || (!isOwn && size.unit !== '')) return null;
  const before = text.slice(0, found.index);
  const [currency = ''] = /\p{Sc}\s?$/u.exec(before) ?? [];
  const from = at + found.index;
  const grouped = groupedBySpaces(before, number, locale);
  // what is not the number is set apart from it, so that it is not asked again
  const own = grouped ? size.readings.map((one) => ({ ...one, text: `${grouped.lead}: ${one.text}` })) : size.readings;
  return {
    readings: grouped ? [...grouped.readings, ...own] : own,
    from: grouped ? at + grouped.at : from,
    to: from + size.length,
    unit: [currency.trim(), size.unit].filter(Boolean).join(' '),
    head: before.slice(0, before.length - currency.length),
  };
}

type Grouped = { readings: PartReading[]; at: number; lead: string };

/** `Visitors 1 250`: the figure before a space may be the thousands of the one behind it. */
function groupedBySpaces(before: string, number: string, locale: string): Grouped | null {
  const found = /(?<=^|\s)(\p{Nd}{1,3}(?: \p{Nd}{3})*) $/u.exec(before);
  const [, lead = ''] = found ?? [];
  if (!found || !/^\p{Nd}{3}(?!\p{Nd})/u.test(number)) return null;
  const readings = readingsOf(readFigure(`${lead} ${number}`, field(locale)), locale);
  return readings.length > 0 ? { readings, at: found.index, lead } : null;
}
