/** An exact decimal: `digits` / 10^`places`. No figure that a person typed passes a float. */
export type Exact = { readonly digits: bigint; readonly places: number };

/** The decimal written by the digits before and behind the mark; none before it is a nought. */
export function exactOf(whole: string, fraction = ''): Exact {
  return { digits: BigInt(`${whole}${fraction}` || '0'), places: fraction.length };
}

/** Reads a plain decimal, `-12.5`. Throws a SyntaxError for anything else. */
export function parseExact(text: string): Exact {
  const [whole = '', fraction = ''] = text.split('.');
  return exactOf(whole, fraction);
}

const ten = (power: number) => 10n ** BigInt(power);

/** The decimal times 10^`power`. */
export function raise({ digits, places }: Exact, power: number): Exact {
  if (power < 0) return { digits, places: places - power };
  return { digits: digits * ten(power), places };
}

/** The sum of two decimals. */
export function add(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places);
  return { digits: a.digits * ten(places - a.places) + b.digits * ten(places - b.places), places };
}

/** The product of two decimals. */
export const multiply = (a: Exact, b: Exact): Exact => ({ digits: a.digits * b.digits, places: a.places + b.places });

/** Below 0, 0 or above 0, as a is smaller than, equal to or larger than b. */
export function rank(a: Exact, b: Exact): -1 | 0 | 1 {
  const { digits } = add(a, { digits: -b.digits, places: b.places });
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

/** The shortest plain decimal: `-1250.5`, `0`. */
export function toText({ digits, places }: Exact): string {
  const size = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const whole = size.slice(0, size.length - places);
  const fraction = size.slice(size.length - places).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** How many digits behind the point the decimal needs. */
export function placesOf(value: Exact): number {
  return toText(value).split('.')[1]?.length ?? 0;
}

/**
 * 1 / value as a plain decimal of so many significant digits, rounded down; null for what is no decimal above 0. A rate typed
 * the wrong way round is seen at once when both ways stand side by side.
 */
export function reciprocal(decimal: string, significant: number): string | null {
  if (!/^\d+(\.\d+)?$/.test(decimal)) return null;
  const { digits, places } = parseExact(decimal);
  if (digits === 0n) return null;
  const first = Math.max(0, String(digits).length - places);
  const power = first + significant;
  const quotient = ten(power + places) / digits;
  const cut = Math.max(0, String(quotient).length - significant);
  return toText({ digits: (quotient / ten(cut)) * ten(cut), places: power });
}
