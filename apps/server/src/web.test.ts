import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWeb, strictHeaders } from './web.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-web-'));
const app = new Hono();

beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/a.js'), '1');
  writeFileSync(join(folder, 'notes.map'), 'not for anybody');
  app.use(strictHeaders);
  app.get('/trpc/x', (c) => c.json({}));
  app.route('/', createWeb(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everywhere: [string, RegExp][] = [
  ['strict-transport-security', /^max-age=31536000; includeSubDomains$/],
  ['content-security-policy', /default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
  ['referrer-policy', /^no-referrer$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
];

describe('every answer', () => {
  test.each(['/', '/openings', '/assets/a.js', '/assets/none.js', '/trpc/x', '/notes.map'])(
    '%s has the strict headers',
    async (path) => {
      const { headers } = await app.request(path, { headers: { origin: 'https://evil.example' } });
      for (const [name, value] of everywhere) expect(headers.get(name), name).toMatch(value);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('content-type')).toMatch(/^(text\/(html|javascript|plain); charset=utf-8|application\/json)/i);
    },
  );
  test('by a real server says the same, and what an answer says itself goes before', async () => {
    const narrow = new Hono();
    narrow.use(strictHeaders);
    narrow.get('/trpc/x', (c) => c.json({}));
    narrow.get('/own', (c) => c.body('1', 200, { 'Content-Security-Policy': "default-src 'none'" }));
    const server = createAdaptorServer({ fetch: narrow.fetch }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const { headers } = await fetch(`${at}/trpc/x`);
    for (const [name, value] of everywhere) expect(headers.get(name), name).toMatch(value);
    expect((await fetch(`${at}/own`)).headers.get('content-security-policy')).toBe("default-src 'none'");
    server.close();
  });
  test('a page is its own, a file is one of those that are served, and nothing else is there', async () => {
    expect(await (await app.request('/openings/1')).text()).toBe('<!doctype html>');
    for (const path of ['/notes.map', '/assets/none.js', '/assets', '/assets/', '/..%2fnotes.map', '/index.htm'])
      expect((await app.request(path)).status, path).toBe(404);
  });
});
