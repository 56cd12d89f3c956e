import { exponentOf } from '../kernel/currency.ts';
import { type FigureField, finest, leastOf } from './field.ts';
import { type Period, periodWords } from './period.ts';

/** Why a text is no figure of this field. */
export type Why =
  | 'negative'
  | 'too small'
  | 'too large'
  | 'too fine'
  | 'another currency'
  | 'another period'
  | 'not an amount'
  | 'a percentage'
  | 'a range'
  | 'a product'
  | 'after tax'
  | 'unknown word'
  | 'no figure';

export type Refused = {
  readonly is: 'refused';
  readonly why: Why;
  /** What stands beside the field. */
  readonly sentence: string;
  /** The currency that was written instead, where it is beyond doubt: the field may offer it. */
  readonly currency?: string;
};

const refuse = (why: Why, sentence: string): Refused => ({ is: 'refused', why, sentence });

const grouped = (locale: string, value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(value);

const isMoney = ({ kind }: FigureField) => kind === 'money' || kind === 'price';

/** What a figure of this field may look like. */
function example({ kind, locale }: FigureField): string {
  if (kind === 'money') return `Enter an amount, such as ${grouped(locale, 185_000)} or 185k.`;
  if (kind === 'whole') return `Enter a whole number, such as ${grouped(locale, 1250)}.`;
  return `Enter a number, such as ${grouped(locale, 12.5)}.`;
}

/** The text holds no figure at all, or digits in no order. */
export const noFigure = (field: FigureField): Refused => refuse('no figure', example(field));

/** A word that belongs to no number is named, so that it can be taken away. */
export function unknownWord(word: string, field: FigureField): Refused {
  return refuse('unknown word', `“${word}” is not part of a number here. ${example(field)}`);
}

/** Digits as a machine writes them, `1e5`. */
export function writtenByMachine(field: FigureField): Refused {
  return refuse('unknown word', `Write the number out. ${example(field)}`);
}

/** Another currency than the field's; `currency` is its code where that is beyond doubt. */
export function anotherCurrency(sign: string, currency: string | null, field: FigureField): Refused {
  if (!field.currency) return refuse('not an amount', `This is a number, not an amount of money: leave out “${sign}”.`);
  const named = refuse('another currency', `This field is in ${field.currency}; you wrote ${sign}.`);
  return currency ? { ...named, currency } : named;
}

/** An amount a month in a field for a year: the period is what is the matter, and is named. */
export function anotherPeriod(found: Period, { per, periods = [] }: FigureField): Refused {
  const said = `That is an amount ${periodWords[found]}.`;
  if (periods.includes(found)) return refuse('another period', `${said} Choose “${periodWords[found]}” beside the field.`);
  return refuse('another period', `${said} ${taken(per ?? 'year')}`);
}

const taken = (per: Period) => (per === 'once' ? 'This one is paid once.' : `This field takes an amount ${periodWords[per]}.`);

/** An amount by a period that no field keeps, `biweekly`: it is named, and so is what the field takes. */
export function strangePeriod(said: string, { per, periods = [] }: FigureField): Refused {
  const here = per && periods.length === 0 ? taken(per) : 'Enter what it comes to a week, a month or a year.';
  return refuse('another period', `That is an amount ${said}. ${here}`);
}

/** `2 years`: how long, and not how much. */
export const lengthOfTime = (field: FigureField): Refused =>
  refuse('not an amount', `That is a length of time. ${example(field)}`);

/** Two periods in one text. */
export const twoPeriods = (field: FigureField): Refused => refuse('another period', `Name one period only. ${example(field)}`);

/** A percentage where a number or an amount belongs. */
export function percentage(field: FigureField): Refused {
  return refuse(
    'a percentage',
    `That is a percentage. ${isMoney(field) ? 'This field takes an amount.' : 'This field takes a number.'}`,
  );
}

export const afterTax = (): Refused => refuse('after tax', 'That is an amount after tax. Enter what the letter says before tax.');
export const twoFigures = (): Refused => refuse('a range', 'That is more than one figure. Enter one.');
export const product = (): Refused => refuse('a product', 'Enter the figure itself, not a multiplication.');

/** Too many digits behind the point for what the field keeps. */
export function tooFine(field: FigureField): Refused {
  const { kind, currency, decimals } = field;
  if (kind === 'whole' || decimals === 0) return refuse('too fine', 'Enter a whole number.');
  const most = finest(field);
  if (kind === 'money' && currency)
    return refuse('too fine', `${currency} has ${exponentOf(currency) || 'no'} digits after the point.`);
  return refuse('too fine', `At most ${most} digits after the point.`);
}

/** Below the least that the field takes. */
export function tooSmall(field: FigureField): Refused {
  const least = leastOf(field) ?? 0;
  if (least === 0) return refuse('negative', isMoney(field) ? 'Enter the amount without a minus.' : 'This cannot be below 0.');
  return refuse('too small', `Enter ${grouped(field.locale, least)} or more.`);
}

/** Above the most that the field takes, or more than can be counted exactly. */
export function tooLarge(field: FigureField): Refused {
  const { max, locale } = field;
  if (max !== undefined) return refuse('too large', `Enter ${grouped(locale, max)} or less.`);
  return refuse('too large', isMoney(field) ? 'This amount is too large.' : 'This number is too large.');
}
