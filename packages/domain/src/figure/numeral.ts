import { type Exact, exactOf } from './exact.ts';
import { type Marks, onlyGroups } from './marks.ts';

/** What a run of digits and marks may stand for. `sure` is false where its grouping is none: then it is asked, never taken. */
export type Numeral = { readonly sure: boolean; readonly readings: readonly Exact[] };

type Ways = { ways: readonly Marks[]; thousandths: boolean };

const sure = (...readings: Exact[]): Numeral => ({ sure: true, readings });
const doubtful = (...readings: Exact[]): Numeral => ({ sure: false, readings });

/**
 * Reads digits with marks, `1,787.48`, by the ways of the locale; null when no order is in it, `1,2,3`. `thousandths`
 * says whether a fraction of three digits is possible here: where it is not, `90.000` is ninety thousand everywhere.
 */
export function readNumeral(text: string, { ways, thousandths }: Ways): Numeral | null {
  const digits = text.replace(onlyGroups, ' ');
  const marks = digits.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return sure(exactOf(digits));
  const at = digits.lastIndexOf(last);
  const [head, tail] = [digits.slice(0, at), digits.slice(at + 1)];
  const before = marks.slice(0, -1);
  if (last === '٫') return withFraction(head, tail);
  if (before === '') return last === ' ' ? spaced(head, tail) : single({ head, tail, mark: last }, { ways, thousandths });
  if ([...before].every((mark) => mark === last)) return repeated(digits, head, tail, last);
  if (before.includes(last) || last === ' ') return null;
  const decimal = withFraction(head, tail);
  const foreign = !ways.some((way) => way.decimal === last);
  // "1 250.000" where the point is not the decimal mark may group twice over.
  const twice = decimal?.sure && foreign && before.includes(' ') && tail.length === 3;
  return twice ? doubtful(...decimal.readings, exactOf(bare(digits))) : decimal;
}

const bare = (text: string) => text.replace(/\D/g, '');

/** Whether the digits are grouped by one mark: by three, or the Indian way, 12,34,567. */
function isGrouped(text: string): boolean {
  return (
    /^\d*$/.test(text) || /^[1-9]\d{0,2}([., ·])\d{3}(\1\d{3})*$/.test(text) || /^[1-9]\d?([., ·])(\d{2}\1)+\d{3}$/.test(text)
  );
}

function withFraction(head: string, tail: string): Numeral | null {
  if (isGrouped(head)) return sure(exactOf(bare(head), tail));
  return new Set(head.replace(/\d/g, '')).size === 1 && /^\d+(\D\d{2,})+$/.test(head)
    ? doubtful(exactOf(bare(head), tail))
    : null;
}

/** A space is never a decimal mark: where it groups nothing, the figure is shown and asked for. */
function spaced(head: string, tail: string): Numeral | null {
  const whole = exactOf(head + tail);
  if (isGrouped(`${head} ${tail}`)) return sure(whole);
  return tail.length > 1 ? doubtful(whole) : null;
}

function repeated(digits: string, head: string, tail: string, mark: string): Numeral | null {
  const whole = exactOf(bare(digits));
  if (isGrouped(digits)) return sure(whole);
  if (mark === ' ') return /^\d{1,2}( \d{2})+$/.test(digits) ? doubtful(whole) : null;
  return isGrouped(head) ? doubtful(exactOf(bare(head), tail), whole) : null;
}

type Single = { head: string; tail: string; mark: string };

function single(one: Single, { ways, thousandths }: Ways): Numeral {
  const found = ways.map((way) => inWay(one, way, thousandths));
  const certain = found.filter((numeral) => numeral.sure);
  const of = certain.length > 0 ? certain : found;
  return { sure: certain.length > 0, readings: of.flatMap(({ readings }) => readings) };
}

function inWay({ head, tail, mark }: Single, way: Marks, thousandths: boolean): Numeral {
  const [decimal, whole] = [exactOf(head, tail), exactOf(head + tail)];
  const shaped = isGrouped(`${head},${tail}`);
  if (mark === way.decimal) return shaped && !thousandths ? sure(whole) : sure(decimal);
  // No group begins with a nought: "0,5" has one reading anywhere.
  if (/^0?$/.test(head)) return sure(decimal);
  if (shaped && (mark === way.group || !thousandths)) return sure(whole);
  // A raised point that groups nothing is a decimal point: `185·50`.
  if (mark === '·' && !shaped) return sure(decimal);
  return doubtful(decimal, whole);
}
