import type { Component, Package } from '@parley/domain/negotiation/package';
import { amountOf } from '@parley/domain/round/result';
import type { RoundDocument } from '@parley/domain/round/round';
import { useFormat } from '../../lib/format.ts';

/**
 * How one component of a package is read; null when the package does not name it. `bare`: in a table that names the currency.
 */
export function useFigure({ currency }: RoundDocument, bare = false): (component: Component, shown: Package) => string | null {
  const format = useFormat();
  return (component, shown) => {
    if (component === 'bonusPercent') return shown.bonusPercent === null ? null : format.percent(shown.bonusPercent);
    const amount = amountOf(shown, component);
    if (amount === null) return null;
    return bare ? format.amount(amount, currency) : format.money(amount, currency);
  };
}
