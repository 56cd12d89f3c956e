import type { KeyResult } from './mission.ts';

type Numbers = Pick<KeyResult, 'direction' | 'start' | 'target' | 'current'>;

const places = 6;

/** An exact decimal as a whole number of millionths. */
function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const size = BigInt(whole) * 10n ** BigInt(places) + BigInt(fraction.padEnd(places, '0'));
  return decimal.startsWith('-') ? -size : size;
}

/** Division to the nearest whole number; a half goes away from zero. */
function divide(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/**
 * How far a key result is, in percent as a decimal rounded to one place, halves away from zero: (current − start) /
 * (target − start). Below '0' when it went the wrong way, above '100' when it is exceeded; the same for metrics that
 * should fall. Null when a number is missing. An unmeasured key result stands where it started.
 */
export function measureProgress({ start, target, current }: Pick<Numbers, 'start' | 'target' | 'current'>): string | null {
  if (start === null || target === null) return null;
  const from = millionths(start);
  const way = millionths(target) - from;
  if (way === 0n) return null;
  const tenths = divide((millionths(current ?? start) - from) * 1000n, way);
  const size = tenths < 0n ? -tenths : tenths;
  const fraction = size % 10n === 0n ? '' : `.${size % 10n}`;
  return `${tenths < 0n ? '-' : ''}${size / 10n}${fraction}`;
}

/** Progress for a bar: a whole number of percent, held between 0 and 100. Null when there is none. */
export function barPercent(numbers: Pick<Numbers, 'start' | 'target' | 'current'>): number | null {
  const exact = measureProgress(numbers);
  if (exact === null) return null;
  return Math.min(100, Math.max(0, Math.round(Number(exact))));
}

/** What is wrong with the numbers of a key result, beside which field; null when nothing is. */
export function numbersAreWrong({ direction, start, target }: Numbers): { path: string; sentence: string } | null {
  if (start === null || target === null) return null;
  const way = millionths(target) - millionths(start);
  if (way === 0n) return { path: 'target', sentence: 'The target is the same as the start. Say what should change.' };
  if (direction === 'rise' && way < 0n)
    return { path: 'target', sentence: 'This should rise, so the target must be above the start.' };
  if (direction === 'fall' && way > 0n)
    return { path: 'target', sentence: 'This should fall, so the target must be below the start.' };
  return null;
}
