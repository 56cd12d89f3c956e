import type { Ring } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import type { Anchor } from '@parley/domain/anchor/anchor';
import { type Hold, isHeld } from '@parley/domain/round/hold';
import { type Hearer, heardBy, listFollowers, listHeldFrom, listReaders, type Said } from '@parley/domain/thread/policy';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemOwner, ownerIn } from '../item/rows.ts';
import { question } from '../read.ts';
import { type CommentEntry, type CommentRow, commentsOn, hearersOf, openComment } from './comment-rows.ts';
import { openReaction, type ReactionEntry, reactionsOn } from './reaction-rows.ts';
import { threadContent, threadsOf } from './rows.ts';
import { openSuggestion, type SuggestionEntry, suggestionsOn } from './suggestion-rows.ts';

export type ThreadEntry = {
  threadId: string;
  itemId: string;
  blockId: string;
  label: string;
  /** The words it is about, in the text they were taken from. */
  quote: Anchor | null;
  /** Other words for them, where the conversation is about that. */
  suggestion: SuggestionEntry | null;
  starterId: string;
  createdAt: string;
  resolvedAt: string | null;
  resolvedById: string | null;
  comments: CommentEntry[];
  /** Who can follow it, as far as the viewer may know of them. */
  readerIds: string[];
};

type ThreadRow = RowIn<typeof threadsOf>;
type Room = {
  owner: string;
  hearers: readonly Hearer[];
  hears: (said: Said) => boolean;
  holds: readonly Hold[];
  open: Ring['open'];
};

function roomOf(hearers: readonly Hearer[], owner: string, viewerId: string, open: Ring['open']): Room {
  const heard = heardBy(hearers, viewerId);
  const holds = hearers.flatMap(({ id, heldSince, heldUntil }) =>
    heldSince ? [{ authorId: id, since: heldSince, until: heldUntil }] : [],
  );
  return { owner, hearers, hears: (said) => viewerId === owner || heard(said), holds, open };
}

/** What the viewer hears now: not what is held from them until a reveal. */
function hearsNow({ hears, holds }: Room, { authorId, createdAt, editedAt }: CommentRow): boolean {
  return hears({ authorId, at: createdAt }) && !isHeld(holds, { authorId, at: createdAt, changedAt: editedAt });
}

function commentEntry(row: CommentRow & { sealed: string }, { owner, hears, open }: Room): CommentEntry {
  const entry = openComment(open, owner, row);
  return { ...entry, mentions: entry.mentions.filter((authorId) => hears({ authorId, at: row.createdAt })) };
}

type Hung = { comments: readonly (CommentRow & { sealed: string })[]; suggestion: RowIn<typeof suggestionsOn> | undefined };

function threadEntry(row: ThreadRow, { comments, suggestion }: Hung, room: Room): ThreadEntry {
  const { owner, hearers, open } = room;
  const { label, quote } = open(threadContent, { id: row.id, owner, rev: 1 }, row.sealed);
  const heard = comments.filter((comment) => hearsNow(room, comment));
  return {
    threadId: row.id,
    itemId: row.itemId,
    blockId: row.blockId,
    label,
    quote,
    suggestion: suggestion ? openSuggestion(open, owner, suggestion) : null,
    starterId: row.starterId,
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedById: row.resolvedById,
    comments: heard.map((comment) => commentEntry(comment, room)),
    readerIds: listFollowers(hearers, owner, { authorId: row.starterId, at: row.createdAt }),
  };
}

/**
 * A conversation that is held is there only for what its owner answered in it, as if they had begun it: nothing of who did, when,
 * nor where.
 */
function heldEntry(thread: ThreadEntry, { owner }: Room): ThreadEntry | null {
  const answer = thread.comments.find(({ authorId }) => authorId === owner);
  if (!answer) return null;
  const bare = { blockId: 'item', label: 'Held until a reveal', quote: null, suggestion: null };
  const resolvedById = thread.resolvedAt === null ? null : owner;
  return { ...thread, ...bare, starterId: owner, createdAt: answer.createdAt, resolvedById };
}

/** The conversation as the viewer hears it now; null while nothing of it is there for them. */
function heardEntry(row: ThreadRow, hung: Hung, room: Room): ThreadEntry | null {
  const entry = threadEntry(row, hung, room);
  return isHeld(room.holds, { authorId: row.starterId, at: row.createdAt }) ? heldEntry(entry, room) : entry;
}

/** The words about what the viewer sees here, from those whom they hear. */
function reactionsIn(
  rows: readonly RowIn<typeof reactionsOn>[],
  threads: readonly ThreadEntry[],
  { itemId, hears, holds, open }: Room & { itemId: string },
): ReactionEntry[] {
  const quoted = threads.flatMap(({ threadId, quote }) => (quote ? [threadId] : []));
  const standing = threads.flatMap(({ comments }) =>
    comments.flatMap(({ commentId, text }) => (text === null ? [] : [commentId])),
  );
  const seen = new Set([itemId, ...quoted, ...standing]);
  return rows
    .filter(({ targetId, authorId, at }) => seen.has(targetId) && hears({ authorId, at }) && !isHeld(holds, { authorId, at }))
    .map((row) => openReaction(open, row));
}

/** The threads of an item that the viewer hears, with their comments, oldest first, and the names of all in them. */
export const threadsQuestion = question({
  ask: ({ itemId }: { itemId: string }) => ({
    item: itemOwner(itemId),
    threads: threadsOf(itemId),
    comments: commentsOn(itemId),
    reactions: reactionsOn(itemId),
    suggestions: suggestionsOn(itemId),
    hearers: hearersOf(itemId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }, { itemId }) {
    const owner = ownerIn(rows.item);
    const room = roomOf(rows.hearers, owner, viewer.id, open);
    const comments = new Map<string, (typeof rows.comments)[number][]>(rows.threads.map(({ id }) => [id, []]));
    const suggested = new Map(rows.suggestions.map((one) => [one.threadId, one]));
    for (const comment of rows.comments) comments.get(comment.threadId)?.push(comment);
    const threads = rows.threads
      .filter(({ starterId, createdAt }) => room.hears({ authorId: starterId, at: createdAt }))
      .flatMap((row) => heardEntry(row, { comments: comments.get(row.id) ?? [], suggestion: suggested.get(row.id) }, room) ?? []);
    const reactions = reactionsIn(rows.reactions, threads, { ...room, itemId });
    const people = threads.flatMap((thread) => [
      thread.starterId,
      ...(thread.resolvedById ? [thread.resolvedById] : []),
      ...thread.comments.flatMap((comment) => [comment.authorId, ...comment.mentions]),
    ]);
    const reacting = reactions.map(({ authorId }) => authorId);
    return { threads, reactions, people: namesOf(rows.people, open, [...people, ...reacting]) };
  },
});

/** Who can read an item now, as far as the viewer may know of them, and who reads what the viewer writes only after a reveal. */
export const readersQuestion = question({
  ask: ({ itemId }: { itemId: string }) => ({
    item: itemOwner(itemId),
    hearers: hearersOf(itemId),
    people: knownPeople(),
  }),
  answer({ rows, open, now }) {
    const ownerId = ownerIn(rows.item);
    const ids = listReaders(rows.hearers);
    const names = namesOf(rows.people, open, ids);
    const held = listHeldFrom(rows.hearers, now);
    return { ownerId, readers: ids.map((id) => ({ id, name: names[id] ?? '' })), heldIds: ids.filter((id) => held.includes(id)) };
  },
});
