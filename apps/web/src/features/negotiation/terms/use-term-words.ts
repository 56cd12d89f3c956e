import type { Comparison, TermValue } from '@parley/domain/negotiation/terms/term';
import { useFormat } from '../../../lib/format.ts';

const points = (by: string) => by.replace(/^-/, '');
const counted = (count: number, what: string) => `${Math.abs(count)} ${what}`;

/** Values of terms and what differs between two, as the person reads them. */
export function useTermWords() {
  const format = useFormat();
  const value = (given: TermValue): string => {
    switch (given.kind) {
      case 'money':
        return format.money(given.minor, given.currency);
      case 'percent':
        return format.percent(given.percent);
      case 'shares':
        return `${format.number(given.shares)} shares`;
      case 'date':
        return format.date(given.on);
      case 'text':
        return given.text;
      default:
        return given satisfies never;
    }
  };
  /** How large the difference is, written − said, with the number that gives it its mark; null when there is none. */
  const difference = (found: Comparison): { by: number; text: string } | null => {
    switch (found.kind) {
      case 'equal':
        return null;
      case 'money':
        return { by: found.by, text: format.money(Math.abs(found.by), found.currency) };
      case 'percent':
        return { by: Number(found.by), text: `${points(found.by)} points` };
      case 'shares':
        return { by: found.by, text: counted(found.by, Math.abs(found.by) === 1 ? 'share' : 'shares') };
      case 'date':
        return { by: found.days, text: counted(found.days, Math.abs(found.days) === 1 ? 'day' : 'days') };
      case 'currency':
        return { by: 0, text: `in ${found.written}, not in ${found.said}` };
      case 'sort':
        return { by: 0, text: 'given in another way' };
      case 'text':
        return { by: 0, text: 'other words' };
      default:
        return found satisfies never;
    }
  };
  return { value, difference, format };
}
