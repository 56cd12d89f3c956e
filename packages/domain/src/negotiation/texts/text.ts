import type { Ask } from '../asks/ask.ts';
import type { KeptMove } from '../ledger/move.ts';
import type { Plan } from '../negotiation.ts';
import type { OutcomeKind } from '../outcome/outcome.ts';
import type { Term } from '../terms/term.ts';

export const textKinds = ['recap', 'more-time', 'counter', 'acceptance', 'decline', 'thanks'] as const;
/** What somebody writes to the other side. */
export type TextKind = (typeof textKinds)[number];

export const tones = ['warm', 'plain'] as const;
export type Tone = (typeof tones)[number];

export const textLabels: Record<TextKind, string> = {
  recap: 'Recap after a call',
  'more-time': 'Ask for more time',
  counter: 'Counter',
  acceptance: 'Acceptance',
  decline: 'Decline',
  thanks: 'Thanks',
};

/** Where a field is filled in. */
export type FieldPlace = 'opportunity' | 'offer' | 'plan' | 'ledger' | 'terms' | 'me';

/** A field that a figure or a name of a text comes from. */
export type Field = { label: string; at: FieldPlace };

/** A stretch of a text: words of ours, or what stands in a field; `missing` is the name of a field that is empty, in brackets. */
export type Piece = { text: string; field: Field | null; missing?: true };

/** One line; an empty one parts paragraphs. */
export type Line = Piece[];

/** How amounts and days are written for the person. */
export type Writer = {
  money: (minor: number, currency: string) => string;
  percent: (percent: string) => string;
  number: (count: number) => string;
  /** Of a civil date. */
  day: (on: string) => string;
  /** Of a moment. */
  dayOf: (at: string) => string;
};

/** Everything that a text may be made of: the owner's own fields and nothing else. The walk-away is none of them. */
export type TextFacts = {
  me: string;
  theirName: string;
  company: string;
  role: string;
  plan: Pick<Plan, 'currency' | 'target'>;
  asks: readonly Ask[];
  /** In the order in which they were made. */
  moves: readonly KeptMove[];
  terms: readonly Term[];
  outcome: OutcomeKind | null;
  /** By when they want the answer, and the day to ask for instead. */
  deadline: string | null;
  laterDay: string | null;
  write: Writer;
  locale: string;
};

const words = (text: string): Piece => ({ text, field: null });

/** What stands in a field, or its name in brackets while it is empty. */
export function fromField(value: string | null, label: string, at: FieldPlace): Piece {
  const field = { label, at };
  return value === null || value.trim() === '' ? { text: `[${label}]`, field, missing: true } : { text: value.trim(), field };
}

/** A line of words and fields: say`You offered ${base}.` */
export function say(strings: TemplateStringsArray, ...pieces: (Piece | string)[]): Line {
  const between = (at: number): Piece[] => {
    const piece = pieces[at];
    if (piece === undefined) return [];
    return [typeof piece === 'string' ? words(piece) : piece];
  };
  return strings.flatMap((text, at) => [...(text === '' ? [] : [words(text)]), ...between(at)]);
}

/** Paragraphs with an empty line between them; those without a line are left out. */
export function paragraphs(...all: Line[][]): Line[] {
  return all.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : [[], ...lines]));
}

/** The text as it is copied. */
export function wordsOf(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** The fields that a text would need and that are empty, each once. */
export function listMissing(lines: readonly Line[]): Field[] {
  const missing = lines.flat().flatMap((piece) => (piece.missing && piece.field ? [piece.field] : []));
  return [...new Map(missing.map((field) => [field.label, field])).values()];
}
