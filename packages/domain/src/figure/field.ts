import { exponentOf } from '../kernel/currency.ts';
import type { Period } from './period.ts';

/** `price` and `rate` are decimals of a currency, `money` is an amount in whole smallest units. */
export type FigureKind = 'money' | 'decimal' | 'whole' | 'percent' | 'rate' | 'price';

/** What a field takes: the reader asks it everything that the text alone does not say. */
export type FigureField = {
  readonly kind: FigureKind;
  readonly locale: string;
  readonly currency?: string | undefined;
  /** The least, 0 when not given; a plain `decimal` has none. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** How many digits may stand behind the point; 12 when not given. Money has as many as its currency. */
  readonly decimals?: number | undefined;
  /** What the amount is counted by, where that is settled. Without it a period found in the text is handed back. */
  readonly per?: Period | undefined;
  /** The periods that can be chosen beside the field. */
  readonly periods?: readonly Period[] | undefined;
  /** The word behind the figure, `shares`, which may be typed with it. */
  readonly unit?: string | undefined;
  /** Words that are an answer here, `unlimited`. */
  readonly words?: readonly string[] | undefined;
};

/** How many digits may stand behind the point of what this field keeps. */
export function finest({ kind, currency, decimals = 12 }: FigureField): number {
  if (kind === 'whole') return 0;
  return kind === 'money' && currency ? exponentOf(currency) : decimals;
}

/** The least that the field takes; null where there is none. */
export const leastOf = ({ kind, min }: FigureField): number | null => min ?? (kind === 'decimal' ? null : 0);
