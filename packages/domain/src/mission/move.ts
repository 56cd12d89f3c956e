import { moveBlock } from './edit.ts';
import { type MissionDocument, mostKeyResults } from './mission.ts';

/** Where a line is put: before or after which other one. */
export type Spot = { id: string; side: 'before' | 'after' };

type Block = { id: string };

function resettle<T extends Block>(list: readonly T[], id: string, { id: target, side }: Spot): T[] {
  const block = list.find((one) => one.id === id);
  const rest = list.filter((one) => one !== block);
  const at = rest.findIndex((one) => one.id === target);
  if (!block || at === -1) return [...list];
  return rest.toSpliced(side === 'before' ? at : at + 1, 0, block);
}

const holds = (list: readonly Block[], id: string) => list.some((one) => one.id === id);

/** A key result put beside another one, or at the head or the end of an objective; nothing changes where there is no room. */
function resettleResult(document: MissionDocument, id: string, spot: Spot): MissionDocument {
  const from = document.objectives.find(({ keyResults }) => holds(keyResults, id));
  const to = document.objectives.find((one) => one.id === spot.id || holds(one.keyResults, spot.id));
  const result = from?.keyResults.find((one) => one.id === id);
  if (!from || !to || !result || spot.id === id) return document;
  if (from !== to && to.keyResults.length >= mostKeyResults) return document;
  const objectives = document.objectives.map((objective) => {
    const rest = objective.keyResults.filter((one) => one.id !== id);
    if (objective !== to) return objective === from ? { ...objective, keyResults: rest } : objective;
    const beside = rest.findIndex((one) => one.id === spot.id);
    const edge = spot.side === 'before' ? 0 : rest.length;
    const at = beside === -1 ? edge : spot.side === 'before' ? beside : beside + 1;
    return { ...objective, keyResults: rest.toSpliced(at, 0, result) };
  });
  return { ...document, objectives };
}

/** The document with a line put elsewhere among its kind: key results also into another objective. */
export function moveTo(document: MissionDocument, id: string, spot: Spot): MissionDocument {
  if (document.objectives.some(({ keyResults }) => holds(keyResults, id))) return resettleResult(document, id, spot);
  return {
    ...document,
    objectives: resettle(document.objectives, id, spot),
    questions: resettle(document.questions, id, spot),
    needs: resettle(document.needs, id, spot),
  };
}

/** One step up (-1) or down (1); past the end of its objective a key result goes into the next one that has room. */
export function moveLine(document: MissionDocument, id: string, by: -1 | 1): MissionDocument {
  const at = document.objectives.findIndex(({ keyResults }) => holds(keyResults, id));
  const results = document.objectives[at]?.keyResults ?? [];
  const edge = by === 1 ? results.at(-1) : results[0];
  if (at === -1 || edge?.id !== id) return moveBlock(document, id, by);
  const ways = by === 1 ? document.objectives.slice(at + 1) : document.objectives.slice(0, at).reverse();
  const next = ways.find(({ keyResults }) => keyResults.length < mostKeyResults);
  return next ? moveTo(document, id, { id: next.id, side: by === 1 ? 'before' : 'after' }) : document;
}
