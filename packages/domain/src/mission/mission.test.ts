import { describe, expect, it } from 'vitest';
import {
  blankKeyResult,
  blankNeed,
  blankObjective,
  blankQuestion,
  joinText,
  moveBlock,
  put,
  putBack,
  putKeyResult,
  removeBlock,
} from './edit.ts';
import { missionDocument, SaveMission } from './input.ts';
import {
  canBecome,
  emptyMission,
  findKeyResult,
  findNeed,
  listBlocks,
  listNextStates,
  type MissionDocument,
  missionStates,
  standingState,
} from './mission.ts';
import { checkReadiness, isReady, objectivesRemark } from './readiness.ts';

const uuid = (n: number) => `0197f7a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const result = (n: number) => ({
  ...blankKeyResult(uuid(n)),
  metric: `metric ${n}`,
  start: '45',
  target: '12',
  direction: 'fall' as const,
});
const objective = (n: number, ...results: number[]) => ({
  ...blankObjective(uuid(n)),
  title: `objective ${n}`,
  keyResults: results.map(result),
});

const full: MissionDocument = {
  ...emptyMission,
  statement: 'Make payments boring.',
  objectives: [objective(1, 11, 12), objective(2, 21)],
  questions: [
    { ...blankQuestion(uuid(31), uuid(11)), text: 'Who owns refunds?' },
    { ...blankQuestion(uuid(32), uuid(1)), text: 'Since when?' },
  ],
  needs: [{ ...blankNeed(uuid(41), uuid(21)), text: 'One more engineer', amount: { minor: 12_000_000, currency: 'USD' } }],
  feedback: { kind: 'question', question: 'Is the first objective this job?' },
};

const paths = (document: unknown) => missionDocument.safeParse(document).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a mission as it is written', () => {
  it('is taken whole, empty or full', () => {
    expect(missionDocument.parse(emptyMission)).toEqual(emptyMission);
    expect(missionDocument.parse(full)).toEqual(full);
  });
  it('has at most five objectives and remarks on fewer than two', () => {
    expect(paths({ ...full, objectives: [1, 2, 3, 4, 5].map((n) => objective(n)), questions: [], needs: [] })).toEqual([]);
    expect(paths({ ...full, objectives: [1, 2, 3, 4, 5, 6].map((n) => objective(n)), questions: [], needs: [] })).toEqual([
      'objectives',
    ]);
    expect(objectivesRemark({ objectives: [objective(1)] })).toContain('Two to five');
    expect(objectivesRemark({ objectives: [objective(1), objective(2)] })).toBeNull();
  });
  it('refuses numbers that lead nowhere, beside their field', () => {
    const stuck = { ...result(11), target: '45.0' };
    expect(paths({ ...full, objectives: [{ ...objective(1), keyResults: [stuck] }], questions: [], needs: [] })).toEqual([
      'objectives.0.keyResults.0.target',
    ]);
    const word = { ...result(11), target: 'many' };
    expect(paths({ ...full, objectives: [{ ...objective(1), keyResults: [word] }], questions: [], needs: [] })).toEqual([
      'objectives.0.keyResults.0.target',
    ]);
  });
  it('refuses a line that occurs twice and a link that leads out of it', () => {
    expect(paths({ ...full, needs: [{ ...full.needs[0], id: uuid(11) }] })).toEqual(['needs.0.id']);
    expect(paths({ ...full, needs: [{ ...full.needs[0], keyResultId: uuid(1) }] })).toEqual(['needs.0.keyResultId']);
    expect(paths({ ...full, questions: [{ ...full.questions[0], lineId: uuid(99) }] })).toEqual(['questions.0.lineId']);
  });
  it('refuses what nobody can mean', () => {
    for (const bad of [
      { ...full, surprise: 1 },
      { ...full, statement: 'a\u202eb' },
      { ...full, statement: 'x'.repeat(601) },
      { ...full, interviewsHeld: 1.5 },
      { ...full, needs: [{ ...full.needs[0], amount: { minor: -1, currency: 'USD' } }] },
      { ...full, needs: [{ ...full.needs[0], amount: { minor: 1, currency: 'XYZ' } }] },
      { ...full, needs: [{ ...full.needs[0], leg: 'compensation' }] },
      { ...full, feedback: { kind: 'likeWishWonder', question: 'x' } },
      { ...full, conversation: { on: '2026-02-30', channel: 'video' } },
      { ...full, conversation: { on: '2026-02-03', channel: 'mail' } },
      null,
      [],
      'mission',
    ])
      expect(missionDocument.safeParse(bad).success, JSON.stringify(bad)?.slice(0, 60)).toBe(false);
    expect(SaveMission.safeParse({ missionId: uuid(1), rev: 0, document: full }).success).toBe(false);
  });
});

describe('lines of a mission', () => {
  it('are found by their id', () => {
    expect(findNeed(full, uuid(41))?.text).toBe('One more engineer');
    expect(findNeed(full, uuid(42))).toBeNull();
    expect(findKeyResult(full, uuid(21))?.metric).toBe('metric 21');
    expect(listBlocks(full).map(({ id }) => id)).toEqual([
      'item',
      'statement',
      ...[1, 11, 12, 2, 21, 31, 32, 41].map(uuid),
      'corrections',
    ]);
  });
  it('leave no link behind when they go', () => {
    const fewer = removeBlock(full, uuid(1));
    expect(fewer.objectives.map(({ id }) => id)).toEqual([uuid(2)]);
    expect(fewer.questions.map(({ lineId }) => lineId)).toEqual([null, null]);
    expect(removeBlock(full, uuid(21)).needs[0]?.keyResultId).toBeNull();
    expect(paths(fewer)).toEqual([]);
    expect(paths(removeBlock(full, uuid(21)))).toEqual([]);
  });
  it('are all in the whole text', () => {
    const text = joinText({ ...full, corrections: 'not quite' });
    for (const words of ['payments boring', 'objective 2', 'metric 21', 'refunds', 'engineer', 'this job?', 'not quite'])
      expect(text).toContain(words);
  });
  it('come back with their links, and take nothing else back', () => {
    for (const id of [1, 11, 21, 31, 41].map(uuid)) expect(putBack(full, removeBlock(full, id), id)).toEqual(full);
    const edited = { ...removeBlock(full, uuid(11)), statement: 'Another one.' };
    expect(putBack(full, edited, uuid(11))).toEqual({ ...full, statement: 'Another one.' });
    const gone = removeBlock(removeBlock(full, uuid(11)), uuid(1));
    expect(putBack(full, gone, uuid(11))).toEqual(gone);
    expect(putBack(full, full, uuid(11))).toEqual(full);
  });
  it('are put where they belong', () => {
    expect(put(full.objectives, objective(3), 1).map(({ id }) => id)).toEqual([1, 3, 2].map(uuid));
    expect(put(full.objectives, { ...objective(2), title: 'new' })[1]?.title).toBe('new');
    const more = putKeyResult(full, uuid(2), result(22), 0);
    expect(more.objectives[1]?.keyResults.map(({ id }) => id)).toEqual([22, 21].map(uuid));
    expect(more.objectives[0]).toEqual(full.objectives[0]);
  });
  it('move up and down among their own', () => {
    expect(moveBlock(full, uuid(2), -1).objectives.map(({ id }) => id)).toEqual([2, 1].map(uuid));
    expect(moveBlock(full, uuid(11), 1).objectives[0]?.keyResults.map(({ id }) => id)).toEqual([12, 11].map(uuid));
    expect(moveBlock(full, uuid(1), -1)).toEqual(full);
    expect(moveBlock(full, uuid(32), 1)).toEqual(full);
  });
});

describe('states of a mission', () => {
  const ready = { ...full, corrections: 'x' };
  const reached = (isRead: boolean) =>
    missionStates.map((from) => missionStates.filter((to) => canBecome(ready, from, to, isRead).allowed));

  it('go step by step, and back, while others read it', () => {
    // private and read by others does not exist: see below
    expect(reached(true).slice(1)).toEqual([
      ['private', 'shownToManager'],
      ['inReview', 'corrected'],
      ['inReview', 'shownToManager'],
    ]);
    for (const isRead of [true, false])
      expect(reached(isRead)).toEqual(missionStates.map((from) => [...listNextStates(from, isRead)]));
  });

  it('come into review by being shared, and out of it when nobody reads it any more', () => {
    expect(missionStates.map((kept) => standingState(kept, true))).toEqual([
      'inReview',
      'inReview',
      'shownToManager',
      'corrected',
    ]);
    expect(missionStates.map((kept) => standingState(kept, false))).toEqual([
      'private',
      'private',
      'shownToManager',
      'corrected',
    ]);
    expect(canBecome(full, 'private', 'inReview', false)).toMatchObject({ reason: expect.stringContaining('Share it') });
    expect(reached(false)).toEqual([[], ['private', 'shownToManager'], ['private', 'corrected'], ['private', 'shownToManager']]);
  });

  it('need something to read, and the manager in their own words', () => {
    expect(canBecome(emptyMission, 'inReview', 'shownToManager', true)).toMatchObject({
      reason: expect.stringContaining('sentence'),
    });
    expect(canBecome(emptyMission, 'inReview', 'private', true).allowed).toBe(true);
    expect(canBecome(full, 'shownToManager', 'corrected', true)).toMatchObject({
      reason: expect.stringContaining('their words'),
    });
  });
});

describe('readiness for the manager', () => {
  const ready = { ...full, interviewsHeld: 2, conversation: { on: '2026-12-01', channel: 'video' as const } };
  const open = (document: MissionDocument, peerComments: number) =>
    checkReadiness(document, { peerComments })
      .filter(({ done }) => !done)
      .map(({ name }) => name);

  it('asks for four things', () => {
    expect(open(emptyMission, 0)).toEqual(['interviews', 'conversation', 'peer', 'numbers']);
    expect(open(ready, 1)).toEqual([]);
    expect(isReady(checkReadiness(ready, { peerComments: 1 }))).toBe(true);
  });
  it('misses each one alone', () => {
    expect(open({ ...ready, interviewsHeld: 1 }, 1)).toEqual(['interviews']);
    expect(open({ ...ready, conversation: null }, 1)).toEqual(['conversation']);
    expect(open(ready, 0)).toEqual(['peer']);
    const wordy = { ...result(22), start: null };
    const documents = [
      putKeyResult({ ...ready, objectives: [objective(1, 11), objective(2)] }, uuid(2), wordy),
      { ...ready, objectives: [] },
    ];
    expect(documents.map((document) => open(document, 1))).toEqual([['numbers'], ['numbers']]);
    expect(isReady(checkReadiness(ready, { peerComments: 0 }))).toBe(false);
  });
});
