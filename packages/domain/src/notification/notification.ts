import type { ItemKind } from '../item/item.ts';
import { councilTellings } from './council-tellings.ts';
import { itemTellings } from './item-tellings.ts';
import type { Telling } from './telling.ts';

/** What can have happened. A notification says that it did, never what was written. */
export const notificationKinds = [
  'commented',
  'mentioned',
  'shared',
  'readsAsked',
  'revealed',
  'joined',
  'left',
  'landed',
  'roundOpened',
  'roundRevealed',
  'roundReminder',
  'rehearsalAsked',
  'rehearsalReady',
  'helpAsked',
  'helpAnswered',
  'charterChanged',
  'chairGiven',
  'seatEnded',
  'meetingBegun',
  'rehearsalDeclined',
  'roundNears',
  'roundStuck',
  'deadlineNears',
  'commitmentDue',
  'suggested',
  'suggestionAnswered',
  'meetingMoved',
  'meetingSkipped',
  'overlapTold',
  'waysChanged',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What a notification is about, as its recipient may know it. */
export type Subject = { item: ItemKind; mine: boolean; ownerName: string } | { council: string } | { own: true };

/** Each kind of notice, in one place. A new kind is a line of its part, a word in the database and the act that tells it. */
export const tellings: Readonly<Record<NotificationKind, Telling>> = { ...itemTellings, ...councilTellings };

const itemWords: Record<ItemKind, string> = {
  opportunity: 'opportunity',
  mission: 'job mission',
  offer: 'offer',
  negotiation: 'negotiation',
  debrief: 'debrief',
  round: 'counter round',
};

/** "Cara", "Cara and Ben", "Cara, Ben and 2 others". */
export function listPeople(names: readonly string[]): string {
  const [first = 'Somebody', second, ...more] = names;
  if (second === undefined) return first;
  if (more.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${more.length === 1 ? '1 other' : `${more.length} others`}`;
}

/** One line in the product's words: "Cara commented on your job mission". */
export function notificationSentence(kind: NotificationKind, who: string, subject: Subject): string {
  const { say } = tellings[kind];
  if ('own' in subject) return say({ who, what: '', theirs: '' });
  if ('council' in subject) return say({ who, what: subject.council, theirs: subject.council });
  const word = itemWords[subject.item];
  const theirs = `their ${word}`;
  const ofOther = who === subject.ownerName ? theirs : `${subject.ownerName}’s ${word}`;
  return say({ who, what: subject.mine ? `your ${word}` : ofOther, theirs });
}
