import type { Mood } from './brief.ts';

/** What an employer says, on a card; `moods`: whose sentence it is. */
export type PlayCard = { id: string; says: string; moods: readonly Mood[] };

/** The deck for whoever rehearses alone. */
export const playCards: readonly PlayCard[] = [
  { id: 'number', says: 'Before we start: what number would make you sign today?', moods: ['hurried', 'testing'] },
  { id: 'budget', says: 'That is above our budget for this role.', moods: ['warm', 'stiff', 'hurried'] },
  { id: 'policy', says: 'We do not negotiate. Everybody at this level gets the same.', moods: ['stiff'] },
  { id: 'best', says: 'This is already the best we can do.', moods: ['warm', 'stiff', 'testing'] },
  { id: 'why', says: 'Why should we pay you more than the others?', moods: ['testing', 'stiff'] },
  { id: 'other', says: 'Do you have another offer?', moods: ['testing', 'hurried', 'warm'] },
  { id: 'tonight', says: 'I need your answer by tonight.', moods: ['hurried'] },
  { id: 'difficult', says: 'That will be difficult.', moods: ['warm', 'stiff', 'hurried', 'testing'] },
  { id: 'pause', says: '(They say nothing. Count to ten before you do.)', moods: ['testing', 'warm', 'stiff'] },
  { id: 'half', says: 'What if we meet in the middle?', moods: ['warm', 'hurried'] },
  { id: 'title', says: 'Titles are fixed this year. Does it matter to you?', moods: ['stiff', 'testing'] },
  { id: 'signon', says: 'Base is closed. I could look at something paid once.', moods: ['warm', 'stiff'] },
  { id: 'earned', says: 'What do you earn now?', moods: ['testing', 'hurried', 'stiff'] },
  { id: 'trust', says: 'Trust me, we will look at it again after half a year.', moods: ['warm', 'hurried'] },
  { id: 'else', says: 'Is there anything else?', moods: ['warm', 'stiff', 'hurried', 'testing'] },
  { id: 'ask', says: 'I shall have to ask. What do I tell them?', moods: ['warm', 'stiff'] },
];

/** Who sat behind the cards: shown when the rehearsal has ended. */
export type Dealt = { mood: Mood; ceiling: string; fixed: string; gives: string };

const employers: readonly Dealt[] = [
  {
    mood: 'warm',
    ceiling: 'Base could have gone up by about 4 %.',
    fixed: 'Equity was fixed.',
    gives: 'A sign-on of a month’s pay lay ready for whoever asked for it.',
  },
  {
    mood: 'stiff',
    ceiling: 'Base stood at the top of its band.',
    fixed: 'Base and title were fixed.',
    gives: 'A review after six months with its result written down, and five more days of leave.',
  },
  {
    mood: 'hurried',
    ceiling: 'Base could have gone up by about 8 %, to be done by tonight.',
    fixed: 'The start date was fixed.',
    gives: 'Nothing else had been prepared; a week to think would have been granted.',
  },
  {
    mood: 'testing',
    ceiling: 'Base could have gone up by about 12 % for a reason worth repeating.',
    fixed: 'Nothing was fixed.',
    gives: 'Budget for the first year’s plan, for whoever spoke of the work before the money.',
  },
];

/** Numbers that follow from a seed: the same deck for the same rehearsal, on every device and after every reload. */
function* numbersOf(seed: string): Generator<number, never> {
  let state = 0;
  for (const sign of seed) state = (Math.imul(state, 31) + sign.charCodeAt(0)) >>> 0;
  for (;;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** Who sits behind the cards of this rehearsal, and the cards in the order in which they are drawn: those of the mood. */
export function dealCards(rehearsalId: string): { employer: Dealt; cards: PlayCard[] } {
  const numbers = numbersOf(rehearsalId);
  const [fallback] = employers;
  const employer = employers[numbers.next().value % employers.length] ?? fallback;
  if (!employer) throw new Error('Nobody sits behind the cards.');
  const own = playCards.filter(({ moods }) => moods.includes(employer.mood));
  const ranked = own.map((card) => ({ card, rank: numbers.next().value }));
  return { employer, cards: ranked.toSorted((a, b) => a.rank - b.rank).map(({ card }) => card) };
}
