import type { Assumptions } from '../compensation/assumptions.ts';
import { type ComponentName, type Components, componentNames, type Package } from '../compensation/components.ts';
import { type Difference, differenceOf } from '../compensation/difference.ts';
import type { Deadline, Extension } from './deadline.ts';
import { type DetailQuestion, detailQuestions, questions } from './questions.ts';

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

/** `open`: components that are not said; `details`: what stated components leave open, asked about and counted nowhere. */
export type Completeness = {
  answered: number;
  of: number;
  open: { component: ComponentName; question: string }[];
  details: DetailQuestion[];
};

/** How much of an offer is stated (a value, or that there is none), and what to ask about the rest. */
export function completenessOf(components: Components): Completeness {
  const open = componentNames
    .filter((component) => components[component].state === 'unknown')
    .map((component) => ({ component, question: questions[component] }));
  return { answered: componentNames.length - open.length, of: componentNames.length, open, details: detailQuestions(components) };
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
