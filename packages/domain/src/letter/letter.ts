import type { Components, Grant, VestStep } from '../compensation/components.ts';
import type { Period } from '../figure/period.ts';

/** What an amount is counted by in a letter. */
export type Rhythm = Exclude<Period, 'once'>;

/** By when they want an answer: a day, `17:00` of it where the letter names an hour, and the zone where it names one. */
export type AnswerBy = { on: string; at: string | null; zone: string | null };

/**
 * What a passage of a letter says. Amounts, prices and percentages are exact decimals in whole units (`185000`), never minor
 * units: what they are money of stands beside them, in the finding.
 */
export type Saying =
  | { of: 'base'; amount: string; per: Rhythm; months: string; adds: boolean }
  | { of: 'bonus'; percent: string }
  | { of: 'bonusAmount'; amount: string; per: Rhythm }
  | { of: 'cap' | 'share'; percent: string }
  | { of: 'guaranteed'; amount: string }
  | { of: 'signOn'; paid: string[] }
  | { of: 'clawback'; months: number; kind: 'monthly' | 'full-then-monthly' }
  | { of: 'oneOff'; name: string; amount: string }
  | { of: 'grant'; kind: Grant['kind']; by: 'shares' | 'value' | 'percent'; amount: string }
  | { of: 'strike' | 'price' | 'preferred'; amount: string }
  | { of: 'vesting'; steps: VestStep[]; cliff: number | null }
  | { of: 'match'; rate: string; upTo: string; next: { rate: string; upTo: string } | null }
  | { of: 'pension'; percent: string }
  | { of: 'pensionAmount'; yearly: string }
  | { of: 'qualifying'; lower: string; upper: string }
  | { of: 'leave'; days: string }
  | { of: 'benefit' | 'withheld'; name: string; yearly: string }
  | { of: 'title' | 'level' | 'location' | 'remote' | 'notice'; text: string }
  | { of: 'startDate'; on: string }
  | ({ of: 'deadline' } & AnswerBy);

/**
 * One thing found. It stands from `from` to `to` in its passage. `currency` is what its amounts are money of, null for
 * what is no money. `others` are what it says when the figure is read in the other possible way.
 */
export type Finding = {
  passage: number;
  from: number;
  to: number;
  currency: string | null;
  saying: Saying;
  others: Saying[];
};

/** A letter as read: its passages in order, what was found in them, and how it writes numbers. */
export type Letter = {
  passages: string[];
  findings: Finding[];
  /** The locale by whose rules its figures were read. */
  locale: string;
  /** Every currency it names, the one of its pay first. */
  currencies: string[];
};

/** What a finding is put into: the package, and by when they want an answer. */
export type Taking = { currency: string; components: Components; answerBy: AnswerBy | null };
