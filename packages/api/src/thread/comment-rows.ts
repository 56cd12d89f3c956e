import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bool, bytes, count, int, listOf, maybe, mustChange, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import { z } from 'zod';

export const commentContent = content('comment', z.object({ text: z.string(), mentions: z.array(z.string()) }));

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

/** The thread that comments stand in, with its item's owner and their key. */
export const threadFacts = statement({
  name: 'thread_facts',
  takes: [uuid],
  gives: { itemId: uuid, starterId: uuid, createdAt: time, resolvedAt: maybe(time), ownerId: uuid, wrapped },
  text: `select t.item_id, t.starter_id, t.created_at, t.resolved_at, k.owner_id, k.wrapped
    from thread t join sealing_key k on k.owner_id = t.owner_id where t.id = $1`,
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

export const addComment = statement({
  name: 'add_comment',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into comment (id, thread_id, author_id, sealed, created_at) values ($1, $2, viewer(), $3, $4)',
});

/** Keeps the viewer's own comment as it is until the end of the transaction; of others' it holds nothing. */
export const holdComment = statement({
  name: 'hold_comment',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select id from comment where id = $1 and author_id = viewer() for update',
});

/** A comment with its thread, its item's owner and their key. */
export const commentFacts = statement({
  name: 'comment_facts',
  takes: [uuid],
  gives: { ...comment, itemId: uuid, starterId: uuid, begunAt: time, ownerId: uuid, wrapped },
  text: `select c.id, c.thread_id, c.author_id, c.rev, c.created_at, c.edited_at, c.deleted_at, c.sealed,
      t.item_id, t.starter_id, t.created_at as begun_at, k.owner_id, k.wrapped
    from comment c join thread t on t.id = c.thread_id join sealing_key k on k.owner_id = t.owner_id where c.id = $1`,
});

/**
 * Who has to do with the conversations of an item: given the item, one of its threads or one of their comments. Those who
 * can read it now and of whom the viewer may know, and who sits or sat in the viewer's councils, once for each seat.
 */
export const hearersOf = statement({
  name: 'hearers_of',
  takes: [uuid],
  gives: { id: uuid, reads: bool, heldSince: maybe(time), heldUntil: maybe(time), councilId: maybe(uuid), until: maybe(time) },
  text: `with about as materialized (select talked_item($1) as item_id),
    reader as (select r as id from about, item_readers(about.item_id) r),
    held as (select h.author_id as id, h.since, h.until from about, held_on(about.item_id) h),
    seat as (select theirs.account_id as id, theirs.council_id,
        case when theirs.state <> 'active' then coalesce(theirs.ended_at, 'epoch') end as until
      from membership mine join membership theirs using (council_id) where mine.account_id = viewer() and mine.state = 'active')
    select id, reader.id is not null as reads, held.since as held_since, held.until as held_until, seat.council_id, seat.until
    from seat full join reader using (id) full join held using (id) order by id, council_id`,
});

/** The next revision of a comment that stands: edited, or deleted. */
export const replaceComment = mustChange({
  name: 'replace_comment',
  takes: [uuid, int, bytes, maybe(time), maybe(time)],
  text: `update comment set rev = $2 + 1, sealed = $3, edited_at = $4, deleted_at = $5
      where id = $1 and rev = $2 and deleted_at is null`,
});

/** Takes back what the viewer told of a comment of theirs: to these people, or (null) to everybody. */
export const takeBackNotices = statement({
  name: 'take_back_notices',
  takes: [uuid, maybe(listOf(uuid))],
  gives: { gone: count },
  text: 'select take_back_notices($1, $2) as gone',
});

/** The viewer has written in this conversation: they know what was said in it before. */
export const settleTalk = statement({
  name: 'settle_talk',
  takes: [uuid],
  gives: {},
  text: 'update notification set seen_at = moment() where thread_id = $1 and recipient_id = viewer() and seen_at is null',
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
