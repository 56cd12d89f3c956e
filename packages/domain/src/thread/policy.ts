import { type Decision, no, yes } from '../kernel/decision.ts';
import { type Comment, mostComments, mostThreads, type Thread } from './thread.ts';

/** A comment is changed by its author alone, as long as it stands. */
export function canEdit(viewerId: string, comment: Pick<Comment, 'authorId' | 'deletedAt'>): Decision {
  if (comment.authorId !== viewerId) return no('You can edit only your own comments.');
  if (comment.deletedAt !== null) return no('This comment was deleted.');
  return yes;
}

/** A comment is deleted by its author alone: not by the item's owner, not by a moderator. */
export function canDelete(viewerId: string, comment: Pick<Comment, 'authorId' | 'deletedAt'>): Decision {
  if (comment.authorId !== viewerId) return no('You can delete only your own comments.');
  return yes;
}

/** Who may call a conversation settled, and open it again: the item's owner and who started it. */
export function canResolve(viewerId: string, ownerId: string, thread: Pick<Thread, 'starterId'>): Decision {
  if (viewerId === ownerId || viewerId === thread.starterId) return yes;
  return no('Only the owner of the item or the person who started the conversation can resolve it.');
}

/** Only people who can read the item are mentioned: a mention never tells a stranger that the item is there. */
export function canMention(readerIds: readonly string[], mentions: readonly string[]): Decision {
  if (mentions.every((id) => readerIds.includes(id))) return yes;
  return no('You can mention only people who can read this.');
}

/** A settled conversation takes no replies until it is opened again, a full one none at all. */
export function canReply(thread: Pick<Thread, 'resolvedAt'>, comments: number): Decision {
  if (thread.resolvedAt !== null) return no('This conversation is resolved. Reopen it, or start a new one.');
  return comments < mostComments ? yes : no(`A conversation holds at most ${mostComments} comments. Start a new one.`);
}

/** Whether an item has room for another conversation. */
export function canStart(threads: number): Decision {
  return threads < mostThreads ? yes : no(`At most ${mostThreads} conversations are held here. Reply in one of them.`);
}

/**
 * Somebody who has to do with an item's conversations, once for each place in a council that they share with the viewer, or
 * shared: `until` is null for who sits there now. `heldSince`: what they say from then on reaches the viewer at a reveal, and what
 * the viewer says reaches them no sooner; `heldUntil`: only what was said until then, beside a round that was cancelled.
 */
export type Hearer = {
  id: string;
  reads: boolean;
  heldSince: Date | null;
  heldUntil: Date | null;
  councilId: string | null;
  until: Date | null;
};

type Place = Pick<Hearer, 'id' | 'councilId' | 'until'>;

/** Something said: by whom and when. */
export type Said = { authorId: string; at: Date };

/**
 * What somebody may hear of what is said on another's item, though all may read the item: who sits in a council with
 * the author, or sat there when it was said. People whom only the owner brings together do not learn of each other.
 */
export function heardBy(places: readonly Place[], listenerId: string): (said: Said) => boolean {
  const mine = new Set(places.filter(({ id, until }) => id === listenerId && until === null).map(({ councilId }) => councilId));
  const last = new Map<string, number>();
  for (const { id, councilId, until } of places) {
    if (councilId === null || !mine.has(councilId)) continue;
    const end = until?.getTime() ?? Number.POSITIVE_INFINITY;
    last.set(id, Math.max(last.get(id) ?? Number.NEGATIVE_INFINITY, end));
  }
  return (said) => said.at.getTime() <= (last.get(said.authorId) ?? Number.NEGATIVE_INFINITY);
}

/** Those who can read the item now, its owner included, by id. */
export function listReaders(hearers: readonly Hearer[]): string[] {
  return [...new Set(hearers.filter(({ reads }) => reads).map(({ id }) => id))];
}

/** Those of an item's readers who can follow a conversation: its owner, and who hears the one who began it. */
export function listFollowers(hearers: readonly Hearer[], ownerId: string, begun: Said): string[] {
  return listReaders(hearers).filter((id) => id === ownerId || heardBy(hearers, id)(begun));
}

/** Somebody who is told of a comment, and as what. */
export type Recipient = { id: string; kind: 'commented' | 'mentioned' };

/** Who could be told of a comment. `readerIds`: everybody who can read the item now, its owner included. */
export type Room = {
  ownerId: string;
  readerIds: readonly string[];
  starterId: string | null;
  comments: readonly Pick<Comment, 'authorId' | 'deletedAt'>[];
};

/**
 * Who will be notified of a comment by `authorId`: the item's owner, who takes part in the thread (started it, or has
 * a comment standing in it) and who is mentioned; never the author, never somebody who cannot read the item any more.
 * Sorted by id. The screen announces this list before the comment is sent, and the server writes rows for exactly it.
 */
export function listNotified(room: Room, authorId: string, mentions: readonly string[]): Recipient[] {
  const standing = room.comments.filter((comment) => comment.deletedAt === null).map((comment) => comment.authorId);
  const people = new Set([room.ownerId, ...(room.starterId ? [room.starterId] : []), ...standing, ...mentions]);
  people.delete(authorId);
  return [...people]
    .filter((id) => room.readerIds.includes(id))
    .sort()
    .map((id) => ({ id, kind: mentions.includes(id) ? 'mentioned' : 'commented' }));
}

/** Who is told of an edit: only who is mentioned in it for the first time. */
export function listNewlyMentioned(readerIds: readonly string[], authorId: string, added: readonly string[]): Recipient[] {
  return [...new Set(added)]
    .filter((id) => id !== authorId && readerIds.includes(id))
    .sort()
    .map((id) => ({ id, kind: 'mentioned' }));
}

/** Those from whom it is held what the viewer says now, or what they said at that time. */
export function listHeldFrom(hearers: readonly Hearer[], at: Date): string[] {
  const held = hearers.filter(({ heldSince, heldUntil }) => heldSince !== null && (heldUntil === null || at <= heldUntil));
  return [...new Set(held.map(({ id }) => id))];
}

/**
 * Of those told of what was said at that time, who hears of it now. The others get their notice with the reveal.
 */
export function listToldNow(told: readonly Recipient[], hearers: readonly Hearer[], at: Date): string[] {
  const held = listHeldFrom(hearers, at);
  return told.map(({ id }) => id).filter((id) => !held.includes(id));
}
