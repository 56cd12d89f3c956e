import { expect, it } from 'vitest';
import { canAddContact, countAnswers, mostContacts } from './backchannel.ts';
import { questionBank } from './bank.ts';
import { BackchannelFields } from './input.ts';

const asked = {
  contact: 'Ines Duarte',
  relation: 'worked for her for two years',
  question: 'Would you work with this person again?',
  askedOn: '2026-11-20',
  answer: 'hesitated',
  words: '“Yes … in another company.”',
  callback: 'days',
  redFlag: false,
} as const;

it('is whom one asked and what; the answer may come later', () => {
  expect(BackchannelFields.parse({ ...asked, answer: null, callback: null, askedOn: null, words: '' }).contact).toBe(
    'Ines Duarte',
  );
  expect(BackchannelFields.safeParse({ ...asked, contact: ' ' }).success).toBe(false);
  expect(BackchannelFields.safeParse({ ...asked, answer: 'perhaps' }).success).toBe(false);
});

it('is counted in one line, by answer and by flag', () => {
  const said = (answer: 'yes' | 'no' | 'hesitated' | null, redFlag = false) => ({ answer, redFlag });
  expect(countAnswers([])).toBe('');
  expect(countAnswers([said('yes'), said('hesitated', true), said('yes'), said(null)])).toBe(
    '2 yes · 1 hesitated · 1 not answered yet · 1 red flag',
  );
});

it('is one of at most forty', () => {
  expect(canAddContact(mostContacts - 1).allowed).toBe(true);
  expect(canAddContact(mostContacts).allowed).toBe(false);
});

it('begins with the question that says most, and every question of the bank fits its field', () => {
  expect(questionBank[0]?.text).toBe('Would you work with this person again?');
  for (const { text } of questionBank) expect(BackchannelFields.safeParse({ ...asked, question: text }).success).toBe(true);
});
