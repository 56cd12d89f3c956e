import { content } from '@parley/db/memory';
import { bytes, int, maybe, mustChange, sealed, statement, text, time, uuid, wrapped } from '@parley/db/statement';
import { z } from 'zod';

const anchor = z.object({ of: z.string(), start: z.number(), end: z.number() });

/** Threads that were begun before words could be quoted have no quote. */
export const threadContent = content('thread', z.object({ label: z.string(), quote: anchor.nullable().default(null) }));

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

/** How many threads the item has, while nobody else begins one. */
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

/** The label and the quote are sealed, so that a thread stays readable when its block goes. */
export const addThread = statement({
  name: 'add_thread',
  takes: [uuid, uuid, text, bytes, time],
  gives: {},
  text: 'insert into thread (id, item_id, block_id, starter_id, sealed, created_at) values ($1, $2, $3, viewer(), $4, $5)',
});

/** Marks a thread as settled by the viewer, or open again. */
export const settleThread = mustChange({
  name: 'settle_thread',
  takes: [uuid, maybe(time)],
  text: `update thread set resolved_at = $2, resolved_by_id = case when $2::timestamptz is null then null else viewer() end
      where id = $1`,
});
