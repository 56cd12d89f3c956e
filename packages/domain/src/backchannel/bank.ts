/** A question to begin from, and what its answer is worth. */
export type BankQuestion = { text: string; why: string };

/** Questions for people who worked with the manager or at the employer. The first is the one that says most. */
export const questionBank: readonly BankQuestion[] = [
  { text: 'Would you work with this person again?', why: 'Listen to how long they need, not only to the word.' },
  {
    text: 'Call me back only if I should not miss working with them.',
    why: 'The strong form: who is glad calls. Silence is an answer, too.',
  },
  { text: 'How do they behave when something goes wrong?', why: 'Ask for the last time it happened.' },
  { text: 'Who has grown under them, and where are they now?', why: 'Names, or a pause.' },
  { text: 'What did the last person in this role leave for?', why: 'Whether it was this role or another one.' },
  { text: 'What was promised to people there that did not come?', why: 'Budget, people, a title, a review.' },
  { text: 'What would I have to know before I sign?', why: 'Leave the silence after it.' },
];
