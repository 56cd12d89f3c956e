import { amountsOf, type Piece } from './amount.ts';
import type { Exact } from './exact.ts';
import type { FigureField } from './field.ts';
import type { Meaning } from './lexicon.ts';
import { hasThousandths, waysOf } from './marks.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import type { Period } from './period.ts';
import {
  afterTax,
  anotherCurrency,
  anotherPeriod,
  lengthOfTime,
  noFigure,
  percentage,
  product,
  type Refused,
  strangePeriod,
  twoFigures,
  twoPeriods,
  unknownWord,
  writtenByMachine,
} from './refusal.ts';
import { currencyNamed, meantBy } from './sign.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The figures that a text may be; `sure` is false where one of them rests on a grouping that is none. */
export type Said = { readonly readings: readonly Exact[]; readonly sure: boolean; readonly period: Period | null };

type Word = Extract<Token, { is: 'word' }>;

/** What a text, already plain, says in the field: its figures, or why it is none. */
export function meaningOf(text: string, field: FigureField): Said | Refused {
  if (/^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text)) return writtenByMachine(field);
  const money = waysOf(field.locale, field.currency).some(({ decimal }) => decimal === '$');
  // Cape Verde sets its escudo between the units and the cents.
  const tokens = tokensOf(money ? text.replace(/(?<=\d)\$(?=\d)/g, '٫') : text, field);
  return wrongOrder(tokens, field) ?? wrongWord(tokens, field) ?? figuresIn(tokens, field);
}

/** Why the pieces are more than one figure, or none. */
function wrongOrder(tokens: readonly Token[], field: FigureField): Refused | null {
  const first = tokens.findIndex(({ is }) => is === 'number');
  const isSpelled = tokens.some(
    (token) => token.is === 'word' && token.meanings.some((one) => one.is === 'scale' && one.scale.chained),
  );
  if (first < 0) return isSpelled ? null : noFigure(field);
  const within = tokens.slice(
    first + 1,
    tokens.findLastIndex(({ is }) => is === 'number'),
  );
  if (within.some(({ is, text }) => is === 'times' || /^x$/i.test(text))) return product();
  if (within.some(isApart)) return twoFigures();
  const after = tokens.slice(first).find(({ is }) => is === 'plus' || is === 'times');
  return after ? unknownWord(after.text, field) : null;
}

const isWordOf = (token: Token, ...kinds: Meaning['is'][]) =>
  token.is === 'word' && token.meanings.some(({ is }) => kinds.includes(is));

/** What no figure has between its digits: only words that multiply hold `1 Cr 20 lakh` together; `24 LPA (20 base)` is two. */
const isApart = (token: Token) => token.is !== 'number' && token.is !== 'plus' && !isWordOf(token, 'scale');

/** Whether a number and a noun of time stand there and nothing that makes them pay: `2 years`, but `月 30000` is. */
function isLengthOfTime(tokens: readonly Token[], { kind }: FigureField): boolean {
  if (kind !== 'money' && kind !== 'percent') return false;
  if (tokens.some((token) => isWordOf(token, 'sign', 'scale', 'percent'))) return false;
  const first = tokens.findIndex(({ is }) => is === 'number');
  return tokens.some((token, at) => {
    const isBare = token.is === 'word' && token.meanings.some((one) => one.is === 'period' && one.bare);
    return isBare && (at > first || !/[\p{sc=Han}\p{sc=Hangul}]/u.test(token.text));
  });
}

/** The words that may name a currency together, `Canadian dollars`, of which the last is a sign of its own. */
function spelledCurrency(tokens: readonly Token[]): string {
  if (!tokens.some(({ is }) => is === 'unknown')) return '';
  return tokens
    .filter((token) => token.is === 'unknown' || isWordOf(token, 'sign'))
    .map(({ text }) => text)
    .join(' ');
}

/** A word that does not belong: another currency, a percentage, after tax, or a stranger. */
function wrongWord(tokens: readonly Token[], field: FigureField): Refused | null {
  const strangers = tokens.filter(({ is }) => is === 'unknown').map(({ text }) => text);
  const named = [spelledCurrency(tokens), ...strangers].find((word) => word !== '' && currencyNamed(word, field.locale));
  if (named) return anotherCurrency(named, currencyNamed(named, field.locale), field);
  const [stranger] = strangers;
  if (stranger !== undefined) return unknownWord(stranger, field);
  if (isLengthOfTime(tokens, field)) return lengthOfTime(field);
  for (const token of tokens) {
    const refused = token.is === 'word' ? wrongMeaning(token, field) : null;
    if (refused) return refused;
  }
  return null;
}

function wrongMeaning({ text, meanings }: Word, field: FigureField): Refused | null {
  const [only] = meanings;
  if (!only || meanings.length > 1) return null;
  if (only.is === 'net') return afterTax();
  if (only.is === 'percent' && field.kind !== 'percent') return percentage(field);
  if (only.is === 'sign' && !only.codes.includes(field.currency ?? ''))
    return anotherCurrency(text, meantBy(text, only.codes, field.locale), field);
  if (only.is === 'other period') return strangePeriod(only.said, field);
  if (only.is !== 'period') return null;
  if (field.kind !== 'money' && field.kind !== 'percent') return unknownWord(text, field);
  return field.per && only.period !== field.per ? anotherPeriod(only.period, field) : null;
}

/** What the word can be where it stands: before the digits `K` is the kwacha's sign, behind them it may be thousands too. */
function possible({ meanings }: Word, isBehind: boolean, field: FigureField): readonly Meaning[] {
  const scales = meanings.filter(({ is }) => is === 'scale');
  const own = meanings.filter((one) => one.is === 'sign' && one.codes.includes(field.currency ?? ''));
  if (scales.length === 0) return meanings.slice(0, 1);
  if (isBehind) return [...scales, ...own];
  return own.length > 0 ? own : scales;
}

/** Every list that takes one of each. */
function everyWay<Each>(lists: readonly (readonly Each[])[]): Each[][] {
  return lists.reduce<Each[][]>((so, list) => so.flatMap((chosen) => list.map((each) => [...chosen, each])), [[]]);
}

type Choice = { readonly piece: Piece | null; readonly period: Period | null };

const mostWays = 64;

function figuresIn(tokens: readonly Token[], field: FigureField): Said | Refused {
  const isScaled = tokens.some((token) => isWordOf(token, 'scale'));
  const numerals = new Map(tokens.filter(({ is }) => is === 'number').map((token) => [token, numeralOf(token, isScaled, field)]));
  const lists = tokens.map((token, at) =>
    choicesOf(
      token,
      numerals,
      tokens.slice(0, at).some(({ is }) => is === 'number'),
      field,
    ),
  );
  if (lists.reduce((ways, list) => ways * list.length, 1) > mostWays) return noFigure(field);
  const ways = everyWay(lists);
  // In Chinese and Korean 2万8 is 28,000 to everybody.
  const isSettled = /^(?:zh|yue|ko)\b/.test(field.locale);
  const amounts = ways.flatMap((way) =>
    amountsOf(
      way.flatMap(({ piece }) => piece ?? []),
      isSettled,
    ),
  );
  if (amounts.length === 0) return noFigure(field);
  const periods = new Set(ways.flatMap((way) => way.flatMap(({ period }) => period ?? [])));
  if (periods.size > 1) return twoPeriods(field);
  const [period = null] = periods;
  const readings = isNegative(tokens) ? amounts.map(({ digits, places }) => ({ digits: -digits, places })) : amounts;
  return { readings, sure: [...numerals.values()].every((numeral) => numeral?.sure), period };
}

/** A minus, or brackets around the digits: those around a word, `75.000 (brutto)`, say nothing. */
function isNegative(tokens: readonly Token[]): boolean {
  const number = tokens.findIndex(({ is }) => is === 'number');
  const open = tokens.findIndex(({ is }) => is === 'open');
  const isBracketed = open >= 0 && open < number && tokens.slice(number).some(({ is }) => is === 'close');
  return isBracketed || tokens.some(({ is }) => is === 'minus');
}

function numeralOf({ text }: Token, isScaled: boolean, { kind, locale, currency }: FigureField): Numeral | null {
  const isMoney = kind === 'money' || kind === 'price';
  const counted = kind === 'whole' || (kind === 'money' && !hasThousandths(currency ?? ''));
  return readNumeral(text, { ways: waysOf(locale, isMoney ? currency : undefined), thousandths: isScaled || !counted });
}

function choicesOf(
  token: Token,
  numerals: ReadonlyMap<Token, Numeral | null>,
  isBehind: boolean,
  field: FigureField,
): readonly Choice[] {
  if (token.is === 'number') {
    const readings = numerals.get(token)?.readings ?? [];
    const padded = /^0\d/.test(token.text);
    return readings.map((value) => ({ piece: { is: 'number', value, padded }, period: null }));
  }
  if (token.is !== 'word') return [{ piece: null, period: null }];
  return possible(token, isBehind, field).map((meaning) => ({
    piece: meaning.is === 'scale' ? meaning : null,
    period: meaning.is === 'period' ? meaning.period : null,
  }));
}
