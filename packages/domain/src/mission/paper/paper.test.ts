import { expect, test } from 'vitest';
import { blankKeyResult, blankNeed, blankQuestion } from '../edit.ts';
import { emptyMission, type MissionDocument } from '../mission.ts';
import { writeMarkdown } from './markdown.ts';
import { paperIn, paperOf, textSizeOf } from './paper.ts';

const secret = (of: string) => `SECRET ${of}`;
const proof = { proofId: 'p1', words: 'Cut *deploys* to nine minutes (40 → 9 min)' };
const result = (id: string) => ({
  ...blankKeyResult(id),
  metric: 'Minutes to production',
  start: '45',
  target: '12',
  unit: 'min',
  due: '2027-08-23',
});
const mission: MissionDocument = {
  ...emptyMission,
  statement: 'Make payments *boring*.\nEverywhere.',
  objectives: [
    {
      id: 'A',
      title: '1. Ship without fear',
      keyResults: [
        { ...result('a1'), proof },
        { ...blankKeyResult('a2'), metric: '# of <b>talks</b>' },
      ],
    },
  ],
  questions: [
    { ...blankQuestion('q1', null), text: 'Who decides?', asked: true, answer: secret('note') },
    { ...blankQuestion('q2', null), text: secret('answered question'), answered: true, answer: secret('answer') },
  ],
  needs: [{ ...blankNeed('n1', 'a1'), text: 'Two engineers', amount: { minor: 24_000_000, currency: 'EUR' }, proof }],
  feedback: { kind: 'question', question: secret('wanted feedback') },
  corrections: secret('corrections'),
  interviewsHeld: 7,
};
const words = {
  number: String,
  date: (date: string) => date,
  money: ({ minor, currency }: { minor: number; currency: string }) => `${minor / 100} ${currency}`,
};
const all = { needs: true, proofs: true, questions: true };

test('Markdown says the mission, as words, and nothing else of what is kept with it', () => {
  const text = writeMarkdown(paperOf(mission, 'Staff engineer', all), words);
  expect(text).toBe(`# Make payments \\*boring\\*. Everywhere.

*Staff engineer*

## 1\\. Ship without fear

- Minutes to production: 45 → 12 min by 2027-08-23
  Shown by: Cut \\*deploys\\* to nine minutes (40 → 9 min)
- \\# of \\<b\\>talks\\</b\\>

## What it takes

- Two engineers (240000 EUR)
  Shown by: Cut \\*deploys\\* to nine minutes (40 → 9 min)

## Questions

- Who decides?
`);
  expect(JSON.stringify(paperOf(mission, 'Staff engineer', all))).not.toContain('SECRET');
});

test('what is not chosen stays at home', () => {
  const text = writeMarkdown(paperOf(mission, 'Staff engineer', { needs: false, proofs: false, questions: false }), words);
  expect(text).not.toMatch(/engineers|Who decides|Shown by/);
});

test('the text is as large as one page has room for', () => {
  const paper = paperOf(mission, 'Staff engineer', all);
  expect(textSizeOf(paper, 'a4')).toBe(11);
  const wide = {
    ...mission,
    objectives: ['1', '2', '3', '4', '5'].map((id) => ({
      id,
      title: 'Ship '.repeat(30),
      keyResults: ['a', 'b', 'c', 'd', 'e'].map((one) => result(id + one)),
    })),
  };
  const [a4, letter] = [textSizeOf(paperOf(wide, 'x', all), 'a4'), textSizeOf(paperOf(wide, 'x', all), 'letter')];
  expect(a4).toBeLessThan(11);
  expect(letter).toBeLessThanOrEqual(a4);
});

test('paper is what lies in the printers of the place', () => {
  expect(['en-US', 'es-MX', 'en-GB', 'de-DE', 'pt-BR'].map(paperIn)).toEqual(['letter', 'letter', 'a4', 'a4', 'a4']);
});
