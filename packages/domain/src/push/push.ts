import { type Decision, no, yes } from '../kernel/decision.ts';
import { type NotificationKind, notificationKinds, tellings } from '../notification/notification.ts';

/** On how many devices somebody has notices shown. */
export const mostPushes = 10;

/** Whether this device may be one more. `others`: on how many it is on already, this one apart. */
export function canKeepPush(others: number): Decision {
  return others < mostPushes ? yes : no(`Notices are shown on ${mostPushes} other devices. End them there first.`);
}

/**
 * What stands under "Parley" on a locked screen: one sentence, made of the kinds alone, so it can hold no name, no title, no
 * number and no word that anybody wrote. Several things are one sentence.
 */
export function composePush(kinds: readonly NotificationKind[]): string {
  const told = notificationKinds.filter((kind) => kinds.includes(kind));
  const lines = [...new Set(told.map((kind) => tellings[kind].mail))];
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return only;
  return told.some((kind) => tellings[kind].asks) ? 'Something waits for you in Parley.' : 'There is news from your council.';
}
