import type { ProcedurePath } from '@parley/api/policy';
import { appRouter } from '@parley/api/router';
import type { AnyRouter } from '@trpc/server';
import { calls } from '../support/calls.ts';
import { procedurePaths } from '../support/golden.ts';
import { fingerprint } from '../support/undo.ts';
import type { Front } from './calls.ts';
import type { Attacker } from './ground.ts';
import { freshKey, type Sending } from './wire.ts';

const router: AnyRouter = appRouter;
const mutations = procedurePaths.filter((path) => router._def.procedures[path]?._def.type === 'mutation');

const boundary = 'x'.repeat(20);
const multipart = (body: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n\r\n${body}\r\n--${boundary}--\r\n`;

type Forgery = (path: string, body: string, key: string) => { address: string } & Sending;
const json = { 'content-type': 'application/json' };
const with_ =
  (headers: Record<string, string>): Forgery =>
  (path, body, key) => ({
    address: `/trpc/${path}`,
    headers: { 'x-parley-key': key, ...headers },
    body,
  });
const asForm =
  (type: string, wrap = (body: string) => body): Forgery =>
  (path, body, key) => ({
    address: `/trpc/${path}`,
    headers: { 'x-parley-key': key, 'content-type': type, 'sec-fetch-site': 'same-origin' },
    body: wrap(body),
  });
const byMethod =
  (method: string): Forgery =>
  (path, body, key) => ({
    address: `/trpc/${path}?input=${encodeURIComponent(body.slice(0, 4_000))}`,
    method,
    headers: { ...json, 'sec-fetch-site': 'same-origin', 'x-parley-key': key },
  });

/** Calls that carry the owner's cookie and come from elsewhere, or as only a foreign form or image could make them. */
export const forgeries: Record<string, Forgery> = {
  'a foreign site': with_({ ...json, 'sec-fetch-site': 'cross-site' }),
  'a neighbouring site': with_({ ...json, 'sec-fetch-site': 'same-site' }),
  'an address that was typed': with_({ ...json, 'sec-fetch-site': 'none' }),
  'a foreign origin': with_({ ...json, origin: 'https://evil.example' }),
  'an origin that begins alike': with_({ ...json, origin: 'http://localhost.evil.example' }),
  'the origin null': with_({ ...json, origin: 'null' }),
  'a foreign origin and host': with_({ ...json, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }),
  'no header at all': with_(json),
  'a referrer alone': with_({ ...json, referer: 'http://localhost/' }),
  'our origin said by a foreign site': with_({ ...json, origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }),
  'plain text': asForm('text/plain'),
  'a form': asForm('application/x-www-form-urlencoded', (body) => `json=${encodeURIComponent(body)}`),
  'a form with parts': asForm(`multipart/form-data; boundary=${boundary}`, multipart),
  'text that says it is JSON': asForm('text/plain; application/json'),
  'JSON by another name': asForm('application/jsonp'),
  GET: byMethod('GET'),
  HEAD: byMethod('HEAD'),
  PUT: byMethod('PUT'),
  DELETE: byMethod('DELETE'),
  OPTIONS: byMethod('OPTIONS'),
};

/** Every act with every forgery; each is refused before anything of it is read, and not one row has changed after all of them. */
export async function tryForgeries({ ground, tally, dice }: Front, most: number): Promise<void> {
  const { stage, wire, attackers } = ground;
  const owner = attackers.find(({ name }) => name === 'owner');
  if (!owner) throw new Error('Forgeries are made of who may do most.');
  const before = await fingerprint(stage.world.client, ['instance', 'attempt', 'slow_statement']);
  const all = mutations.flatMap((path) => Object.entries(forgeries).map(([name, forgery]) => ({ path, name, forgery })));
  const step = Math.max(1, Math.floor(all.length / most));
  const chosen = all.filter((_, at) => at % step === dice(step) || step === 1);
  for (const { path, name, forgery } of chosen) {
    const { address, ...sending } = forgery(path, bodyOf(path, owner, stage), freshKey());
    const reply = await wire.send(address, { ...sending, headers: { ...sending.headers, cookie: owner.cookie } });
    tally.hear('forged', `${path} by ${name}`, reply, owner.forbidden);
    if (reply.status < 400) tally.found('taken', `${path} by ${name} → ${reply.status} ${reply.body.slice(0, 200)}`);
  }
  if ((await fingerprint(stage.world.client, ['instance', 'attempt', 'slow_statement'])) !== before)
    tally.found('changed', 'by a forged call');
}

const bodyOf = (path: ProcedurePath, { things }: Attacker, stage: Front['ground']['stage']) =>
  JSON.stringify(calls[path](things.things, stage)) ?? '';
