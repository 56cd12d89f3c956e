import { type Decision, no, yes } from '../kernel/decision.ts';

/** What somebody answered: also how they answered is an answer. */
export const answers = ['yes', 'no', 'hesitated'] as const;
export type Answer = (typeof answers)[number];

/** How long it took them to call back. */
export const callbacks = ['sameDay', 'days', 'later', 'never'] as const;
export type Callback = (typeof callbacks)[number];

export const callbackWords: Readonly<Record<Callback, string>> = {
  sameDay: 'called back the same day',
  days: 'called back within three days',
  later: 'called back later',
  never: 'did not call back',
};

/** Most that is kept of one opportunity. */
export const mostContacts = 40;

/** One question to one insider, with what came back. */
export type Backchannel = {
  backchannelId: string;
  rev: number;
  createdAt: string;
  contact: string;
  relation: string;
  question: string;
  askedOn: string | null;
  answer: Answer | null;
  words: string;
  callback: Callback | null;
  redFlag: boolean;
};

/** Whether one more may be kept beside the `count` that are there. */
export function canAddContact(count: number): Decision {
  return count < mostContacts ? yes : no(`Keep at most ${mostContacts} answers here: remove one first.`);
}

/** What came back in one line: how many said yes, no, hesitated, are waited for, and how many red flags there are. */
export function countAnswers(all: readonly Pick<Backchannel, 'answer' | 'redFlag'>[]): string {
  const many = (answer: Answer | null) => all.filter((one) => one.answer === answer).length;
  const flags = all.filter(({ redFlag }) => redFlag).length;
  const parts = [
    [many('yes'), 'yes'],
    [many('no'), 'no'],
    [many('hesitated'), 'hesitated'],
    [many(null), 'not answered yet'],
    [flags, flags === 1 ? 'red flag' : 'red flags'],
  ] as const;
  return parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(' · ');
}
