import {
  type Component,
  componentLabel,
  type Every,
  emptyPackage,
  keyOfOther,
  layOver,
  type Package,
  valuePackage,
} from '../negotiation/package.ts';

export const roundStates = ['draft', 'open', 'revealed', 'closed', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** The four components that have a column of their own, in the order in which they are asked and shown. */
export const columns = ['base', 'bonusPercent', 'signOn', 'equity'] as const;
export type Column = (typeof columns)[number];

/** One component: whether a number is asked for, and what is on the table now; null where nothing was said. */
export type Line<Value> = { inPlay: boolean; now: Value | null };

/** A component that has no column of its own. */
export type OtherLine = Line<number> & { name: string; every: Every };

/** What the owner asks. Money in minor units of one currency; everybody who is asked sees all of it. */
export type RoundDocument = {
  question: string;
  currency: string;
  base: Line<number>;
  bonusPercent: Line<string>;
  signOn: Line<number>;
  equity: Line<number>;
  others: OtherLine[];
};

export const confidences = ['low', 'medium', 'high'] as const;
/** How sure somebody is of their numbers. */
export type Confidence = (typeof confidences)[number];

/**
 * What somebody seals: a number for each component in play but those they abstain from, and why. The owner's own is the
 * target.
 */
export type Counter = { package: Package; reason: string; abstains: Component[]; confidence: Confidence | null };

/** The years over which a package is counted in a round. */
export const totalYears = 4;

/** How many sealed counters reveal the round at its deadline, unless the owner says otherwise. */
export const usualQuorum = 3;

/** Of fewer than two counters each would tell whose it is. */
export const leastQuorum = 2;

/** The components in play by their keys: the columns first, then the others as the owner listed them. */
export function listInPlay(document: RoundDocument): Component[] {
  const others = document.others.filter((other) => other.inPlay);
  return [...columns.filter((column) => document[column].inPlay), ...others.map((other) => keyOfOther(other.name))];
}

/** What is on the table now, as a package. */
export function buildOnTable({ base, bonusPercent, signOn, equity, others }: RoundDocument): Package {
  return {
    base: base.now,
    bonusPercent: bonusPercent.now,
    signOn: signOn.now,
    equity: equity.now,
    others: others.flatMap(({ name, every, now }) => (now === null ? [] : [{ name, every, amount: now }])),
  };
}

/** The word for a component of this round. */
export function labelOf(document: RoundDocument, component: Component): string {
  return componentLabel(
    component,
    document.others.map(({ name, every }) => ({ name, every, amount: 0 })),
  );
}

/**
 * The 4-year total in minor units: the counter in the place of what is in play, and what is on the table for the rest.
 * Base without raises, bonus of that base, equity evenly over four years.
 */
export function totalOf(document: RoundDocument, counter: Package): number {
  return valuePackage(layOver(buildOnTable(document), counter), totalYears);
}

const startingQuestion = 'What would you counter?';

/** A new round: what the last one asked, if there was one, over what is on the table now. */
export function buildNextDocument(currency: string, table: Package | null, last: RoundDocument | null): RoundDocument {
  const now = table ?? (last ? buildOnTable(last) : emptyPackage);
  const asks = (column: Column) => (last ? last[column].inPlay : column !== 'bonusPercent');
  const askedOthers = last ? last.others.filter((other) => other.inPlay) : [];
  const known = new Set(now.others.map((other) => keyOfOther(other.name)));
  return {
    question: last ? last.question : startingQuestion,
    currency,
    base: { inPlay: asks('base'), now: now.base },
    bonusPercent: { inPlay: asks('bonusPercent'), now: now.bonusPercent },
    signOn: { inPlay: asks('signOn'), now: now.signOn },
    equity: { inPlay: asks('equity'), now: now.equity },
    others: [
      ...now.others.map(({ name, every, amount }) => ({
        name,
        every,
        now: amount,
        inPlay: askedOthers.some((other) => keyOfOther(other.name) === keyOfOther(name)),
      })),
      ...askedOthers.filter((other) => !known.has(keyOfOther(other.name))).map((other) => ({ ...other, now: null })),
    ],
  };
}

/** Something about a counter that does not answer what is asked; `path` is within the counter. */
export type Misfit = { path: string; sentence: string };

type Answer = Pick<Counter, 'package' | 'abstains'>;

function misfitOfColumn(document: RoundDocument, { package: counter, abstains }: Answer, column: Column): Misfit | null {
  const given = counter[column] !== null;
  const label = componentLabel(column).toLowerCase();
  if (given && abstains.includes(column)) return { path: `package.${column}`, sentence: `You abstain from the ${label}.` };
  if (given === (document[column].inPlay && !abstains.includes(column))) return null;
  return { path: `package.${column}`, sentence: given ? `The ${label} is not in play.` : `Give a number for the ${label}.` };
}

/** Whether two lines of a round are about the same component. */
export const sameName = (one: { name: string }, other: { name: string }): boolean =>
  keyOfOther(one.name) === keyOfOther(other.name);

/**
 * The first thing by which an answer does not fit what is asked: a number missing, one too many, or an abstention from
 * what is not in play. Null when it fits.
 */
export function findMisfit(document: RoundDocument, answer: Answer): Misfit | null {
  const { package: counter, abstains } = answer;
  const stray = abstains.find((component) => !listInPlay(document).includes(component));
  if (stray) return { path: 'abstains', sentence: `“${labelOf(document, stray)}” is not in play.` };
  for (const column of columns) {
    const found = misfitOfColumn(document, answer, column);
    if (found) return found;
  }
  const asked = document.others.filter((other) => other.inPlay && !abstains.includes(keyOfOther(other.name)));
  const matches = (one: { name: string; every: Every }, other: { name: string; every: Every }) =>
    sameName(one, other) && one.every === other.every;
  const missing = asked.find((other) => !counter.others.some((given) => matches(given, other)));
  if (missing) return { path: 'package.others', sentence: `Give a number for “${missing.name}”.` };
  const extra = counter.others.find((given) => !asked.some((other) => matches(given, other)));
  return extra ? { path: 'package.others', sentence: `“${extra.name}” is not in play.` } : null;
}

/** What a first counter has left as it was offered, of what it does not abstain from: nobody's own number until they say so. */
export function listLeft(document: RoundDocument, { package: typed, abstains = [] }: Typed): Component[] {
  const table = buildOnTable(document);
  const left = columns.filter((column) => document[column].inPlay && table[column] !== null && typed[column] === table[column]);
  const others = document.others.filter(
    (other) => other.inPlay && other.now !== null && typed.others.some((one) => sameName(one, other) && one.amount === other.now),
  );
  return [...left, ...others.map(({ name }) => keyOfOther(name))].filter((component) => !abstains.includes(component));
}

type Typed = {
  package: Pick<Package, Column> & { others: readonly { name: string; amount?: number | null | undefined }[] };
  abstains?: readonly Component[] | undefined;
};

/** Whether somebody abstains from everything that is asked: an answer without a package, which no quorum counts. */
export function abstainsWholly(document: RoundDocument, { abstains }: Pick<Counter, 'abstains'>): boolean {
  return listInPlay(document).every((component) => abstains.includes(component));
}

/** The 4-year total of a counter, in minor units; null when its author abstains from a part, which no number stands for. */
export function totalOfCounter(document: RoundDocument, counter: Answer): number | null {
  return counter.abstains.length > 0 ? null : totalOf(document, counter.package);
}
