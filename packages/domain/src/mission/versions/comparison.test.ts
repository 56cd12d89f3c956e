import { describe, expect, it } from 'vitest';
import { blankKeyResult, blankNeed, blankObjective, blankQuestion, moveBlock, putKeyResult, removeBlock } from '../edit.ts';
import { emptyMission, type MissionDocument } from '../mission.ts';
import { compareMissions, countChanges, isUnchanged, type LineChange } from './comparison.ts';
import { canKeepMission, mostMissionVersions, restoreWords, saysTheSame } from './version.ts';

const result = (id: string, metric: string) => ({ ...blankKeyResult(id), metric, start: '45', target: '10' });
const before: MissionDocument = {
  ...emptyMission,
  statement: 'Make payments boring.',
  objectives: [
    { ...blankObjective('o1'), title: 'Ship without fear', keyResults: [result('k1', 'Minutes'), result('k2', 'Failures')] },
    { ...blankObjective('o2'), title: 'Nobody pages at night', keyResults: [result('k3', 'Pages')] },
  ],
  questions: [{ ...blankQuestion('q1', 'k1'), text: 'Who owns it?' }],
  needs: [{ ...blankNeed('n1', 'k2'), text: 'One engineer', amount: { minor: 9_000_000, currency: 'EUR' } }],
};
const told = (lines: LineChange[]) =>
  lines.filter((line) => !isUnchanged(line)).map(({ id, is, moved }) => [id, moved ? `${is}, moved` : is]);
const shown = ({ words }: LineChange) =>
  words.map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `[+${text}+]` : text)).join('');

describe('two versions of a mission', () => {
  it('that say the same have no line that differs', () => {
    expect(told(compareMissions(before, before))).toEqual([]);
    expect(compareMissions(before, before).map(({ id }) => id)).toEqual(['statement', 'o1', 'k1', 'k2', 'o2', 'k3', 'q1', 'n1']);
    expect(compareMissions(emptyMission, emptyMission)).toEqual([]);
  });

  it('are compared by words, within the line that they stand in', () => {
    const [line] = compareMissions(before, { ...before, statement: 'Make all payments dull.' });
    expect(line && shown(line)).toBe('Make [+all +]payments [-boring-][+dull+].');
    expect(line?.is).toBe('changed');
  });

  it('say which number changed, and which fact of a line', () => {
    const now = putKeyResult(before, 'o1', { ...result('k1', 'Minutes'), target: '15', unit: 'min', firstNinetyDays: true });
    const line = compareMissions(before, now).find(({ id }) => id === 'k1');
    expect(line).toMatchObject({ is: 'changed', moved: false });
    expect(line?.facts).toEqual([
      { name: 'target', before: '10', after: '15' },
      { name: 'unit', before: null, after: 'min' },
      { name: 'early', before: null, after: 'yes' },
    ]);
    const [need] = before.needs;
    if (!need) throw new Error('The need is missing.');
    const paid = compareMissions(before, { ...before, needs: [{ ...need, amount: { minor: 9_500_000, currency: 'EUR' } }] });
    expect(paid.at(-1)).toMatchObject({
      id: 'n1',
      is: 'changed',
      amount: { before: { minor: 9_000_000 }, after: { minor: 9_500_000 } },
    });
  });

  it('say what was added, what was removed and where it stood, and what came to point to nothing', () => {
    const now = putKeyResult(removeBlock(before, 'k2'), 'o2', result('k4', 'Nights'));
    expect(told(compareMissions(before, now))).toEqual([
      ['k2', 'removed'],
      ['k4', 'added'],
      ['n1', 'changed'],
    ]);
    expect(compareMissions(before, now).map(({ id }) => id)).toEqual([
      'statement',
      'o1',
      'k1',
      'k2',
      'o2',
      'k3',
      'k4',
      'q1',
      'n1',
    ]);
    expect(compareMissions(before, now).at(-1)?.facts).toEqual([{ name: 'serves', before: 'Failures', after: null }]);
    expect(told(compareMissions(before, removeBlock(before, 'o1'))).slice(0, 3)).toEqual([
      ['o1', 'removed'],
      ['k1', 'removed'],
      ['k2', 'removed'],
    ]);
  });

  it('say that a line moved, also from one objective to another, and what was edited in it on the way', () => {
    const turned = compareMissions(before, moveBlock(before, 'o1', 1));
    expect(told(turned)).toHaveLength(1);
    expect(countChanges(turned)).toEqual({ added: 0, removed: 0, changed: 0, moved: 1 });
    const [one, two] = before.objectives;
    if (!one || !two) throw new Error('An objective is missing.');
    const carried = {
      ...before,
      objectives: [
        { ...one, keyResults: one.keyResults.slice(1) },
        { ...two, keyResults: [...two.keyResults, { ...result('k1', 'Minutes'), target: '12' }] },
      ],
    };
    const lines = compareMissions(before, carried);
    expect(told(lines)).toEqual([['k1', 'changed, moved']]);
    expect(lines.map(({ id }) => id)).toEqual(['statement', 'o1', 'k2', 'o2', 'k3', 'k1', 'q1', 'n1']);
  });
});

describe('a version', () => {
  it('brings back the words, and leaves what has happened since', () => {
    const now = { ...emptyMission, statement: 'New', interviewsHeld: 2, corrections: 'It is about hiring.' };
    expect(restoreWords(now, before)).toEqual({ ...before, interviewsHeld: 2, corrections: 'It is about hiring.' });
  });
  it('says the same as another when its words and the manager’s do', () => {
    expect(saysTheSame(before, { ...before, interviewsHeld: 3 })).toBe(true);
    expect(saysTheSame(before, { ...before, corrections: 'No.' })).toBe(false);
    expect(saysTheSame(before, { ...before, questions: [] })).toBe(false);
  });
  it('is one of so many by hand', () => {
    expect([canKeepMission(mostMissionVersions - 1).allowed, canKeepMission(mostMissionVersions).allowed]).toEqual([true, false]);
  });
});
