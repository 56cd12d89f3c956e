import { groupBy } from '../kernel/group.ts';
import { listPeople, type NotificationKind, notificationSentence, type Subject, tellings } from './notification.ts';

/** What bundling needs to know of a notice. `at`: ISO, in UTC. */
export type Notice = {
  id: string;
  kind: NotificationKind;
  actor: string;
  at: string;
  seen: boolean;
  threadId: string | null;
  item: { itemId: string } | null;
  council: { councilId: string } | null;
};

/** Notices that are one piece of news: the same act on the same thing. */
export type Bundle<N extends Notice> = {
  /** The newest of them: it says what this is about and where it leads. */
  latest: N;
  kind: NotificationKind;
  /** Who did it, the latest first, each once; nobody where nobody did it alone. */
  actors: string[];
  ids: string[];
  seen: boolean;
  /** Shared in the same breath as something was asked of it. */
  withShare: boolean;
};

const aboutOf = ({ item, council }: Notice) => item?.itemId ?? council?.councilId ?? '';

/** What asks for the same answer is one piece of news: an opened round and its reminder. */
const sameNews: Partial<Record<NotificationKind, NotificationKind>> = { roundReminder: 'roundOpened', roundNears: 'roundOpened' };
const askedWithShare: readonly NotificationKind[] = [
  'readsAsked',
  'roundOpened',
  'roundReminder',
  'roundNears',
  'rehearsalAsked',
];

function makeBundle<N extends Notice>(group: readonly N[], latest: N): Bundle<N> {
  const { kind, seen } = latest;
  const actors = tellings[kind].unnamed ? [] : [...new Set(group.map(({ actor }) => actor))];
  return { latest, kind, actors, ids: group.map(({ id }) => id), seen, withShare: false };
}

/** A share and what is asked of the same thing become one line; the ask says where to go. */
function joinShares<N extends Notice>(bundles: readonly Bundle<N>[]): Bundle<N>[] {
  const keyOf = ({ latest, seen }: Bundle<N>) => `${seen} ${aboutOf(latest)}`;
  const asks = new Map(bundles.filter(({ kind }) => askedWithShare.includes(kind)).map((one) => [keyOf(one), one]));
  const shares = bundles.filter((one) => one.kind === 'shared' && asks.has(keyOf(one)));
  const shareOf = new Map(shares.map((one) => [keyOf(one), one]));
  return bundles.flatMap((one) => {
    if (shares.includes(one)) return [];
    const share = asks.get(keyOf(one)) === one ? shareOf.get(keyOf(one)) : undefined;
    return [share ? { ...one, ids: [...one.ids, ...share.ids], withShare: true } : one];
  });
}

const answeredBy: Partial<Record<NotificationKind, NotificationKind>> = {
  readsAsked: 'revealed',
  roundOpened: 'roundRevealed',
  roundReminder: 'roundRevealed',
  roundNears: 'roundRevealed',
  roundStuck: 'roundRevealed',
};

/** Without what asked for an answer that is no longer wanted: it was revealed since. */
function dropOvertaken<N extends Notice>(notices: readonly N[]): N[] {
  return notices.filter((one) =>
    notices.every((other) => other.kind !== answeredBy[one.kind] || aboutOf(other) !== aboutOf(one) || other.at < one.at),
  );
}

/**
 * Notices, newest first, as the lines of a list: what was done to one thing in one way is one line with everybody who did
 * it, and what was seen stays apart from what is new. The newest line comes first.
 */
export function bundleNotices<N extends Notice>(notices: readonly N[]): Bundle<N>[] {
  const newestFirst = dropOvertaken(notices).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const groups = groupBy(newestFirst, (one) => `${sameNews[one.kind] ?? one.kind} ${one.seen} ${aboutOf(one)}`);
  return joinShares([...groups.values()].flatMap((group) => (group[0] ? [makeBundle(group, group[0])] : [])));
}

/** A bundle in one line: "Cara and Ben commented on your offer", "Ben shared their debrief and asks for your read". */
export function bundleSentence({ kind, actors, withShare }: Bundle<Notice>, subject: Subject): string {
  const who = listPeople(actors);
  if (withShare && kind === 'readsAsked') return `${who} shared their debrief and asks for your read`;
  return notificationSentence(kind, who, subject);
}

/** What becomes seen by standing on the screen: all that only tells. What asks stays new until it is followed or answered. */
export function listSeenByShowing(bundles: readonly Bundle<Notice>[]): string[] {
  return bundles.filter(({ kind, seen }) => !seen && !tellings[kind].asks).flatMap(({ ids }) => ids);
}
