import { serve } from '@hono/node-server';
import { newId } from '@parley/db/id';
import { Hono } from 'hono';
import pg from 'pg';

/*
 * A process of its own, so that its CPU can be told from ours: the least that answers the same bytes. The rows of an answer
 * lie open in `plain_row`; one prepared statement, no session, no wall, no seal. Writes go to copies of our tables.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const app = new Hono();

type Row = { part: string; body: Record<string, unknown> };

function rebuilt(rows: readonly Row[]): unknown {
  const lists: Record<string, unknown[]> = {};
  let whole: unknown = null;
  for (const { part, body } of rows) {
    if (part === '') whole = body;
    else (lists[part] ??= []).push(body);
  }
  if (lists.list) return lists.list;
  return { ...(typeof whole === 'object' ? whole : {}), ...lists };
}

app.post('/read/:call', async (c) => {
  await c.req.json();
  const text = 'select part, body from plain_row where call = $1 order by at';
  const { rows } = await pool.query<Row>({ name: 'read', text, values: [c.req.param('call')] });
  return c.json({ result: { data: rebuilt(rows) } });
});

const writes = {
  comment: {
    text: `with one as (insert into plain_comment (id, thread_id, item_id, owner_id, starter_id, begun_at, author_id, sealed)
        values ($1, $2, $2, $2, $2, now(), $2, $3)),
      two as (insert into plain_notification (id, recipient_id, actor_id, kind) select gen_random_uuid(), $2, $2, 'commented'
        from generate_series(1, $4::int))
      insert into plain_receipt (account_id, key, path, answer) values ($2, $5, 'comment.add', $3)`,
    values: (told: number) => [newId(), newId(), Buffer.alloc(160), told, newId()],
  },
  seal: {
    text: `with one as (update plain_counter set rev = rev + 1, sealed = $2 where author_id = $3),
      two as (insert into plain_receipt (account_id, key, path, answer) values ($3, $1, 'round.seal', $2))
      select state from plain_round where id = $3 for update`,
    values: () => [newId(), Buffer.alloc(400), '00000000-0000-7000-8000-000000000000'],
  },
};

app.post('/write/comment', async (c) => {
  const { told } = await c.req.json<{ told: number }>();
  await pool.query({ name: 'comment', text: writes.comment.text, values: writes.comment.values(told) });
  return c.json({ result: { data: { done: true } } });
});

app.post('/write/seal', async (c) => {
  await c.req.json();
  await pool.query({ name: 'seal', text: writes.seal.text, values: writes.seal.values() });
  return c.json({ result: { data: { done: true } } });
});

app.post('/write/open', async (c) => {
  await c.req.json();
  const text = `with one as (insert into plain_view_log (id, item_id, owner_id, reader_id) values ($1, $2, $2, $2))
    select part, body from plain_row where call = 'open' order by at`;
  const { rows } = await pool.query<Row>({ name: 'open', text, values: [newId(), newId()] });
  return c.json({ result: { data: rebuilt(rows) } });
});

serve({ fetch: app.fetch, port: Number(process.argv[3]), hostname: '127.0.0.1' }, () => process.send?.('ready'));
