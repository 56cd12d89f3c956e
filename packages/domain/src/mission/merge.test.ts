import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { blankKeyResult, blankNeed, blankQuestion, putKeyResult, removeBlock } from './edit.ts';
import { mergeMissions, takeBlock } from './merge.ts';
import { emptyMission, type MissionDocument } from './mission.ts';
import { moveLine, moveTo } from './move.ts';

const result = (id: string) => ({ ...blankKeyResult(id), metric: `metric ${id}` });
const base: MissionDocument = {
  ...emptyMission,
  statement: 'Make payments boring.',
  objectives: [
    { id: 'A', title: 'Ship without fear', keyResults: [result('a1'), result('a2')] },
    { id: 'B', title: 'A platform others choose', keyResults: [result('b1')] },
  ],
  questions: [
    { ...blankQuestion('q1', null), text: 'Who decides?' },
    { ...blankQuestion('q2', 'a1'), text: 'Why now?' },
  ],
  needs: [{ ...blankNeed('n1', 'a1'), text: 'One more engineer' }],
};

const state = (document: MissionDocument, statement: string) => ({ ...document, statement });
const rename = (document: MissionDocument, id: string, title: string) => ({
  ...document,
  objectives: document.objectives.map((one) => (one.id === id ? { ...one, title } : one)),
});
const measure = (document: MissionDocument, objectiveId: string, id: string, metric: string) =>
  putKeyResult(document, objectiveId, { ...result(id), metric });
const outline = ({ objectives }: MissionDocument) =>
  objectives.map(({ id, keyResults }) => [id, ...keyResults.map((one) => one.id)].join(' '));

describe('two windows on one mission', () => {
  test('edits of different blocks are both kept', () => {
    const mine = measure(state(base, 'Make payments dull.'), 'A', 'a1', 'mine');
    const newer = measure(rename(base, 'B', 'A platform'), 'B', 'b1', 'newer');
    const { document, clashes } = mergeMissions({ base, mine, newer });
    expect(clashes).toEqual([]);
    expect(document.statement).toBe('Make payments dull.');
    expect(document.objectives.map(({ title }) => title)).toEqual(['Ship without fear', 'A platform']);
    expect(document.objectives.flatMap(({ keyResults }) => keyResults.map(({ metric }) => metric))).toEqual([
      'mine',
      'metric a2',
      'newer',
    ]);
  });

  test('of what both changed mine stands, is named, and the newer one can be taken', () => {
    const mine = measure(state(base, 'Mine.'), 'A', 'a1', 'mine');
    const newer = measure(state(base, 'Newer.'), 'A', 'a1', 'newer');
    const { document, clashes } = mergeMissions({ base, mine, newer });
    expect(clashes.toSorted()).toEqual(['a1', 'statement']);
    expect([document.statement, document.objectives[0]?.keyResults[0]?.metric]).toEqual(['Mine.', 'mine']);
    const taken = takeBlock(takeBlock(document, newer, 'statement'), newer, 'a1');
    expect([taken.statement, taken.objectives[0]?.keyResults[0]?.metric]).toEqual(['Newer.', 'newer']);
  });

  test('new lines of both sides stand where they were put', () => {
    const mine = putKeyResult(base, 'A', result('mine'), 1);
    const newer = putKeyResult(base, 'A', result('newer'));
    expect(outline(mergeMissions({ base, mine, newer }).document)).toEqual(['A a1 mine a2 newer', 'B b1']);
  });

  test('what one side removed stays when the other has changed it, and goes when not', () => {
    const mine = removeBlock(base, 'A');
    expect(outline(mergeMissions({ base, mine, newer: base }).document)).toEqual(['B b1']);
    const newer = measure(base, 'A', 'a2', 'changed');
    for (const three of [
      { base, mine, newer },
      { base, mine: newer, newer: mine },
    ])
      expect(
        mergeMissions(three).document.objectives.map(({ id, keyResults }) => [id, keyResults.map(({ metric }) => metric)]),
      ).toEqual([
        ['B', ['metric b1']],
        ['A', ['changed']],
      ]);
  });

  test('a key result that one side moved and the other rewrote is moved and rewritten', () => {
    const mine = moveTo(base, 'a1', { id: 'b1', side: 'after' });
    const newer = measure(base, 'A', 'a1', 'newer');
    const { document, clashes } = mergeMissions({ base, mine, newer });
    expect([outline(document), clashes]).toEqual([['A a2', 'B b1 a1'], []]);
    expect(document.objectives[1]?.keyResults[1]?.metric).toBe('newer');
  });

  const edits: ((document: MissionDocument) => MissionDocument)[] = [
    (one) => state(one, `${one.statement} More.`),
    (one) => rename(one, 'A', 'Renamed'),
    (one) => removeBlock(one, 'a1'),
    (one) => removeBlock(one, 'B'),
    (one) => moveLine(one, 'a2', 1),
    (one) => moveLine(one, 'B', -1),
    (one) => moveLine(one, 'q1', 1),
    (one) => ({ ...one, interviewsHeld: one.interviewsHeld + 1 }),
    (one) => ({ ...one, needs: one.needs.map((need) => ({ ...need, text: 'Two' })) }),
  ];
  const edited = fc.subarray(edits).map((some) => some.reduce((so, edit) => edit(so), base));

  property.prop({ mine: edited })('what only one side did is what comes out, whichever side it was', ({ mine }) => {
    expect(mergeMissions({ base, mine, newer: base })).toEqual({ document: mine, clashes: [] });
    expect(mergeMissions({ base, mine: base, newer: mine })).toEqual({ document: mine, clashes: [] });
    expect(mergeMissions({ base, mine, newer: mine })).toEqual({ document: mine, clashes: [] });
  });

  property.prop({ mine: edited, newer: edited })(
    'no line comes out twice, and both sides get the same lines',
    ({ mine, newer }) => {
      const one = outline(mergeMissions({ base, mine, newer }).document).flatMap((line) => line.split(' '));
      const other = outline(mergeMissions({ base, mine: newer, newer: mine }).document).flatMap((line) => line.split(' '));
      expect(new Set(one).size).toBe(one.length);
      expect(one.toSorted()).toEqual(other.toSorted());
    },
  );
});

describe('moving a line', () => {
  test('steps within its list, and past the end into the next objective', () => {
    const once = moveLine(base, 'a1', 1);
    expect(outline(once)).toEqual(['A a2 a1', 'B b1']);
    const twice = moveLine(once, 'a1', 1);
    expect(outline(twice)).toEqual(['A a2', 'B a1 b1']);
    expect(outline(moveLine(twice, 'a1', -1))).toEqual(['A a2 a1', 'B b1']);
    expect(moveLine(base, 'b1', 1)).toEqual(base);
    expect(outline(moveLine(base, 'B', -1))).toEqual(['B b1', 'A a1 a2']);
  });

  test('goes before or after another, and not where there is no room', () => {
    expect(outline(moveTo(base, 'a1', { id: 'B', side: 'before' }))).toEqual(['A a2', 'B a1 b1']);
    expect(outline(moveTo(base, 'b1', { id: 'a2', side: 'before' }))).toEqual(['A a1 b1 a2', 'B']);
    expect(moveTo(base, 'a1', { id: 'a1', side: 'after' })).toEqual(base);
    const full = ['1', '2', '3', '4', '5'].reduce((so, id) => putKeyResult(so, 'B', result(id)), base);
    expect(moveTo(full, 'a1', { id: 'b1', side: 'after' })).toEqual(full);
    expect(moveTo(base, 'q2', { id: 'q1', side: 'before' }).questions.map(({ id }) => id)).toEqual(['q2', 'q1']);
  });
});
