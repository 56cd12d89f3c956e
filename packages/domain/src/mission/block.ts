import type { MissionDocument } from './mission.ts';

type Named = { id: string };

function find(document: MissionDocument, blockId: string): string | undefined {
  const { objectives, questions, needs } = document;
  const results = objectives.flatMap(({ keyResults }) => keyResults);
  return (
    objectives.find(({ id }) => id === blockId)?.title ??
    results.find(({ id }) => id === blockId)?.metric ??
    [...questions, ...needs].find(({ id }) => id === blockId)?.text
  );
}

/** The words of a block that can be quoted; undefined when there is none of this id. */
export function blockText(document: MissionDocument, blockId: string): string | undefined {
  if (blockId === 'statement' || blockId === 'corrections') return document[blockId];
  return find(document, blockId);
}

/** The document with other words in a block. */
export function writeBlock(document: MissionDocument, blockId: string, text: string): MissionDocument {
  if (blockId === 'statement' || blockId === 'corrections') return { ...document, [blockId]: text };
  const write = <T extends Named>(list: readonly T[], change: (one: T) => T): T[] =>
    list.map((one) => (one.id === blockId ? change(one) : one));
  return {
    ...document,
    objectives: write(document.objectives, (one) => ({ ...one, title: text })).map((objective) => ({
      ...objective,
      keyResults: write(objective.keyResults, (one) => ({ ...one, metric: text })),
    })),
    questions: write(document.questions, (one) => ({ ...one, text })),
    needs: write(document.needs, (one) => ({ ...one, text })),
  };
}
