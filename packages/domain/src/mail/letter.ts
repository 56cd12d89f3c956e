import { type NotificationKind, notificationKinds, tellings } from '../notification/notification.ts';
import { frameLetter, type Letter } from './frame.ts';

/** Where a letter leads. `notices`: the list; `settings`: the choice; `stop`: a page with one button. */
export type LetterWays = { notices: string; settings: string; stop: string };

const why = 'This mail says only that something happened. What it was, you read in Parley.';

/**
 * The letter for some notices: one line for each kind, what asks for something first, each line once. It is made of the kinds
 * alone, so it can hold no name, no title, no number and no word that anybody wrote.
 */
export function composeLetter(kinds: readonly NotificationKind[], ways: LetterWays): Letter {
  const told = notificationKinds.filter((kind) => kinds.includes(kind));
  const asks = told.filter((kind) => tellings[kind].asks);
  const lines = [...new Set([...asks, ...told].map((kind) => tellings[kind].mail))];
  return frameLetter({
    subject: asks.length > 0 ? 'Parley: something waits for you' : 'Parley: news from your council',
    lines,
    go: { label: 'See what it is', href: ways.notices },
    why,
    foot: [
      { label: 'How often Parley writes', href: ways.settings },
      { label: 'No more mail', href: ways.stop },
    ],
  });
}

/** The letter about the safety of an account, which comes whatever somebody chose; as bare of what anybody wrote. */
export function composeSafetyLetter(kinds: readonly NotificationKind[], href: string): Letter {
  const lines = [...new Set(kinds.map((kind) => tellings[kind].mail))];
  const go = { label: 'See how you sign in', href };
  return frameLetter({ subject: 'Parley: a change to your account', lines, go, why: 'This mail always comes.', foot: [] });
}
