import { expect, it } from 'vitest';
import { type DepartureCounts, sayGoes, saySeat, sayStays } from './departure.ts';

const nothing: DepartureCounts = {
  opportunities: 0,
  offers: 0,
  negotiations: 0,
  debriefs: 0,
  comments: 0,
  answers: 0,
  notes: 0,
  checklists: 0,
  countersKept: 0,
  countersGone: 0,
  readsGone: 0,
  openings: 0,
};

it('says what goes, in numbers', () => {
  expect(sayGoes(nothing)).toEqual(['Your profile, your lists and your settings.']);
  expect(sayGoes({ ...nothing, opportunities: 1, offers: 2, debriefs: 3, readsGone: 1 })).toEqual([
    '1 opportunity, 2 offers and 3 debriefs, with everything in them and everything that others said about them.',
    'Your profile, your lists and your settings.',
    '1 read of another’s debrief that you sealed.',
  ]);
});

it('says what stays, and says nothing of what there is not', () => {
  expect(sayStays(nothing)).toEqual([]);
  expect(sayStays({ ...nothing, comments: 2, countersKept: 1, openings: 1 })).toEqual([
    '2 comments that you wrote for others, as those of “A former member”. Delete them first if they should go.',
    '1 counter in a revealed round: the numbers and reasons stay as they were, your name goes.',
    'In others’ logs, that “A former member” opened an offer: 1 line.',
  ]);
});

it('says what becomes of each council', () => {
  const seat = { name: 'Table', others: 2, chairs: false, successor: 'Ben', alone: false };
  expect(saySeat(seat)).toBe('Table goes on without you.');
  expect(saySeat({ ...seat, chairs: true })).toMatch(/^Table goes on: Ben, who has sat there longest, chairs it/);
  expect(saySeat({ ...seat, others: 0, chairs: true, successor: null })).toMatch(/^Table closes/);
  expect(saySeat({ ...seat, others: 0, chairs: true, successor: null, alone: true })).toMatch(/^Table is deleted/);
});
