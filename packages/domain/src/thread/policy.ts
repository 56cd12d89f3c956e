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
