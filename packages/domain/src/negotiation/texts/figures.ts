import { fromUnits } from '../../kernel/money.ts';
import type { Ask } from '../asks/ask.ts';
import { clauseLabel, isDay } from '../clause.ts';
import { componentLabel, keyOfOther, type Package } from '../package.ts';
import { findNumbers } from '../plan/number-spot.ts';
import { type Term, type TermValue, termLabel } from '../terms/term.ts';
import { fromField, type Line, say, type TextFacts, type Writer } from './text.ts';

/** What a package names, a line each: `- Base: €92,000 a year`. */
export function packageLines(offer: Package, whose: 'they offer' | 'you asked for', { plan, write }: TextFacts): Line[] {
  const { base, bonusPercent, signOn, equity, others, clauses = [] } = offer;
  const figure = (label: string, text: string) => fromField(text, `${label} that ${whose}`, 'ledger');
  const money = (minor: number) => write.money(minor, plan.currency);
  return [
    ...(base === null ? [] : [say`- Base: ${figure('Base', money(base))} a year`]),
    ...(bonusPercent === null ? [] : [say`- Bonus: ${figure('Bonus', write.percent(bonusPercent))} of base`]),
    ...(signOn === null ? [] : [say`- Sign-on: ${figure('Sign-on', money(signOn))}`]),
    ...(equity === null ? [] : [say`- Equity: ${figure('Equity', money(equity))}, the whole grant`]),
    ...others.map(({ name, amount, every }) => {
      const label = componentLabel(keyOfOther(name), others);
      return say`- ${label}: ${figure(label, money(amount))}${every === 'year' ? ' a year' : ''}`;
    }),
    ...clauses.map(({ about, text }) => {
      const label = clauseLabel(about);
      return say`- ${label}: ${figure(label, isDay(about) ? write.day(text) : text)}`;
    }),
  ];
}

/** Whether the words of an ask name its amount already, in whatever writing. */
function namesAmount({ title, amount }: Ask, currency: string, locale: string): boolean {
  return findNumbers(title, locale).some(({ values }) => values.some((value) => fromUnits(value, currency) === amount));
}

const closed = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** Asks, a line each: what, how much where the words do not say it, and why. */
export function askLines(asks: readonly Ask[], { plan, write, locale }: TextFacts): Line[] {
  return asks.map((ask) => {
    const title = fromField(ask.title, 'Your ask', 'plan');
    const hasAmount = ask.amount !== null && !namesAmount(ask, plan.currency, locale);
    const amount = hasAmount ? fromField(write.money(ask.amount ?? 0, plan.currency), `Amount of “${ask.title}”`, 'plan') : '';
    const reason = ask.justification.trim().replace(/\s*\n+\s*/g, ' ');
    const why = reason === '' ? '' : fromField(closed(reason), `Reason of “${ask.title}”`, 'plan');
    const end = why === '' ? '' : ask.title.trim().match(/[.!?]$/u) && !hasAmount ? ' ' : '. ';
    return hasAmount ? say`- ${title}: ${amount}${end}${why}` : say`- ${title}${end}${why}`;
  });
}

function valueText(value: TermValue, write: Writer): string {
  switch (value.kind) {
    case 'money':
      return write.money(value.minor, value.currency);
    case 'percent':
      return write.percent(value.percent);
    case 'shares':
      return `${write.number(value.shares)} shares`;
    case 'date':
      return write.day(value.on);
    case 'text':
      return value.text;
    default:
      return value satisfies never;
  }
}

/** Terms, a line each, with the value that the letter gives, else the spoken one. */
export function termLines(terms: readonly Term[], { write }: TextFacts): Line[] {
  return terms.map((term) => {
    const value = term.written?.value ?? term.value;
    return say`- ${termLabel(term)}: ${fromField(valueText(value, write), `${termLabel(term)}, among the terms`, 'terms')}`;
  });
}
