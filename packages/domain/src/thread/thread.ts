/** A conversation on one block of an item. */
export type Thread = { id: string; itemId: string; blockId: string; starterId: string; resolvedAt: Date | null };

/** What the rules need to know of a comment. */
export type Comment = { id: string; authorId: string; deletedAt: Date | null };

export const commentMax = 4000;

/** The longest text of which words can be quoted; it is kept with the thread. */
export const quotedMax = 8000;

/** More than people write and read; a list of them is sent whole. */
export const mostThreads = 500;
export const mostComments = 500;

export const mentionsMax = 12;

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
