import { serve } from '@hono/node-server';
import { storedId } from '@parley/api/cookie';
import { doorFor } from '@parley/api/door';
import { policy } from '@parley/api/policy';
import { policyRowOf } from '@parley/api/policy-row';
import { findQuestion } from '@parley/api/search/view';
import { createLine } from '@parley/db/line';
import { Hono } from 'hono';

/*
 * A process of its own, so that its CPU can be told from ours: it asks for the rows that a search asks for, through the same
 * two walls, opens none of them, and answers how many there are.
 */
const [url = '', cookie = '', port = ''] = process.argv.slice(2);
const line = createLine(url);
const row = policyRowOf(policy, 'search.find');
const sessionId = storedId(cookie);
const app = new Hono();
app.post('/rows', async (c) => {
  const input = await c.req.json<{ words: string; locale: string }>();
  const [, rows] = await line.ask(doorFor(sessionId, line.role, row, null), findQuestion.ask(input));
  return c.json({ count: Object.values(rows).reduce((sum, some) => sum + some.length, 0) });
});
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => process.send?.('ready'));
