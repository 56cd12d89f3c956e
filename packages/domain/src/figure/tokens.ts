import type { FigureField } from './field.ts';
import { type Meaning, wordAt } from './lexicon.ts';

/** A piece of what was typed. */
export type Token =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'word'; readonly text: string; readonly meanings: readonly Meaning[] }
  | { readonly is: 'minus' | 'plus' | 'open' | 'close' | 'times' | 'unknown'; readonly text: string };

const number = /[.,٫]?\d+(?:[.,'_ ٬⹁٫·]\d+)*/y;
// What letters put where cents would be: 90.000,- and 55 000:- and 12,00,000/-; or a mark that nothing follows.
const tail = /[.,:/] ?-+|[.,](?!\d)/y;
const stranger = /\p{L}[\p{L}\p{M}]*\p{Sc}?|./uy;

const symbols = new Map<string, 'minus' | 'plus' | 'open' | 'close' | 'times'>([
  ['-', 'minus'],
  ['+', 'plus'],
  ['(', 'open'],
  [')', 'close'],
  ['×', 'times'],
  ['*', 'times'],
]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number, field: FigureField): Token {
  const digits = matchAt(number, text, at);
  if (digits) return { is: 'number', text: digits[0] };
  const character = text[at] ?? '';
  const symbol = symbols.get(character);
  const word = symbol && symbol !== 'plus' ? null : wordAt(text, at, field);
  if (symbol && !word) return { is: symbol, text: character };
  return word ? { is: 'word', ...word } : { is: 'unknown', text: matchAt(stranger, text, at)?.[0] ?? character };
}

/** What was typed, piece by piece, fillers left out; `text` is plain text. */
export function tokensOf(text: string, field: FigureField): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = text[at] === ' ' ? ' ' : tokens.at(-1)?.is === 'number' ? matchAt(tail, text, at)?.[0] : undefined;
    if (skipped) {
      at += skipped.length;
      continue;
    }
    const token = tokenAt(text, at, field);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}
