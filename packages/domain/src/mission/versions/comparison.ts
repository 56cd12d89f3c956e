import { diffArrays } from 'diff';
import { type Change, diffWords } from '../../anchor/words.ts';
import { type KeyResult, listKeyResults, type MissionDocument, type Need, type NeedAmount, type Question } from '../mission.ts';

/** One thing of a line that is no running text, before and after; null is "not said". */
export type Fact = { name: FactName; before: string | null; after: string | null };
type FactName =
  | 'direction'
  | 'start'
  | 'target'
  | 'current'
  | 'unit'
  | 'due'
  | 'early'
  | 'proof'
  | 'leg'
  | 'serves'
  | 'about'
  | 'asked'
  | 'answer';

/** A line of the mission in two versions. `words`: its text, word by word. */
export type LineChange = {
  id: string;
  kind: 'statement' | 'objective' | 'keyResult' | 'question' | 'need' | 'corrections';
  is: 'same' | 'added' | 'removed' | 'changed';
  moved: boolean;
  words: Change[];
  facts: Fact[];
  /** Of a need, where its money changed. */
  amount: { before: NeedAmount | null; after: NeedAmount | null } | null;
};

type Side = { text: string; facts: Record<string, string | null>; amount?: NeedAmount | null };

const factNames: readonly FactName[] = [
  ...(['direction', 'start', 'target', 'current', 'unit', 'due', 'early'] as const),
  ...(['leg', 'serves', 'proof', 'about', 'asked', 'answer'] as const),
];

function compareFacts(before: Side | null, after: Side | null): Fact[] {
  return factNames.flatMap((name) => {
    const [then, now] = [before?.facts[name] ?? null, after?.facts[name] ?? null];
    return then === now ? [] : [{ name, before: then, after: now }];
  });
}

function compareSides(
  id: string,
  kind: LineChange['kind'],
  sides: { before: Side | null; after: Side | null; moved?: boolean },
): LineChange {
  const { before, after, moved = false } = sides;
  const words = diffWords(before?.text ?? '', after?.text ?? '');
  const facts = compareFacts(before, after);
  const [then, now] = [before?.amount ?? null, after?.amount ?? null];
  const amount = then?.minor === now?.minor && then?.currency === now?.currency ? null : { before: then, after: now };
  const same = words.every(({ kind: is }) => is === 'kept') && facts.length === 0 && amount === null;
  const is = before === null ? 'added' : after === null ? 'removed' : same ? 'same' : 'changed';
  return { id, kind, is, moved, words, facts, amount };
}

type Met = { id: string; is: 'kept' | 'moved' | 'added' | 'removed' };

/** Two lists in the order of the newer one, what went where it stood; `elsewhere`: what stands in another list now or then. */
function meet(before: readonly string[], after: readonly string[], elsewhere: { was: Set<string>; now: Set<string> }): Met[] {
  return diffArrays([...before], [...after]).flatMap(({ value, added, removed }) =>
    value.flatMap((id): Met[] => {
      if (removed) return elsewhere.now.has(id) ? [] : [{ id, is: 'removed' }];
      return [{ id, is: added ? (elsewhere.was.has(id) ? 'moved' : 'added') : 'kept' }];
    }),
  );
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function compareList<T extends { id: string }>(
  kind: LineChange['kind'],
  lists: { before: readonly T[]; after: readonly T[]; allBefore?: readonly T[]; allAfter?: readonly T[] },
  sideOf: { before: (one: T) => Side; after: (one: T) => Side },
): LineChange[] {
  const { before, after, allBefore = before, allAfter = after } = lists;
  const elsewhere = { was: new Set(idsOf(allBefore)), now: new Set(idsOf(allAfter)) };
  return meet(idsOf(before), idsOf(after), elsewhere).map(({ id, is }) => {
    const then = is === 'added' ? undefined : allBefore.find((one) => one.id === id);
    const now = is === 'removed' ? undefined : allAfter.find((one) => one.id === id);
    const sides = { before: then ? sideOf.before(then) : null, after: now ? sideOf.after(now) : null };
    return compareSides(id, kind, { ...sides, moved: is === 'moved' });
  });
}

const keyResultSide = ({ metric, direction, start, target, current, unit, due, firstNinetyDays, proof }: KeyResult): Side => ({
  text: metric,
  facts: {
    direction,
    start,
    target,
    current,
    unit: unit || null,
    due,
    early: firstNinetyDays ? 'yes' : null,
    proof: proof?.words ?? null,
  },
});

/** What a line with this id says in a document; null without one. */
function lineIn(document: MissionDocument, id: string | null): string | null {
  if (id === null) return null;
  const { objectives, needs } = document;
  const all = [
    ...objectives.map((one) => ({ id: one.id, text: one.title })),
    ...listKeyResults(document).map((one) => ({ id: one.id, text: one.metric })),
    ...needs,
  ];
  return all.find((one) => one.id === id)?.text ?? null;
}

const questionSide =
  (document: MissionDocument) =>
  ({ text, lineId, asked, answered, answer }: Question): Side => ({
    text,
    facts: { about: lineIn(document, lineId), asked: answered ? 'answered' : asked ? 'asked' : null, answer: answer || null },
  });

const needSide =
  (document: MissionDocument) =>
  ({ text, leg, amount, keyResultId, proof }: Need): Side => ({
    text,
    facts: { leg, serves: lineIn(document, keyResultId), proof: proof?.words ?? null },
    amount,
  });

function compareObjectives(before: MissionDocument, after: MissionDocument): LineChange[] {
  const [allBefore, allAfter] = [listKeyResults(before), listKeyResults(after)];
  const side = ({ title }: { title: string }): Side => ({ text: title, facts: {} });
  const lists = { before: before.objectives, after: after.objectives };
  return compareList('objective', lists, { before: side, after: side }).flatMap((line) => {
    const resultsIn = ({ objectives }: MissionDocument) => objectives.find(({ id }) => id === line.id)?.keyResults ?? [];
    const results = { before: resultsIn(before), after: resultsIn(after), allBefore, allAfter };
    return [line, ...compareList('keyResult', results, { before: keyResultSide, after: keyResultSide })];
  });
}

/**
 * Every line of two versions in the order of the newer one; what was removed stands where it stood. A line that was edited
 * bears its words removed and added, one that changed its place is `moved`.
 */
export function compareMissions(before: MissionDocument, after: MissionDocument): LineChange[] {
  const prose = (kind: 'statement' | 'corrections') => {
    const sides = { before: { text: before[kind], facts: {} }, after: { text: after[kind], facts: {} } };
    return before[kind] === '' && after[kind] === '' ? [] : [compareSides(kind, kind, sides)];
  };
  const asked = { before: questionSide(before), after: questionSide(after) };
  const wanted = { before: needSide(before), after: needSide(after) };
  return [
    ...prose('statement'),
    ...compareObjectives(before, after),
    ...compareList('question', { before: before.questions, after: after.questions }, asked),
    ...compareList('need', { before: before.needs, after: after.needs }, wanted),
    ...prose('corrections'),
  ];
}

/** True where a line says and stands as it did. */
export function isUnchanged({ is, moved }: LineChange): boolean {
  return is === 'same' && !moved;
}

/** The number of each kind of change, for a line above the comparison. */
export function countChanges(lines: readonly LineChange[]): { added: number; removed: number; changed: number; moved: number } {
  const count = (is: LineChange['is']) => lines.filter((line) => line.is === is).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: lines.filter(({ moved }) => moved).length,
  };
}
