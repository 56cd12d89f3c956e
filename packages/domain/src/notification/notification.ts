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
  'rehearsalAsked',
  'rehearsalReady',
  'suggested',
  'suggestionAnswered',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What a notification is about, as its recipient may know it. */
export type Subject = { item: ItemKind; mine: boolean; ownerName: string } | { council: string };

/** `who`: one name or several; `what`: "your offer", "Ben’s debrief"; `theirs`: "their debrief". */
type Words = { who: string; what: string; theirs: string };

/** How one kind is told: to whom, in which words, and where it leads. */
type Telling = {
  /** Whom the act tells, for whoever reads this table. */
  told: string;
  /** It asks for something. It counts until that is done or looked at; what only tells counts until it was on the screen. */
  asks: boolean;
  /** Nobody did it alone, so nobody is named. */
  unnamed: boolean;
  /** Where it leads: to the room in which the item stands, or to the page of the council. */
  lands: 'item' | 'council';
  say: (words: Words) => string;
  /** The same in a mail, which holds no name and nothing that anybody wrote. */
  mail: string;
};

/** Each kind of notice, in one place. A new kind is a line here, a word in the database and the act that tells it. */
export const tellings: Readonly<Record<NotificationKind, Telling>> = {
  commented: {
    told: 'the owner of the item and who takes part in the conversation, but not who is mentioned, nor the author',
    asks: false,
    unnamed: false,
    lands: 'item',
    say: ({ who, what }) => `${who} commented on ${what}`,
    mail: 'Somebody commented where you take part.',
  },
  mentioned: {
    told: 'who is mentioned for the first time in a comment, for as long as the comment mentions them',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who, what }) => `${who} mentioned you on ${what}`,
    mail: 'Somebody mentioned you and waits for your answer.',
  },
  shared: {
    told: 'who could not read the item before',
    asks: false,
    unnamed: false,
    lands: 'item',
    say: ({ who, theirs }) => `${who} shared ${theirs} with you`,
    mail: 'Something was shared with you.',
  },
  readsAsked: {
    told: 'the readers of the debrief, until they have sealed their read',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who }) => `${who} asks for your read of their debrief`,
    mail: 'Your read of a debrief is asked for.',
  },
  revealed: {
    told: 'the owner of the debrief and its readers',
    asks: false,
    unnamed: true,
    lands: 'item',
    say: ({ what }) => `The reads of ${what} are revealed`,
    mail: 'The reads of a debrief are revealed.',
  },
  joined: {
    told: 'the members of the council',
    asks: false,
    unnamed: false,
    lands: 'council',
    say: ({ who, what }) => `${who} joined ${what}`,
    mail: 'Somebody joined a council of yours.',
  },
  left: {
    told: 'the members of the council',
    asks: false,
    unnamed: false,
    lands: 'council',
    say: ({ who, what }) => `${who} left ${what}`,
    mail: 'Somebody left a council of yours.',
  },
  roundOpened: {
    told: 'who is asked in the round, until they have sealed their counter',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who }) => `${who} asks what you would counter`,
    mail: 'A counter round waits for your sealed counter.',
  },
  roundRevealed: {
    told: 'the owner of the round and who is asked in it',
    asks: false,
    unnamed: true,
    lands: 'item',
    say: ({ what }) => `The counters of ${what} are revealed`,
    mail: 'The counters of a round are revealed.',
  },
  roundReminder: {
    told: 'who is asked in the round and has not sealed a counter, once at the owner’s word',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who }) => `${who} reminds you: your counter is not sealed yet`,
    mail: 'A counter round waits for your sealed counter.',
  },
  rehearsalAsked: {
    told: 'who is to play the employer, until they answer',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who }) => `${who} asks you to play the employer in a rehearsal`,
    mail: 'Somebody wants to rehearse a call with you.',
  },
  rehearsalReady: {
    told: 'the candidate, when the brief is there',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who }) => `${who} is ready to rehearse with you`,
    mail: 'Somebody is ready to rehearse a call with you.',
  },
  suggested: {
    told: 'the owner of the item, but not who is mentioned, nor who suggests it',
    asks: true,
    unnamed: false,
    lands: 'item',
    say: ({ who, what }) => `${who} suggests other words on ${what}`,
    mail: 'Somebody suggests other words for something of yours.',
  },
  suggestionAnswered: {
    told: 'who made the suggestion, once the owner has accepted or declined it',
    asks: false,
    unnamed: false,
    lands: 'item',
    say: ({ who, what }) => `${who} answered your suggestion on ${what}`,
    mail: 'Your suggestion was answered.',
  },
};

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
  if ('council' in subject) return say({ who, what: subject.council, theirs: subject.council });
  const word = itemWords[subject.item];
  const theirs = `their ${word}`;
  const ofOther = who === subject.ownerName ? theirs : `${subject.ownerName}’s ${word}`;
  return say({ who, what: subject.mine ? `your ${word}` : ofOther, theirs });
}
