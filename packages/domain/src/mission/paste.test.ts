import { expect, test } from 'vitest';
import { emptyMission, type MissionDocument } from './mission.ts';
import { linesIn, pasteLines } from './paste.ts';

const maker = () => {
  let made = 0;
  return {
    locale: 'en-GB',
    today: '2026-11-27',
    newId: () => `0000000a-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  };
};
const outline = ({ objectives }: MissionDocument) =>
  objectives.map(({ title, keyResults }) => [title, ...keyResults.map(({ metric }) => metric)]);

test('the dress of a document falls off, its lines stay', () => {
  const pasted = '# Mission\r\n• One\u200b line\n  - [ ] inner\n\n3) third\n**bold**\t cell\n👩‍👩‍👧 family\u202e';
  expect(linesIn(pasted).map(({ text }) => text)).toEqual([
    'Mission',
    'One line',
    'inner',
    'third',
    '**bold** cell',
    '👩‍👩‍👧 family',
  ]);
});

test('a whole mission comes in at once', () => {
  const text = `Make payments boring.

Ship without fear
  • Minutes to production 45 → 12 min by 23 Aug
  • Failed changes 31 → 12 %
A platform others choose
Teams on it 3 → 9
  - Survey is sent`;
  const { document, taken, left } = pasteLines(emptyMission, { into: 'statement' }, text, maker());
  expect([document.statement, taken, left]).toEqual(['Make payments boring.', 7, []]);
  expect(outline(document)).toEqual([
    ['Ship without fear', 'Minutes to production', 'Failed changes'],
    ['A platform others choose', 'Teams on it', 'Survey is sent'],
  ]);
  const [first] = document.objectives[0]?.keyResults ?? [];
  expect(first).toMatchObject({ start: '45', target: '12', unit: 'min', due: '2027-08-23', direction: 'fall' });
});

test('lines go in where they are pasted; what does not fit is handed back whole', () => {
  const making = maker();
  const begun = pasteLines(emptyMission, { into: 'objectives', after: null }, 'A\n- one\n- six', making).document;
  const objectiveId = begun.objectives[0]?.id ?? '';
  const { document, left } = pasteLines(
    begun,
    { into: 'results', objectiveId, at: 1 },
    '- two\n- three\n- four\n- five\n- seven',
    making,
  );
  expect([outline(document), left]).toEqual([[['A', 'one', 'two', 'three', 'four', 'five', 'six']], ['seven']]);
  const long = 'x'.repeat(301);
  const asked = pasteLines(document, { into: 'questions' }, `Who decides?\n${long}`, making);
  expect([asked.document.questions.map(({ text }) => text), asked.left]).toEqual([['Who decides?'], [long]]);
});

test('a number that may be two is not guessed: the line stays as words', () => {
  const { document } = pasteLines(emptyMission, { into: 'objectives', after: null }, 'A\nLead time 45 → 12m', maker());
  expect(document.objectives[0]?.keyResults[0]).toMatchObject({ metric: 'Lead time 45 → 12m', start: null });
});

test('200 kB go in or come back, line by line, and at once', () => {
  const text = Array.from({ length: 4000 }, (_, at) => `Line ${at} goes from ${at} to ${at + 1} and so on, 12 → 13`).join('\n');
  expect(text.length).toBeGreaterThan(190_000);
  const began = performance.now();
  const { document, taken, left } = pasteLines(emptyMission, { into: 'objectives', after: null }, text, maker());
  expect(performance.now() - began).toBeLessThan(3000);
  expect(document.objectives.length).toBe(1);
  expect(taken + left.length).toBe(4000);
  const one = pasteLines(emptyMission, { into: 'statement' }, 'y'.repeat(200_000), maker());
  expect(one.left).toEqual(['y'.repeat(200_000)]);
});
