import { content } from '@parley/db/memory';
import { bytes, int, maybe, sealed, statement, text, time, uuid, wrapped } from '@parley/db/statement';
import { z } from 'zod';

export const threadContent = content('thread', z.object({ label: z.string() }));

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

/** The same for threads: how many the item has, while nobody else begins one. */
export const holdThreads = statement({
  name: 'hold_threads',
  takes: [uuid],
  gives: { count: int },
  text: 'select hold_threads($1)::int as count',
});

/** An item that the viewer may read: whose it is, with their key. */
export const threadedItem = statement({
  name: 'threaded_item',
  takes: [uuid],
  gives: { ownerId: uuid, wrapped },
  text: 'select k.owner_id, k.wrapped from item i join sealing_key k on k.owner_id = i.owner_id where i.id = $1',
});

/** The label is sealed so that a thread stays readable when its block goes. */
export const addThread = statement({
  name: 'add_thread',
  takes: [uuid, uuid, text, bytes, time],
  gives: {},
  text: 'insert into thread (id, item_id, block_id, starter_id, sealed, created_at) values ($1, $2, $3, viewer(), $4, $5)',
});

/** Marks a thread as settled by the viewer, or open again. */
export const settleThread = statement({
  name: 'settle_thread',
  takes: [uuid, maybe(time)],
  gives: { hit: text },
  text: `with hit as (
      update thread set resolved_at = $2, resolved_by_id = case when $2::timestamptz is null then null else viewer() end
      where id = $1 returning 1)
    select must_hit(count(*))::text as hit from hit`,
});
