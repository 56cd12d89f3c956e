import { toDecimal } from '../../kernel/currency.ts';
import { type Decision, no, yes } from '../../kernel/decision.ts';
import { fromPercent, minus, ratio, round, times } from '../../kernel/money.ts';

export const termComponents = [
  ...(['base', 'bonus', 'signOn', 'equity', 'startDate', 'title', 'level'] as const),
  ...(['location', 'remote', 'leave', 'reviewDate', 'other'] as const),
] as const;
/** What a term is about; `other` carries a name of its own. */
export type TermComponent = (typeof termComponents)[number];

export const valueKinds = ['money', 'percent', 'shares', 'date', 'text'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** A typed value. Money in the smallest unit, percentages as exact decimals, dates as civil dates. */
export type TermValue =
  | { kind: 'money'; minor: number; currency: string }
  | { kind: 'percent'; percent: string }
  | { kind: 'shares'; shares: number }
  | { kind: 'date'; on: string }
  | { kind: 'text'; text: string };

/** The kinds of value in which a component can be said; the first is the usual one. */
export const kindsOf: Record<TermComponent, readonly [ValueKind, ...ValueKind[]]> = {
  base: ['money'],
  bonus: ['percent', 'money'],
  signOn: ['money'],
  equity: ['shares', 'money'],
  startDate: ['date'],
  title: ['text'],
  level: ['text'],
  location: ['text'],
  remote: ['text'],
  leave: ['text'],
  reviewDate: ['date'],
  other: ['money', 'percent', 'shares', 'date', 'text'],
};

const labels: Record<TermComponent, string> = {
  base: 'Base',
  bonus: 'Bonus',
  signOn: 'Sign-on',
  equity: 'Equity',
  startDate: 'Start date',
  title: 'Title',
  level: 'Level',
  location: 'Place of work',
  remote: 'Remote work',
  leave: 'Leave',
  reviewDate: 'Review date',
  other: 'Something else',
};

/** What a component is called in a list to choose from. */
export function termComponentLabel(component: TermComponent): string {
  return labels[component];
}

/** Who agreed, when, and in which words. */
export type Spoken = { who: string; on: string; words: string };

/** What the letter says, where in it, and of which day it is. */
export type Written = { value: TermValue; document: string; page: string; on: string };

/** One term without its state. `value` is what is proposed or was said; `reason` is why it was waived. */
export type TermContent = {
  component: TermComponent;
  name: string;
  value: TermValue;
  spoken: Spoken | null;
  written: Written | null;
  reason: string;
};

export const termStates = ['proposed', 'agreed', 'confirmed', 'dropped', 'waived'] as const;
/** On the way to a written confirmation: wanted, agreed by word of mouth, in the letter; or given up; or let pass. */
export type TermState = (typeof termStates)[number];

export type Stated = TermContent & { state: TermState };
export type Term = Stated & { termId: string; rev: number };

/** What a term is called: its component, or the name it was given. */
export function termLabel({ component, name }: Pick<TermContent, 'component' | 'name'>): string {
  return component === 'other' ? name : labels[component];
}

/** One step of a term. To be agreed again with the letter in hand corrects what was said. */
export type Step =
  | { to: 'proposed' }
  | { to: 'agreed'; value: TermValue; spoken: Spoken }
  | { to: 'confirmed'; written: Written }
  | { to: 'dropped' }
  | { to: 'waived'; reason: string };

/** Whether a term may take this step. What was dropped is taken up again first. */
export function canStep(term: Pick<Stated, 'state'>, to: TermState): Decision {
  if (term.state === 'dropped' && to !== 'proposed') return no('This term was dropped. Restore it first.');
  if (term.state === to && (to === 'proposed' || to === 'waived')) return no('It is already in this state.');
  return yes;
}

/** The term after a step that is allowed. Taken up again, it is merely proposed: no word and no letter stands. */
export function stepTerm(term: TermContent, step: Step): Stated {
  switch (step.to) {
    case 'proposed':
      return { ...term, state: 'proposed', spoken: null, written: null, reason: '' };
    case 'agreed':
      return { ...term, state: term.written ? 'confirmed' : 'agreed', value: step.value, spoken: step.spoken, reason: '' };
    case 'confirmed':
      return { ...term, state: 'confirmed', written: step.written, reason: '' };
    case 'dropped':
      return { ...term, state: 'dropped' };
    case 'waived':
      return { ...term, state: 'waived', reason: step.reason };
    default:
      return step satisfies never;
  }
}

/** The letter's value held against the spoken one: written − said, in the smallest unit. */
export type Comparison =
  | { kind: 'equal' }
  | { kind: 'currency'; said: string; written: string }
  | { kind: 'sort'; said: ValueKind; written: ValueKind }
  | { kind: 'money'; by: number; currency: string }
  | { kind: 'percent'; by: string }
  | { kind: 'shares'; by: number }
  | { kind: 'date'; days: number }
  | { kind: 'text' };

const tenThousandths = (percent: string) => times(fromPercent(percent), ratio(1_000_000));

/** `percent` written − said as an exact decimal without idle zeros: `-0.25`. */
function percentBy(said: string, written: string): string {
  const by = round(minus(tenThousandths(written), tenThousandths(said)));
  const digits = String(by < 0n ? -by : by).padStart(5, '0');
  const text = `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '');
  return by < 0n ? `-${text}` : text;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Words are the same when only case, spaces or the way an accent is stored differ. */
const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Equal, or what differs. Money is unequal by a single smallest unit, and in another currency always. */
export function compareValues(said: TermValue, written: TermValue): Comparison {
  const equal: Comparison = { kind: 'equal' };
  if (said.kind === 'money' && written.kind === 'money') {
    if (said.currency !== written.currency) return { kind: 'currency', said: said.currency, written: written.currency };
    const by = written.minor - said.minor;
    return by === 0 ? equal : { kind: 'money', by, currency: said.currency };
  }
  if (said.kind === 'percent' && written.kind === 'percent') {
    const by = percentBy(said.percent, written.percent);
    return by === '0' ? equal : { kind: 'percent', by };
  }
  if (said.kind === 'shares' && written.kind === 'shares') {
    const by = written.shares - said.shares;
    return by === 0 ? equal : { kind: 'shares', by };
  }
  if (said.kind === 'date' && written.kind === 'date') {
    const days = daysBetween(said.on, written.on);
    return days === 0 ? equal : { kind: 'date', days };
  }
  if (said.kind === 'text' && written.kind === 'text') return plain(said.text) === plain(written.text) ? equal : { kind: 'text' };
  return { kind: 'sort', said: said.kind, written: written.kind };
}

/** A value as plain words, the same everywhere: `86800.00 EUR`, `12.5 %`, `2026-11-22`. */
export function valueWords(value: TermValue): string {
  switch (value.kind) {
    case 'money':
      return `${toDecimal(value.minor, value.currency)} ${value.currency}`;
    case 'percent':
      return `${value.percent} %`;
    case 'shares':
      return `${value.shares} shares`;
    case 'date':
      return value.on;
    case 'text':
      return `“${value.text}”`;
    default:
      return value satisfies never;
  }
}

/** The sentence beside the letter's value when it is of another currency or another kind; else null. */
export function clashSentence(said: TermValue, written: TermValue): string | null {
  const found = compareValues(said, written);
  if (found.kind === 'currency')
    return `The letter gives ${found.written}, but ${found.said} was said. Parley does not convert: that is a difference of its own.`;
  return found.kind === 'sort'
    ? 'The letter gives this in another way than it was said, so the two cannot be held together.'
    : null;
}
