import type { FigureKind } from '@parley/domain/figure/field';
import { showFigure } from '@parley/domain/figure/show-figure';
import { useCallback } from 'react';
import { usePerson } from '../../lib/person.ts';

/** An exact decimal in words: a price with its currency's digits, a percentage, a rate. */
export type Shown = (value: string, kind: FigureKind, currency?: string) => string;

/** Exact decimals as the person reads them, by the one formatter that fields echo with. */
export function useShown(): Shown {
  const { locale } = usePerson();
  return useCallback((value, kind, currency) => showFigure(value, { kind, locale, currency }), [locale]);
}

/** A sentence whose percentages, `12.5 %`, stand as the person reads them. */
export const percentsIn = (text: string, shown: Shown): string =>
  text.replace(/-?\d+(?:\.\d+)? %/g, (percent) => shown(percent.slice(0, -2), 'percent'));
