import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '@parley/db/embedded';
import { wholeLevels } from '@parley/domain/item/levels';
import { follow } from '../support/follower.ts';
import { type House, signedUp, startHouse } from '../support/house.ts';

/** How much is tried: `streams` are spread over readers, a few of each writer's council. */
export type TwinTrial = { kills: number; streams: number; writers: number };
/** What came of it: `gaps` are events that a stream never told, `twice` those that it told again. */
export type TwinFigures = { acknowledged: number; told: number; gaps: number; twice: number; slowest: number };

const perReader = 7;
const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const opening = { company: 'Acme', role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };

type Twins = { houses: [House, House]; running: boolean };
type Table = { cookie: string; missionId: string; readers: string[]; acknowledged: number };

const dataOf = (body: string) => JSON.parse(body).result?.data ?? {};

/** One writer with a mission that so many others read; each reader by the cookie of their session. */
async function sit(house: House, name: string, readers: number): Promise<Table> {
  let own = '';
  const owner = await signedUp(house, `${name}@example.org`, (value) => {
    own = value;
  });
  const ask = async (path: string, input: unknown) => dataOf((await owner(house, path, input)).body);
  const { councilId } = await ask('council.create', { name, purpose: '', cadence, charter: 'We keep it.' });
  const { opportunityId } = await ask('opportunity.create', opening);
  const { missionId } = await ask('mission.create', { opportunityId });
  const cookies: string[] = [];
  for (let at = 0; at < readers; at++) {
    const email = `${name}.reader${at}@example.org`;
    const { link } = await ask('invitation.create', { councilId, email });
    let cookie = '';
    const reader = await signedUp(house, email, (value) => {
      cookie = value;
    });
    await reader(house, 'invitation.accept', { token: link.split('token=')[1], charterVersion: 1 });
    cookies.push(cookie);
  }
  const levels = wholeLevels('hidden');
  await ask('share.set', { itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  return { cookie: own, missionId, readers: cookies, acknowledged: 0 };
}

/** Presses, each by its key on whichever server answers, until it is acknowledged. */
async function write(twins: Twins, table: Table, lane: number): Promise<void> {
  const words = { itemId: table.missionId, blockId: 'statement', label: 'Statement', mentions: [] };
  for (let turn = 0; twins.running; turn++) {
    const body = JSON.stringify({ ...words, text: `Lane ${lane} turn ${turn}` });
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-parley-key': randomBytes(16).toString('hex'),
      cookie: table.cookie,
    };
    for (let tries = turn + lane, done = false; !done; tries++) {
      const url = `${twins.houses[tries % 2]?.url}/trpc/thread.start`;
      const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
      const text = await answer?.text().catch(() => null);
      done = answer?.status === 200 && typeof text === 'string';
      if (!done) await sleep(100);
    }
    table.acknowledged += 1;
    await sleep(400);
  }
}

/** A window that follows, on whichever server answers, from where it was; how many comments it was told of. */
async function listen(twins: Twins, cookie: string, seat: number, heard: { told: number; quiet: number }): Promise<void> {
  let place = '';
  for (let tries = seat; twins.running || heard.quiet < 3; tries++) {
    const house = twins.houses[tries % 2];
    const asking = {
      fetch: (path: string, init: RequestInit) =>
        fetch(`${house?.url}${path}`, { ...init, headers: { ...init.headers, 'sec-fetch-site': 'same-origin', cookie } }),
    };
    const input = place === '' ? { age: 0 } : { age: 0, lastEventId: place };
    const follower = await follow(asking, input).catch(() => null);
    if (!follower) {
      await sleep(200);
      continue;
    }
    let read = 0;
    const take = () => {
      for (const { changes, id } of follower.news.slice(read)) {
        heard.told += changes.filter(({ here }) => here.includes('thread.list')).length;
        place = id;
      }
      const fresh = follower.news.length - read;
      read = follower.news.length;
      return fresh;
    };
    while (follower.ended() === null && (twins.running || heard.quiet < 3)) {
      await sleep(700);
      heard.quiet = take() > 0 || twins.running ? 0 : heard.quiet + 1;
    }
    take();
    await follower.stop();
  }
}

/** Two servers on one database: one after the other is killed and comes back, while people write and streams are open. */
export async function tryTwins({ kills, streams, writers }: TwinTrial, say: (line: string) => void): Promise<TwinFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-twins-'));
  const database = await startEmbedded({ folder: join(folder, 'postgres'), fsync: false });
  const environment = { DATABASE_URL: database.url, PARLEY_LIMITS_SCALE: '1000' };
  const start = () => startHouse(join(folder, 'data'), environment);
  const first = await start();
  const twins: Twins = { houses: [first, await start()], running: true };
  try {
    const readers = Math.ceil(streams / writers / perReader);
    const tables: Table[] = [];
    for (let lane = 0; lane < writers; lane++) tables.push(await sit(first, `writer${lane}`, readers));
    const seats = tables.flatMap((table) =>
      table.readers.flatMap((cookie) =>
        Array.from({ length: perReader }, () => ({ table, cookie, heard: { told: 0, quiet: 0 } })),
      ),
    );
    const open = seats.slice(0, Math.max(streams, 1));
    const listening = open.map(({ cookie, heard }, seat) => listen(twins, cookie, seat, heard));
    await sleep(3_000);
    const writing = tables.map((table, lane) => write(twins, table, lane));
    let slowest = 0;
    for (let at = 0; at < kills; at++) {
      await sleep(1_500);
      const which = at % 2 === 0 ? 0 : 1;
      const began = performance.now();
      twins.houses[which].process.kill('SIGKILL');
      await twins.houses[which].exited;
      twins.houses[which] = await start();
      slowest = Math.max(slowest, performance.now() - began);
    }
    await sleep(1_000);
    twins.running = false;
    await Promise.all([...writing, ...listening]);
    const acknowledged = tables.reduce((sum, table) => sum + table.acknowledged, 0);
    const told = open.reduce((sum, { heard }) => sum + heard.told, 0);
    const gaps = open.reduce((sum, { heard, table }) => sum + Math.max(0, table.acknowledged - heard.told), 0);
    const twice = open.reduce((sum, { heard, table }) => sum + Math.max(0, heard.told - table.acknowledged), 0);
    say(
      `two servers, ${kills} kills in turn, ${open.length} streams, ${writers} writers: ${acknowledged} writes acknowledged, ${told} events told, ` +
        `gaps ${gaps}, twice ${twice}, slowest return ${(slowest / 1_000).toFixed(1)} s`,
    );
    return { acknowledged, told, gaps, twice, slowest };
  } finally {
    twins.running = false;
    for (const house of twins.houses) {
      house.process.kill('SIGTERM');
      await house.exited;
    }
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
