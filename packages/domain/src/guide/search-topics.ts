import type { Topic } from './guide.ts';

/** How a search is run, in our own words. */
export const searchTopics: readonly Topic[] = [
  {
    id: 'road',
    part: 'search',
    title: 'The road, in its order',
    lines: [
      'A council and its charter first, then what you want, and who helped you get here.',
      'Ten to fifteen conversations in which you listen, until one sentence says what you are for.',
      'Then people before postings, and a debrief after every talk.',
      'The job mission after two or three of them; it carries the negotiation, with the council beside you.',
      'Then landing: leaving well, and the first ninety days.',
    ],
    place: 'opportunities',
  },
  {
    id: 'gratitude',
    part: 'search',
    title: 'The gratitude house',
    lines: [
      'Write down who helped you get here, and what each of them did.',
      'Read it before every call, as if they stood behind you.',
      'Thank one of them whenever something has gone well. It is no favour that you ask.',
    ],
    place: 'me',
  },
  {
    id: 'want',
    part: 'search',
    title: 'What you want',
    lines: [
      'Write down what you love, what you hate, what must be there and what must not.',
      'Say the exact role, the level and by when.',
      'Ten to fifteen conversations in which you mostly listen come before any application.',
    ],
    place: 'me',
  },
  {
    id: 'sentence',
    part: 'search',
    title: 'One sentence to be known for',
    lines: [
      'Three outcomes with their figures and their scope, and one example of leading.',
      'Put it into one sentence with three or four attributes.',
      'Show it to a peer for ten seconds and ask: “What did you hear?” Then mend it.',
      'Tell the same story everywhere: profile, letter, conversation.',
    ],
    place: 'me',
  },
  {
    id: 'week',
    part: 'search',
    title: 'One hour a week on the plan',
    lines: [
      'Block it, and do nothing else in it.',
      'Look at answers over 30 days, at talks with those you aim at, at offers and the level they bring.',
      'Change one thing, wait two weeks, look, decide whether it stays.',
      'Every two weeks look back with the council: what worked, what did not, what you do otherwise.',
      'Small numbers prove nothing. Steady weeks do more than long ones.',
      'Doing beats reading: whatever you read here, do one thing of it this week.',
    ],
    place: 'me',
  },
  {
    id: 'odds',
    part: 'search',
    title: 'What helps a search',
    lines: [
      'In 47 experiments, setting goals with others multiplied the odds of finding work, 2.67 times on the whole.',
      'People liked you better than you think: most of us guess too low after a conversation.',
      'Be out of work or not: below the market is below the market.',
    ],
    place: 'me',
  },
  {
    id: 'people',
    part: 'search',
    title: 'Asking people who know',
    lines: [
      'For senior roles, speak to people who worked with the manager, without making a form of it.',
      'The question that says most: “Would you work with this person again?”',
      'For a reference: “Call me back only if not hiring them would be a great mistake.” No call is an answer too.',
    ],
    place: 'opportunities',
  },
];
