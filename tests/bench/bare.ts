import { serve } from '@hono/node-server';
import { newId } from '@parley/db/id';
import { Hono } from 'hono';
import pg from 'pg';

/** What the least possible server does with the same rows: one statement, no wall, no seal. */
export async function startBare(database: string, port: number) {
  const pool = new pg.Pool({ connectionString: database, max: 10 });
  const app = new Hono();
  app.post('/read', async (c) => {
    const { threadId } = await c.req.json<{ threadId: string }>();
    const { rows } = await pool.query('select * from comment where thread_id = $1 order by created_at, id', [threadId]);
    return c.json(rows);
  });
  app.post('/post', async (c) => {
    const { threadId, authorId, text } = await c.req.json<{ threadId: string; authorId: string; text: string }>();
    await pool.query('insert into comment (id, thread_id, author_id, sealed) values ($1, $2, $3, $4)', [
      newId(),
      threadId,
      authorId,
      Buffer.from(text),
    ]);
    return c.json({ done: true });
  });
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      await pool.end();
    },
  };
}
