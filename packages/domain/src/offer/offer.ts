import type { Assumptions } from '../compensation/assumptions.ts';
import { type ComponentName, type Components, componentNames, type Package } from '../compensation/components.ts';
import { type Difference, differenceOf } from '../compensation/difference.ts';
import type { Deadline, Extension } from './deadline.ts';

/** How an offer was put forward. */
export const offerStages = ['verbal', 'written', 'revised', 'final'] as const;
export type OfferStage = (typeof offerStages)[number];

/** What one version says: a package, and the owner's notes on it. */
export type Content = Package & { notes: string };

/** One immutable version; numbers count from 1. */
export type Version = { number: number; stage: OfferStage; content: Content };

/** The version in hand, not yet put on record. */
export type Draft = { stage: OfferStage; content: Content };

/** What is not part of a version. */
export type Frame = {
  receivedOn: string | null;
  deadline: Deadline | null;
  extension: Extension;
  /** What the owner noted as a warning about this employer, such as a refusal of more time. The owner's alone. */
  redFlag: string | null;
  assumptions: Assumptions;
  draft: Draft | null;
};

/** What to ask the employer about a component that is not stated yet. */
export const questions: Record<ComponentName, string> = {
  base: 'What is the base salary, and how often is it reviewed?',
  bonus: 'Is there a bonus? What is the target, and what was paid in the last two years?',
  guaranteed: 'Is any part of the bonus guaranteed in the first year?',
  signOn: 'Is there a sign-on payment, when is it paid, and would I owe it back on leaving?',
  oneOff: 'Is there pay that comes once, for staying, moving or a visa, and would I owe it back?',
  grants: 'Is there equity? How many shares or what value, at which price, and how does it vest?',
  refreshers: 'Are further grants written down, and from which year?',
  match: 'Does the company add to retirement saving, at which rate and up to what?',
  espp: 'Is there a share purchase plan, at which discount and up to what?',
  leaveDays: 'How many days of paid leave are there, and do unused days carry over?',
  benefits: 'Which other benefits come with it, and what are they worth?',
  notInHand: 'Is anything in the stated total that is not paid out to me, such as gratuity, provident fund or insurance?',
  level: 'Which level is this, and what distinguishes it from the next?',
  title: 'Which title will the contract carry?',
  location: 'Where is the place of work in the contract?',
  remote: 'How many days on site are expected, and is that written down?',
  startDate: 'Which start date do you have in mind?',
  reviewDate: 'When is the first review of pay and level?',
  notice: 'How long is the notice on each side, and is there a probation?',
};

export type Completeness = { answered: number; of: number; open: { component: ComponentName; question: string }[] };

/** How much of an offer is stated (a value, or that there is none), and what to ask about the rest. */
export function completenessOf(components: Components): Completeness {
  const open = componentNames
    .filter((component) => components[component].state === 'unknown')
    .map((component) => ({ component, question: questions[component] }));
  return { answered: componentNames.length - open.length, of: componentNames.length, open };
}

/** The latest version, or null before the first. */
export function latestOf(versions: readonly Version[]): Version | null {
  return versions.reduce<Version | null>(
    (latest, version) => (latest && latest.number > version.number ? latest : version),
    null,
  );
}

/** What changed since the first version, or null when there is only one. */
export function compareWithFirst(versions: readonly Version[], assumptions: Assumptions): Difference | null {
  const sorted = [...versions].sort((a, b) => a.number - b.number);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first.number === last.number) return null;
  return differenceOf(first.content, last.content, assumptions);
}
