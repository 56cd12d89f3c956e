import { once } from 'node:events';
import { Agent, type ClientRequest, IncomingMessage, request, Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '@parley/api/app';
import { createSessionPort } from '@parley/api/identity/session';
import { asIdentity } from '@parley/db/as-user';
import { createClient } from '@parley/db/client';
import { newId } from '@parley/db/id';
import { createLine } from '@parley/db/line';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile, pdfOf } from '../support/file-call.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let url: string;
let server: Server;
const agent = new Agent({ keepAlive: false });

beforeAll(async () => {
  world = await createWorld();
  [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
  const app = createApp({ ...world.deps, sourceOf: () => '10.0.0.1', bodyPatience: 700 });
  const made = createAdaptorServer({ fetch: app.fetch });
  if (!(made instanceof Server)) throw new Error('HTTP/1.1 was expected.');
  server = made.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

type Answered = { status: number; text: string; retry: string | undefined };

/** One call over a socket of its own; `body` null sends half of one and stays. */
function begin(person: Person, body: string | null, more: Record<string, string> = {}) {
  const headers = {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    cookie: person.cookie(),
    'content-length': String(body === null ? 40 : Buffer.byteLength(body)),
    ...more,
  };
  const call = request(`${url}/trpc/opportunity.list`, { method: 'POST', agent, headers });
  const read = async (): Promise<Answered> => {
    const [response] = await once(call, 'response');
    if (!(response instanceof IncomingMessage)) throw new Error('No answer came.');
    const text = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode ?? 0, text, retry: response.headers['retry-after'] };
  };
  const answered = read();
  if (body === null) call.write('{"half":');
  else call.end(body);
  return { call, answered };
}

const leave = (calls: { call: ClientRequest; answered: Promise<unknown> }[]) => {
  for (const { call, answered } of calls) {
    answered.catch(() => {});
    call.destroy();
  }
};

describe('bodies that do not arrive', () => {
  it('hold nothing that others need', async () => {
    const held = Array.from({ length: 80 }, () => begin(ana, null));
    const answers = await Promise.all([ana, ben, ben, ben, ana].map((person) => begin(person, '').answered));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const late = await Promise.all(held.map(({ answered }) => answered));
    expect(new Set(late.map(({ status }) => status))).toEqual(new Set([408]));
    expect(late[0]?.text).toContain('too long to arrive');
  });

  it('are refused beyond a number, of one person before their neighbours', async () => {
    const held = Array.from({ length: 100 }, () => begin(ana, null));
    await expect.poll(async () => (await begin(ana, '').answered).status).toBe(429);
    expect(await begin(ana, '').answered).toMatchObject({ status: 429, retry: '1' });
    expect((await begin(ben, '').answered).status).toBe(200);
    leave(held);
    await expect.poll(async () => (await begin(ana, '').answered).status).toBe(200);
  });

  it('that are cut off, too long, or longer than they said, break nothing', async () => {
    leave(Array.from({ length: 20 }, () => begin(ana, null)));
    const long = `"${'x'.repeat(70_000)}"`;
    expect((await begin(ana, long).answered).status).toBe(413);
    expect(
      await begin(ana, long, { 'transfer-encoding': 'chunked', 'content-length': '' }).answered.catch(() => ({ status: 413 })),
    ).toMatchObject({ status: expect.toSatisfy((status: number) => [400, 413].includes(status)) });
    expect((await begin(ana, '').answered).status).toBe(200);
    expect(world.faults).toEqual([]);
  });
});

describe('a burst of one person', () => {
  it('delays another by a turn, not by the burst', async () => {
    const line = createLine(world.adminUrl, { max: 2 });
    const app = createApp({ ...world.deps, line, sourceOf: () => '10.0.0.1' });
    const ended: string[] = [];
    const call = async (person: Person) => {
      const { status } = await person.twin(app).post('opportunity.list', undefined);
      ended.push(`${person.name} ${status}`);
    };
    await call(ben);
    ended.length = 0;
    const burst = Array.from({ length: 90 }, () => call(ana));
    await call(ben);
    const before = ended.indexOf('Ben 200');
    await Promise.all(burst);
    await line.close();
    expect(ended.filter((one) => one === 'Ana 200')).toHaveLength(90);
    expect(before).toBeLessThan(20);
  });
});

it('a file that comes while the database is away is told so, and not that something is wrong with us', async () => {
  const away = createClient('postgres://nobody@127.0.0.1:1/none', { max: 1, acquireTimeout: 200 });
  const sessions = createSessionPort((work) => asIdentity(away, work));
  const app = createApp({ ...world.deps, sessions, sourceOf: () => '10.0.0.1' });
  const answer = await keepFile(ana.twin(app), { offerId: newId(), name: 'letter.pdf', bytes: pdfOf() });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await answer.json()).toMatchObject({ error: { data: { code: 'SERVICE_UNAVAILABLE' } } });
  expect(world.faults).toEqual([]);
  await away.$disconnect();
});
