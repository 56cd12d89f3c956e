import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Follower, follow } from '../support/follower.ts';
import { databasePid, type House, signedUp, startHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-streams-'));
const people = 25;
const each = 8;

type Person = { ask: Awaited<ReturnType<typeof signedUp>>; fetch: (path: string, init: RequestInit) => Promise<Response> };
let house: House;
let crowd: Person[] = [];

/** Somebody with a session whose streams can be followed. */
async function enter(at: number): Promise<Person> {
  let cookie = '';
  const ask = await signedUp(house, `person.${at}@example.org`, (kept) => {
    cookie = kept;
  });
  const open = (path: string, init: RequestInit) =>
    fetch(`${house.url}${path}`, { ...init, headers: { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin', cookie } });
  return { ask, fetch: open };
}

const openOne = (person: Person, from?: string): Promise<Follower> =>
  follow(person, from === undefined ? { age: 0 } : { age: 0, lastEventId: from });

/** Every window of everybody, each beside the person it belongs to. */
const openAll = () =>
  Promise.all(crowd.flatMap((person) => Array.from({ length: each }, async () => ({ person, at: await openOne(person) }))));

const opening = { company: 'Quuxcorp', role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };
const change = async ({ ask }: Person) => (await ask(house, 'opportunity.create', opening)).status;
const told = ({ news }: Follower) =>
  news.filter(({ changes }) => changes.some(({ also }) => also.includes('opportunity.list'))).length;

/** Follows on after every cut, as a browser does, until two changes were told; how many it were in all. */
async function hearTwo(person: Person, first: Follower): Promise<{ heard: number; stop: () => Promise<void> }> {
  let heard = 0;
  let place = '';
  for (let at = first; ; at = await openOne(person, place)) {
    await at.until((follower) => heard + told(follower) >= 2 || follower.ended() !== null);
    heard += told(at);
    if (heard >= 2) return { heard, stop: at.stop };
    place = at.last() || place;
    await new Promise((done) => setTimeout(done, 100));
  }
}

beforeAll(async () => {
  house = await startHouse(folder);
  crowd = await Promise.all(Array.from({ length: people }, (_, at) => enter(at)));
}, 180_000);
afterAll(async () => {
  house.process.kill('SIGKILL');
  await house.exited;
  rmSync(folder, { recursive: true, force: true });
});

test('the database is killed under two hundred streams: each goes on where it was and misses nothing', async () => {
  const windows = await openAll();
  expect(await Promise.all(crowd.map(change))).toEqual(crowd.map(() => 200));
  await Promise.all(windows.map(({ at }) => at.until((follower) => told(follower) === 1)));

  process.kill(databasePid(folder), 'SIGKILL');
  const changed = crowd.map(async (person) => {
    for (;;) {
      const status = await change(person);
      if (status === 200) return;
      expect(status).toBe(503);
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await Promise.all(changed);

  const found = windows.map(({ person, at }) => hearTwo(person, at));
  const ends = await Promise.all(found);
  expect(ends.map(({ heard }) => heard)).toEqual(windows.map(() => 2));
  await Promise.all(ends.map(({ stop }) => stop()));
});

test('SIGTERM under two hundred streams: all are cut, and the server leaves with 0', async () => {
  const windows = await openAll();
  expect(windows.every(({ at }) => at.ended() === null)).toBe(true);
  house.process.kill('SIGTERM');
  expect(await house.exited).toBe(0);
  await Promise.all(windows.map(({ at }) => at.until((follower) => follower.ended() === 'cut')));
});
