import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processStart } from '@parley/db/lock';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { beginHouse, databasePid, type House, signedUp, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-stop-'));
let house: House | null = null;

afterEach(async () => {
  house?.process.kill('SIGTERM');
  await house?.exited;
  house = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A request whose body is held back, so that it is in flight for as long as the test wants. */
function heldRequest(url: string): { finish: () => Promise<{ status: number; connection: string }> } {
  const outgoing = request(`${url}/trpc/identity.signIn`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-parley-key': 'a'.repeat(32),
      connection: 'keep-alive',
    },
  });
  const answered = new Promise<{ status: number; connection: string }>((done, failed) => {
    outgoing.on('error', failed);
    outgoing.on('response', (response) => {
      response.resume();
      response.on('end', () => done({ status: response.statusCode ?? 0, connection: String(response.headers.connection) }));
    });
  });
  outgoing.write('{"email":"ana@example.org",');
  return {
    finish: () => {
      outgoing.end('"password":"not the right one"}');
      return answered;
    },
  };
}

describe('SIGTERM', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'answers what is in flight, takes nothing new and leaves with 0 (%s)',
    async (signal) => {
      house = await startHouse(folder);
      const pid = databasePid(folder);
      const held = heldRequest(house.url);
      await pause(200);
      house.process.kill(signal);
      await pause(300);
      await expect(fetch(`${house.url}/health`)).rejects.toThrow();

      const answer = await held.finish();
      expect(answer).toEqual({ status: 400, connection: 'close' });
      // it would leave with 1 if it had taken longer than an orderly end may
      expect(await house.exited).toBe(0);
      expect(processStart(pid)).toBeNull();
      expect(existsSync(join(folder, 'lock'))).toBe(false);
      expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false);
    },
  );
});

/** A call on a connection of the writer's own that is kept open; answers its status, or how it was cut off. */
function callOn(agent: Agent, url: string): Promise<number | string> {
  return new Promise((done) => {
    const outgoing = request(`${url}/trpc/identity.me`, { agent, headers: { 'sec-fetch-site': 'same-origin' }, method: 'POST' });
    outgoing.on('error', (error) => done('code' in error ? String(error.code) : error.message));
    outgoing.on('response', (response) => {
      response.resume();
      response.on('aborted', () => done('aborted'));
      response.on('end', () => done(response.statusCode ?? 0));
    });
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end('');
  });
}

describe('SIGTERM while sixteen people write', () => {
  test('cuts none of their calls off: each is answered, or was never taken', async () => {
    for (let round = 0; round < 2; round++) {
      house = await startHouse(folder);
      const { url } = house;
      const endings: (number | string)[] = [];
      const write = async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        for (let last: number | string = 200; typeof last === 'number'; endings.push(last)) {
          last = await callOn(agent, url);
          await pause(Math.random() * 3);
        }
        agent.destroy();
      };
      const writers = Promise.all(Array.from({ length: 16 }, write));
      while (endings.length < 48) await pause(5);
      house.process.kill('SIGTERM');
      await writers;
      expect(await house.exited).toBe(0);
      expect([...new Set(endings)].sort()).toEqual([401, 'ECONNREFUSED']);
    }
  });
});

describe('a signal during the start', () => {
  test('ends it cleanly, as soon as it can: nothing holds the folder, no database is left', async () => {
    const begun = beginHouse(folder);
    begun.ready.catch(() => {});
    await expect.poll(() => existsSync(join(folder, 'lock')), { interval: 5, timeout: 20_000 }).toBe(true);
    begun.process.kill('SIGTERM');
    expect(await begun.exited).toBe(0);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false);
  });
});

describe('a database that goes away', () => {
  test('makes /health and calls say so within a second, the process stays, and all is back within three seconds', async () => {
    house = await startHouse(folder);
    const { url } = house;
    const ask = await signedUp(house, 'ben@example.org');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const pid = databasePid(folder);
    process.kill(pid, 'SIGKILL');

    const started = Date.now();
    let away = 0;
    let back = 0;
    while (back < 3 && Date.now() - started < 10_000) {
      const asked = Date.now();
      const health = await fetch(`${url}/health`);
      expect(Date.now() - asked).toBeLessThan(1_500);
      expect([200, 503]).toContain(health.status);
      if (health.status === 503) {
        away += 1;
        expect(health.headers.get('retry-after')).toMatch(/^\d+$/);
        const answer = await ask(house, 'identity.me');
        // it may be back between the two questions
        if (answer.status !== 200) {
          expect([answer.status, answer.body]).toEqual([503, expect.stringContaining('SERVICE_UNAVAILABLE')]);
        }
      }
      back = health.status === 200 ? back + 1 : 0;
      await pause(20);
    }
    expect(back).toBe(3);
    expect(away).toBeGreaterThan(0);
    expect(house.process.exitCode).toBeNull();
    expect((await ask(house, 'identity.me')).status).toBe(200);
  });
});
