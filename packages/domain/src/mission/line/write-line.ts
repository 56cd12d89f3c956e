import { writeFigure } from '../../figure/write-figure.ts';
import type { KeyResult } from '../mission.ts';
import { numbersAreWrong } from '../progress.ts';
import { writeDay } from './day.ts';
import { type LineAsked, type LineWords, readLine } from './read-line.ts';

const parts = ['metric', 'start', 'target', 'current', 'unit', 'due', 'firstNinetyDays'] as const;

const isSame = (one: LineWords, other: LineWords) => parts.every((part) => one[part] === other[part]);

/** A key result as one line in which `readLine` reads exactly the same; null when no line says it, and its fields do. */
export function writeLine(result: LineWords, asked: LineAsked): string | null {
  const { metric, start, target, current, unit, due, firstNinetyDays } = result;
  const figure = (value: string) => writeFigure(value, { kind: 'decimal', locale: asked.locale });
  const hasWay = start !== null || target !== null;
  const way = hasWay ? [start === null ? '' : figure(start), '→', target === null ? '' : figure(target), unit] : [];
  const [behind, ...more] = [
    due === null ? null : `by ${writeDay(due, asked.locale)}`,
    current === null ? null : `now ${figure(current)}`,
    firstNinetyDays ? 'first 90 days' : null,
  ].filter((one) => one !== null);
  const head = [metric, ...way, behind].filter(Boolean).join(' ');
  const line = [head, ...more].join(', ');
  const read = readLine(line, asked);
  return read.asks.length === 0 && read.wrong === null && isSame(read.words, result) ? line : null;
}

/** The key result with what a line says. The way follows from its numbers; without both it stays as it was. */
export function applyLine(result: KeyResult, words: LineWords): KeyResult {
  const next = { ...result, ...words };
  const turned = { ...next, direction: next.direction === 'rise' ? 'fall' : 'rise' } as const;
  return numbersAreWrong(next) !== null && numbersAreWrong(turned) === null ? turned : next;
}
