import type { KeyResult, MissionDocument, Need, Objective, Question } from './mission.ts';

/** A new objective with no words yet. */
export function blankObjective(id: string): Objective {
  return { id, title: '', keyResults: [] };
}

/** A new key result with no words or numbers yet. */
export function blankKeyResult(id: string): KeyResult {
  return {
    id,
    metric: '',
    direction: 'rise',
    start: null,
    target: null,
    current: null,
    unit: '',
    due: null,
    firstNinetyDays: false,
    proof: null,
  };
}

/** A new question, about one line or about none. */
export function blankQuestion(id: string, lineId: string | null): Question {
  return { id, text: '', lineId, asked: false, answered: false, answer: '' };
}

/** A new need, serving one key result or none. */
export function blankNeed(id: string, keyResultId: string | null): Need {
  return { id, leg: 'resources', text: '', amount: null, keyResultId, proof: null };
}

/** The list with `block` in the place of the one with the same id, or at `index` (at the end without) when it is new. */
export function put<T extends { id: string }>(list: readonly T[], block: T, index = list.length): T[] {
  if (list.some(({ id }) => id === block.id)) return list.map((one) => (one.id === block.id ? block : one));
  return [...list.slice(0, index), block, ...list.slice(index)];
}

/** The document with a key result put into one of its objectives. */
export function putKeyResult(document: MissionDocument, objectiveId: string, result: KeyResult, index?: number): MissionDocument {
  return {
    ...document,
    objectives: document.objectives.map((objective) =>
      objective.id === objectiveId ? { ...objective, keyResults: put(objective.keyResults, result, index) } : objective,
    ),
  };
}

/** The document without the block of this id; what pointed to it, or into it, points to nothing. */
export function removeBlock(document: MissionDocument, id: string): MissionDocument {
  const stays = (block: { id: string }) => block.id !== id;
  return clearLostLinks({
    ...document,
    objectives: document.objectives
      .filter(stays)
      .map((objective) => ({ ...objective, keyResults: objective.keyResults.filter(stays) })),
    questions: document.questions.filter(stays),
    needs: document.needs.filter(stays),
  });
}

/**
 * The document `now` with the block of this id back as it was in `before`, in its old place, and with the links that
 * led to it or into it. Nothing changes when its objective is gone, too.
 */
export function putBack(before: MissionDocument, now: MissionDocument, id: string): MissionDocument {
  const back = <T extends { id: string }>(then: readonly T[], list: readonly T[]): T[] => {
    const at = then.findIndex((one) => one.id === id);
    const block = then[at];
    return block && !list.some((one) => one.id === id) ? put(list, block, at) : [...list];
  };
  const objectives = back(before.objectives, now.objectives).map((objective) => {
    const then = before.objectives.find((one) => one.id === objective.id);
    return then ? { ...objective, keyResults: back(then.keyResults, objective.keyResults) } : objective;
  });
  const questions = back(before.questions, now.questions).map((question) => ({
    ...question,
    lineId: question.lineId ?? before.questions.find((one) => one.id === question.id)?.lineId ?? null,
  }));
  const needs = back(before.needs, now.needs).map((need) => ({
    ...need,
    keyResultId: need.keyResultId ?? before.needs.find((one) => one.id === need.id)?.keyResultId ?? null,
  }));
  return clearLostLinks({ ...now, objectives, questions, needs });
}

/** One step up (-1) or down (1) for the block of this id within its own list; the same document at either end. */
export function moveBlock(document: MissionDocument, id: string, by: -1 | 1): MissionDocument {
  return {
    ...document,
    objectives: shift(document.objectives, id, by).map((objective) => ({
      ...objective,
      keyResults: shift(objective.keyResults, id, by),
    })),
    questions: shift(document.questions, id, by),
    needs: shift(document.needs, id, by),
  };
}

function shift<T extends { id: string }>(list: readonly T[], id: string, by: -1 | 1): T[] {
  const from = list.findIndex((one) => one.id === id);
  const here = list[from];
  const there = list[from + by];
  if (!here || !there) return [...list];
  return list.map((one) => (one === here ? there : one === there ? here : one));
}

/** Everything that a reader of the mission reads, as one text. */
export function joinText(document: MissionDocument): string {
  const { statement, objectives, questions, needs, feedback, corrections } = document;
  const results = objectives.flatMap(({ title, keyResults }) => [
    title,
    ...keyResults.flatMap(({ metric, unit, proof }) => [metric, unit, proof?.words ?? '']),
  ]);
  const asked = questions.flatMap(({ text, answer }) => [text, answer]);
  const own = feedback?.kind === 'question' ? feedback.question : '';
  return [
    statement,
    ...results,
    ...asked,
    ...needs.flatMap(({ text, proof }) => [text, proof?.words ?? '']),
    own,
    corrections,
  ].join('\n');
}

/** Lines to which a question may point. */
export function listLineIds(document: Pick<MissionDocument, 'objectives' | 'needs'>): Set<string> {
  return new Set([
    ...document.objectives.flatMap(({ id, keyResults }) => [id, ...keyResults.map((result) => result.id)]),
    ...document.needs.map(({ id }) => id),
  ]);
}

/** The document in which every link that points to nothing is null. */
export function clearLostLinks(document: MissionDocument): MissionDocument {
  const lines = listLineIds(document);
  return {
    ...document,
    questions: document.questions.map((question) =>
      question.lineId !== null && !lines.has(question.lineId) ? { ...question, lineId: null } : question,
    ),
    needs: document.needs.map((need) =>
      need.keyResultId !== null && !lines.has(need.keyResultId) ? { ...need, keyResultId: null } : need,
    ),
  };
}
