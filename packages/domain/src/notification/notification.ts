import type { ItemKind } from '../item/item.ts';

/** What can have happened. A notification says that it did, never what was written. */
export const notificationKinds = [
  'commented',
  'mentioned',
  'shared',
  'readsAsked',
  'revealed',
  'joined',
  'left',
  'roundOpened',
  'roundRevealed',
  'roundReminder',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What a notification is about, as its recipient may know it. */
export type Subject = { item: ItemKind; mine: boolean; ownerName: string } | { council: string };

const itemWords: Record<ItemKind, string> = {
  opportunity: 'opportunity',
  mission: 'job mission',
  offer: 'offer',
  negotiation: 'negotiation',
  debrief: 'debrief',
  round: 'counter round',
};

function listNamed(subject: Subject): string {
  if ('council' in subject) return subject.council;
  const what = itemWords[subject.item];
  return subject.mine ? `your ${what}` : `${subject.ownerName}’s ${what}`;
}

/** One line in the product's words: "Cara commented on your job mission". */
export function notificationSentence(kind: NotificationKind, actor: string, subject: Subject): string {
  const what = listNamed(subject);
  switch (kind) {
    case 'commented':
      return `${actor} commented on ${what}`;
    case 'mentioned':
      return `${actor} mentioned you on ${what}`;
    case 'shared':
      return `${actor} shared ${'council' in subject ? what : `their ${itemWords[subject.item]}`} with you`;
    case 'readsAsked':
      return `${actor} asks for your read of their debrief`;
    case 'revealed':
      return `The reads of ${what} are revealed`;
    case 'joined':
      return `${actor} joined ${what}`;
    case 'left':
      return `${actor} left ${what}`;
    case 'roundOpened':
      return `${actor} asks what you would counter`;
    case 'roundRevealed':
      return `The counters of ${what} are revealed`;
    case 'roundReminder':
      return `${actor} reminds you: your counter is not sealed yet`;
    default:
      return kind satisfies never;
  }
}
