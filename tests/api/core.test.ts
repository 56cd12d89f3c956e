import { policy } from '@parley/api/policy';
import { anyone, self } from '@parley/api/policy-row';
import { appRouter } from '@parley/api/router';
import { checkPolicy } from '@parley/api/start-check';
import { createClient } from '@parley/db/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});
afterAll(() => world.close());

const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
const call = (init: RequestInit) => world.app.request('/trpc/identity.me', { method: 'POST', body: '{}', ...init });

describe('the gate before every call', () => {
  it('takes JSON by POST from a page of this site and nothing else', async () => {
    expect((await call({ headers: json, method: 'GET', body: null })).status).toBe(405);
    expect((await call({ headers: { ...json, 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await call({ headers: { ...json, 'content-type': 'multipart/form-data; boundary=x' } })).status).toBe(415);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await call({ headers: { ...json, 'sec-fetch-site': site } })).status).toBe(403);
    expect((await call({ headers: { 'content-type': 'application/json' } })).status).toBe(403);
    const host = { 'content-type': 'application/json', host: 'parley.example' };
    expect((await call({ headers: { ...host, origin: 'https://evil.example' } })).status).toBe(403);
    expect((await call({ headers: { ...host, origin: 'null' } })).status).toBe(403);
    expect((await call({ headers: { ...host, origin: 'https://parley.example' } })).status).toBe(401);
  });

  it('refuses a body over 64 KB and a batch over ten', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(65 * 1024) });
    expect((await call({ headers: json, body: big })).status).toBe(413);
    const paths = Array.from({ length: 11 }, () => 'identity.me').join(',');
    const batch = await world.app.request(`/trpc/${paths}?batch=1`, { method: 'POST', headers: json, body: '{}' });
    expect(batch.status).toBe(400);
  });

  it('answers unknown procedures and broken JSON without a fault of ours', async () => {
    expect((await ana.post('mission.burn', {})).status).toBe(404);
    const broken = await world.app.request('/trpc/identity.signIn', { method: 'POST', headers: json, body: '{"email":' });
    expect(broken.status).toBe(400);
    expect(world.faults).toEqual([]);
  });
});

describe('a press of a button', () => {
  const input = {
    name: 'Twice',
    purpose: '',
    cadence: { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 },
    charter: 'We keep what we hear here.',
  };
  const councils = () => world.client.council.count();

  it('takes effect once when it is sent twice, and answers the same', async () => {
    const before = await councils();
    const key = { 'x-parley-key': 'press-number-one-0001' };
    const first = await ana.post('council.create', input, key);
    const second = await ana.post('council.create', input, key);
    expect(first.status).toBe(200);
    expect(second.body).toBe(first.body);
    expect(await councils()).toBe(before + 1);
  });

  it('takes effect once when both arrive at the same moment', async () => {
    const before = await councils();
    const key = { 'x-parley-key': 'press-number-two-0002' };
    const answers = await Promise.all([1, 2, 3].map(() => ana.post('council.create', input, key)));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await councils()).toBe(before + 1);
  });

  it('is refused without a key, and a key serves one procedure only', async () => {
    for (const bad of ['', 'short', 'has spaces in the middle', 'x'.repeat(65)])
      expect((await ana.post('council.create', input, { 'x-parley-key': bad })).status).toBe(400);
    const elsewhere = await ana.post(
      'council.leave',
      { councilId: '0197f7a0-0000-7000-8000-000000000000' },
      { 'x-parley-key': 'press-number-one-0001' },
    );
    expect(elsewhere.status).toBe(404);
  });

  it('does not keep the key of a press that failed', async () => {
    const key = { 'x-parley-key': 'press-number-three-3' };
    expect((await ana.post('council.create', { ...input, name: '' }, key)).status).toBe(400);
    expect((await ana.post('council.create', input, key)).status).toBe(200);
  });
});

describe('failures', () => {
  it('name the field and say a sentence', async () => {
    const answer = await ana.post('council.create', { name: 7, surprise: true });
    expect(answer.status).toBe(400);
    const { error } = JSON.parse(answer.body);
    expect(error.data.code).toBe('BAD_REQUEST');
    const paths = error.data.fields.map((field: { path: string }) => field.path);
    expect(paths).toContain('name');
    expect(paths).toContain('');
    expect(JSON.stringify(error)).not.toMatch(/Invalid input|ZodError|stack|\.ts:/);
  });

  it('say that the database is away, with when to come back', async () => {
    const away = createClient('postgresql://nobody@127.0.0.1:9/none', { acquireTimeout: 300 });
    const other = await createWorld({ client: away });
    try {
      const health = await other.app.request('/health');
      expect([health.status, health.headers.get('retry-after')]).toEqual([503, '1']);
    } finally {
      await other.close();
      await away.$disconnect();
    }
  });
});

describe('the start', () => {
  it('is refused when a procedure has no row, a row no procedure, or the two disagree', () => {
    expect(() => checkPolicy(appRouter, policy)).not.toThrow();
    const { 'operator.status': _, ...short } = policy;
    expect(() => checkPolicy(appRouter, short)).toThrow('No policy row for operator.status');
    expect(() => checkPolicy(appRouter, { ...policy, 'mission.burn': self })).toThrow('without a procedure: mission.burn');
    expect(() => checkPolicy(appRouter, { ...policy, 'operator.status': anyone })).toThrow('built for other callers');
  });
});
