import { type Component, listNamed, valuePackage } from '@parley/domain/negotiation/package';
import { amountOf } from '@parley/domain/round/result';
import { buildOnTable, labelOf, totalYears } from '@parley/domain/round/round';
import { useFormat } from '../../../lib/format.ts';
import type { RevealedStage, Round } from '../use-round.ts';

/** A round with what it revealed. */
export type Revealed = { round: Round; stage: RevealedStage };

/** One strip: what it is of, where its marks stand, and its figures as they are read. */
export type Line = {
  of: Component | 'total';
  label: string;
  median: number;
  offer: number | null;
  words: { low: string; median: string; high: string; offer: string | null; aim: string | null };
  write: (value: number) => string;
};

/** The strips of a revealed round: one a component, then the 4-year total. */
export function useLines(): (revealed: Revealed) => Line[] {
  const format = useFormat();
  return ({ round: { document }, stage: { summary, target } }) => {
    if (!summary) return [];
    const table = buildOnTable(document);
    const money = (amount: number) => format.money(amount, document.currency);
    const orNull = (amount: number | null) => (amount === null ? null : money(amount));
    const lines = summary.components.map((spread): Line => {
      const { component: of } = spread;
      const common = { of, label: labelOf(document, of), median: Number(spread.median) };
      if (spread.unit === 'money') {
        const offer = amountOf(table, of);
        const three = { low: money(spread.low), median: money(spread.median), high: money(spread.high) };
        const aim = target && amountOf(target.package, of);
        return { ...common, offer, write: money, words: { ...three, offer: orNull(offer), aim: orNull(aim) } };
      }
      const percent = (value: string | null | undefined) => (value == null ? null : format.percent(value));
      const offer = table.bonusPercent;
      const three = { low: format.percent(spread.low), median: format.percent(spread.median), high: format.percent(spread.high) };
      return {
        ...common,
        offer: offer === null ? null : Number(offer),
        write: (value) => format.percent(String(value)),
        words: { ...three, offer: percent(offer), aim: percent(target?.package.bonusPercent) },
      };
    });
    if (!summary.total) return lines;
    const { low, median, high } = summary.total;
    // the offer's total, once something of it was said
    const offer = listNamed(table).length === 0 ? null : valuePackage(table, totalYears);
    const aim = orNull(target && target.total);
    const words = { low: money(low), median: money(median), high: money(high), offer: orNull(offer), aim };
    return [...lines, { of: 'total', label: '4-year total', median, offer, write: money, words }];
  };
}
