import { clearLostLinks } from './edit.ts';
import type { KeyResult, MissionDocument, Objective } from './mission.ts';

type Three = { base: MissionDocument; mine: MissionDocument; newer: MissionDocument };
type Block = { id: string };

/** Two documents that grew from one. `clashes`: the blocks that both changed, each as mine in the document. */
export type Merged = { document: MissionDocument; clashes: string[] };

const fields = ['statement', 'corrections', 'feedback', 'interviewsHeld', 'conversation'] as const;

/** Whether two values say the same, in whatever order their parts are kept. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)));
}

/** What stands of three: what only one side changed is that side's; what both changed is mine, and a clash. */
function settle<T>(id: string, [base, mine, newer]: readonly [T, T, T], clashes: string[]): T {
  if (isSame(mine, newer) || isSame(base, newer)) return mine;
  if (isSame(base, mine)) return newer;
  clashes.push(id);
  return mine;
}

const find = <T extends Block>(list: readonly T[], id: string) => list.find((one) => one.id === id);

/** Of what only one side still has: it stays unless the other side took it away as it was. */
function stays<T extends Block>(before: T | undefined, left: T): boolean {
  return before === undefined || !isSame(before, left);
}

/** The ids of both sides, each after the one it stood behind: in my order when I moved something, else in the newer one's. */
function ordered(base: readonly string[], mine: readonly string[], newer: readonly string[]): string[] {
  const isMoved = !isSame(
    mine.filter((id) => base.includes(id)),
    base.filter((id) => mine.includes(id)),
  );
  const [spine, other] = isMoved ? [mine, newer] : [newer, mine];
  return other.reduce(
    (so, id, at) => {
      if (so.includes(id)) return so;
      const ahead = other.slice(0, at).findLast((one) => so.includes(one));
      return so.toSpliced(ahead === undefined ? 0 : so.indexOf(ahead) + 1, 0, id);
    },
    [...spine],
  );
}

const idsOf = (list: readonly Block[]) => list.map(({ id }) => id);

function mergeList<T extends Block>(base: readonly T[], mine: readonly T[], newer: readonly T[], clashes: string[]): T[] {
  return ordered(idsOf(base), idsOf(mine), idsOf(newer)).flatMap((id) => {
    const [before, own, other] = [find(base, id), find(mine, id), find(newer, id)];
    if (own && other) return [settle(id, [before ?? other, own, other], clashes)];
    const left = own ?? other;
    return left && stays(before, left) ? [left] : [];
  });
}

type Placed = { id: string; parent: string; result: KeyResult };

const placed = ({ objectives }: MissionDocument): Placed[] =>
  objectives.flatMap(({ id: parent, keyResults }) => keyResults.map((result) => ({ id: result.id, parent, result })));

/** Key results may have moved to another objective: their words and their place are two things. */
function mergeResults({ base, mine, newer }: Three, clashes: string[]): Map<string, Placed> {
  const [before, own, other] = [placed(base), placed(mine), placed(newer)];
  const merged = new Map<string, Placed>();
  for (const id of new Set([...idsOf(own), ...idsOf(other)])) {
    const [then, here, there] = [find(before, id), find(own, id), find(other, id)];
    const left = here ?? there;
    if (here && there)
      merged.set(id, {
        id,
        parent: settle(id, [then?.parent ?? there.parent, here.parent, there.parent], []),
        result: settle(id, [then?.result ?? there.result, here.result, there.result], clashes),
      });
    else if (left && stays(then, left)) merged.set(id, left);
  }
  return merged;
}

function mergeObjectives(three: Three, clashes: string[]): Objective[] {
  const { base, mine, newer } = three;
  const results = mergeResults(three, clashes);
  const head = ({ objectives }: MissionDocument) => objectives.map(({ id, title }) => ({ id, title }));
  const wanted = new Set([...results.values()].map(({ parent }) => parent));
  const lost = [...mine.objectives, ...newer.objectives].filter(({ id }) => wanted.has(id));
  const titles = mergeList(head(base), head(mine), head(newer), clashes);
  // an objective that one side took away stays where the other side changed what is in it
  const back = lost.filter(({ id }, at) => !find(titles, id) && lost.findIndex((one) => one.id === id) === at);
  return [...titles, ...back.map(({ id, title }) => ({ id, title }))].map(({ id, title }) => {
    const inside = (document: MissionDocument) => idsOf(find(document.objectives, id)?.keyResults ?? []);
    const here = [...results.values()].filter(({ parent }) => parent === id);
    const order = ordered(inside(base), inside(mine), inside(newer));
    const known = [...order, ...idsOf(here)];
    return { id, title, keyResults: [...new Set(known)].flatMap((one) => find(here, one)?.result ?? []) };
  });
}

/**
 * Merges what two windows made of one mission. Edits of different blocks are both kept; what one side edited is not lost
 * because the other side removed it; of what both edited, mine stands and its id is among the clashes.
 */
export function mergeMissions(three: Three): Merged {
  const { base, mine, newer } = three;
  const clashes: string[] = [];
  const one = <Name extends (typeof fields)[number]>(name: Name) => settle(name, [base[name], mine[name], newer[name]], clashes);
  const document = clearLostLinks({
    statement: one('statement'),
    objectives: mergeObjectives(three, clashes),
    questions: mergeList(base.questions, mine.questions, newer.questions, clashes),
    needs: mergeList(base.needs, mine.needs, newer.needs, clashes),
    feedback: one('feedback'),
    interviewsHeld: one('interviewsHeld'),
    conversation: one('conversation'),
    corrections: one('corrections'),
  });
  return { document, clashes };
}

/** The document with one block, or one of its single fields, as it is in another document. */
export function takeBlock(document: MissionDocument, from: MissionDocument, id: string): MissionDocument {
  const field = fields.find((name) => name === id);
  if (field) return { ...document, [field]: from[field] };
  const swap = <T extends Block>(list: readonly T[], other: readonly T[]) =>
    list.map((one) => (one.id === id ? (find(other, id) ?? one) : one));
  const others = from.objectives.flatMap(({ keyResults }) => keyResults);
  return clearLostLinks({
    ...document,
    objectives: document.objectives.map((objective) => ({
      ...objective,
      title: objective.id === id ? (find(from.objectives, id)?.title ?? objective.title) : objective.title,
      keyResults: swap(objective.keyResults, others),
    })),
    questions: swap(document.questions, from.questions),
    needs: swap(document.needs, from.needs),
  });
}
