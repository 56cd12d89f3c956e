/** What they may say against an ask, and the reply prepared for it. */
export type ObjectionContent = { says: string; reply: string };

export type Objection = ObjectionContent & { objectionId: string; rev: number };

/** Three that come up in most negotiations, with a reply to rewrite in one's own words. */
export const startingObjections: readonly ObjectionContent[] = [
  {
    says: 'That is above our budget.',
    reply:
      'Thank you for being open about it. What is fixed, and by whom? If base is at its limit, I would look with you at a sign-on, equity, or a review after six months tied to results.',
  },
  {
    says: 'We do not negotiate.',
    reply:
      'I understand that the figures follow rules. May I ask which parts they cover? Start date, title, leave, learning and the first review are things I would like to settle too.',
  },
  {
    says: 'This is our best offer.',
    reply:
      'I hear that, and I want the job. Before I answer: what would it take to close the gap between this and the scope we spoke about?',
  },
];
