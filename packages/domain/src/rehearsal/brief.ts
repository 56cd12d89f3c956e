/** How the employer is today. */
export const moods = ['warm', 'hurried', 'stiff', 'testing'] as const;
export type Mood = (typeof moods)[number];

export const moodWords: Record<Mood, { label: string; play: string }> = {
  warm: { label: 'Warm', play: 'You like them and would love to say yes. Your hands are tied more than you say.' },
  hurried: { label: 'In a hurry', play: 'The next meeting waits. You want a yes by tonight and cut sentences short.' },
  stiff: {
    label: 'By the book',
    play: 'Bands are bands. You point to the policy and soften only for a reason you could write down.',
  },
  testing: { label: 'Testing', play: 'You want to see how they take pressure. You leave pauses and ask what else they have.' },
};

/** What the employer cannot change, whatever is said. */
export const fixedParts = ['base', 'bonus', 'signOn', 'equity', 'title', 'start', 'place'] as const;
export type FixedPart = (typeof fixedParts)[number];

export const fixedWords: Record<FixedPart, string> = {
  base: 'Base',
  bonus: 'Bonus',
  signOn: 'Sign-on',
  equity: 'Equity',
  title: 'Level and title',
  start: 'Start date',
  place: 'Place and days at home',
};

/**
 * What the employer knows and the candidate does not. `ceiling`: the highest base, in the smallest unit of the negotiation's
 * currency a year, null where none was set; `gives`: what they would give in its place, and for which reason.
 */
export type Brief = { ceiling: number | null; fixed: FixedPart[]; gives: string; mood: Mood };
