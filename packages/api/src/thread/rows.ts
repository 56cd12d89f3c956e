import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, listOf, maybe, sealed, statement, text, time, uuid, wrapped } from '@parley/db/statement';
import { z } from 'zod';

export const threadContent = content('thread', z.object({ label: z.string() }));
export const commentContent = content('comment', z.object({ text: z.string(), mentions: z.array(z.string()) }));

const thread = {
  id: uuid,
  itemId: uuid,
  blockId: text,
  starterId: uuid,
  createdAt: time,
  resolvedAt: maybe(time),
  resolvedById: maybe(uuid),
  sealed,
};

/** The threads of an item that the viewer hears, oldest first. */
export const threadsOf = statement({
  name: 'threads_of',
  takes: [uuid],
  gives: thread,
  text: `select id, item_id, block_id, starter_id, created_at, resolved_at, resolved_by_id, sealed
    from thread where item_id = $1 order by created_at, id`,
});

const comment = {
  id: uuid,
  threadId: uuid,
  authorId: uuid,
  rev: int,
  createdAt: time,
  editedAt: maybe(time),
  deletedAt: maybe(time),
  sealed,
};

/** The comments in the threads of an item, oldest first. */
export const commentsOn = statement({
  name: 'comments_on',
  takes: [uuid],
  gives: comment,
  text: `select id, thread_id, author_id, rev, created_at, edited_at, deleted_at, sealed
    from comment where thread_id in (select id from thread where item_id = $1) order by created_at, id`,
});

/** A thread with its item's owner and their key. */
export const threadFacts = statement({
  name: 'thread_facts',
  takes: [uuid],
  gives: { itemId: uuid, starterId: uuid, createdAt: time, resolvedAt: maybe(time), ownerId: uuid, wrapped },
  text: `select t.item_id, t.starter_id, t.created_at, t.resolved_at, k.owner_id, k.wrapped
    from thread t join item i on i.id = t.item_id join sealing_key k on k.owner_id = i.owner_id where t.id = $1`,
});

/** Those who can read the item of a thread now and of whom the viewer may know, by id. */
export const threadReaders = statement({
  name: 'thread_readers',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from thread t, item_readers(t.item_id) r where t.id = $1 order by r',
});

/** Who wrote in a thread. */
export const authorsIn = statement({
  name: 'authors_in',
  takes: [uuid],
  gives: { authorId: uuid, deletedAt: maybe(time) },
  text: 'select author_id, deleted_at from comment where thread_id = $1',
});

/** How many comments the thread has, whoever hears them, while nobody else adds one: until the end of the transaction. */
export const holdComments = statement({
  name: 'hold_comments',
  takes: [uuid],
  gives: { count: int },
  text: 'select hold_comments($1)::int as count',
});

/** Of whom the viewer hears nothing on an item before a reveal, and since when: the others who are asked in an open round. */
export const heldOn = statement({
  name: 'held_on',
  takes: [uuid],
  gives: { authorId: uuid, since: time },
  text: 'select author_id, since from held_talks() where item_id = $1 order by author_id',
});

/** The same, on the item of a thread. */
export const heldBeside = statement({
  name: 'held_beside',
  takes: [uuid],
  gives: { authorId: uuid, since: time },
  text: `select h.author_id, h.since from held_talks() h where h.item_id = (select t.item_id from thread t where t.id = $1)
    order by h.author_id`,
});

export const addComment = statement({
  name: 'add_comment',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into comment (id, thread_id, author_id, sealed, created_at) values ($1, $2, viewer(), $3, $4)',
});

/** One row for each person told: that it happened, never what it says. The lists are as long as each other. */
export const addNotices = statement({
  name: 'add_notices',
  takes: [listOf(uuid), listOf(uuid), listOf(text), uuid, uuid, time],
  gives: {},
  text: `insert into notification (id, recipient_id, actor_id, kind, item_id, thread_id, at)
    select told.id, told.recipient, viewer(), told.kind::notification_kind, $4, $5, $6
    from unnest($1::uuid[], $2::uuid[], $3::text[]) told (id, recipient, kind)`,
});

/** A comment as it reaches a screen. `text` is null once its author deleted it; names are in `people` beside. */
export type CommentEntry = {
  commentId: string;
  threadId: string;
  authorId: string;
  text: string | null;
  mentions: string[];
  rev: number;
  createdAt: string;
  editedAt: string | null;
};

export type CommentRow = {
  id: string;
  threadId: string;
  authorId: string;
  rev: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
};

/** A row and what it says, as the screen gets it. */
export function entryOf(row: CommentRow, said: z.infer<typeof commentContent.schema>): CommentEntry {
  return {
    commentId: row.id,
    threadId: row.threadId,
    authorId: row.authorId,
    text: row.deletedAt ? null : said.text,
    mentions: row.deletedAt ? [] : said.mentions,
    rev: row.rev,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

/** Opens a comment under the key of the item's owner. */
export function openComment(open: Ring['open'], owner: string, row: CommentRow & { sealed: string }): CommentEntry {
  return entryOf(row, open(commentContent, { id: row.id, owner, rev: row.rev }, row.sealed));
}
