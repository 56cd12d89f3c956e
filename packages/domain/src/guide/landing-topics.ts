import type { Topic } from './guide.ts';

/** How it ends and begins anew, in our own words. */
export const landingTopics: readonly Topic[] = [
  {
    id: 'written',
    part: 'landing',
    title: 'Everything in the letter first',
    lines: [
      'What was agreed aloud is agreed once it stands in a revised letter.',
      'Compare letter and record line by line; a figure that differs by one is a question.',
      'Then accept clearly and gladly, and thank them.',
    ],
    place: 'terms',
  },
  {
    id: 'leaving',
    part: 'landing',
    title: 'Leaving well',
    lines: [
      'Tell your manager in person, before anybody else, and in two sentences.',
      'Give more notice than you must, if you can, and write down what only you know.',
      'Say good things truly and keep the rest. You will meet these people again.',
      'A counter-offer of your old place seldom mends why you wanted to go.',
    ],
    place: 'outcome',
  },
  {
    id: 'weeks',
    part: 'landing',
    title: 'The first weeks',
    lines: [
      'Put the results of your mission into the calendar for the first ninety days.',
      'Meet everybody whose work yours touches, and ask what they would change.',
      'Choose one result that is small, seen, and done within thirty days.',
      'After ninety days show the manager the mission and what became of it.',
    ],
    place: 'outcome',
  },
  {
    id: 'review',
    part: 'landing',
    title: 'The review after six months',
    lines: [
      'Bring what was promised for it, word by word, and what you have done since.',
      'Prepare it like an offer: a target, a reason, one ask.',
      'If it is put off, ask for the day.',
    ],
    place: 'outcome',
  },
];
