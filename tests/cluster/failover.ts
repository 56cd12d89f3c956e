import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { type House, signedUp, startHouse } from '../support/house.ts';
import { onNode, type Pair, programs, promote, rejoin, startPair } from './pair.ts';
import { type FrontDoor, proxyProgram, startProxy } from './proxy.ts';

// `npm run failover -- 3`: the database that writes is killed so many times, under load; figures for each, and what was lost of all.
const times = Number(process.argv[2] ?? 3);
const writers = 6;
const say = (line: string) => process.stdout.write(`${line}\n`);

type Written = { acknowledged: Set<string>; at: number[]; asked: number };

/** One person at a screen: each press goes on, by its key, until it is answered. */
async function write(origin: string, cookie: string, lane: number, written: Written, goesOn: () => boolean): Promise<void> {
  for (let turn = 0; goesOn(); turn++) {
    const opening = { company: `Lane ${lane} turn ${turn}`, role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' };
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-parley-key': randomBytes(16).toString('hex'),
      cookie,
    };
    for (let answered = false; !answered; ) {
      written.asked += 1;
      const answer = await fetch(`${origin}/trpc/opportunity.create`, {
        method: 'POST',
        headers,
        body: JSON.stringify(opening),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => null);
      const text = (await answer?.text().catch(() => '')) ?? '';
      const made = /"opportunityId":"([0-9a-f-]{36})"/.exec(text)?.[1];
      if (answer?.status === 200 && made) {
        written.acknowledged.add(made);
        written.at.push(performance.now());
        answered = true;
      } else await sleep(100);
    }
  }
}

/** Who watches the pair: the writing one is gone for three looks, a fifth of a second each, and the other takes over. */
async function watch(pair: Pair): Promise<void> {
  for (let missed = 0; missed < 3; ) {
    missed = await onNode(pair.primary, 'select 1').then(
      () => 0,
      () => missed + 1,
    );
    await sleep(200);
  }
  await promote(pair);
}

async function lose(pair: Pair, written: Written): Promise<{ resumed: number; gap: number }> {
  const before = written.at.length;
  while (written.at.length < before + 60) await sleep(20);
  const killed = performance.now();
  pair.primary.process?.kill('SIGKILL');
  await watch(pair);
  const later = () =>
    written.at.find((moment) => moment > killed + 50 && written.at.filter((one) => one > killed + 50).length >= writers);
  while (later() === undefined) await sleep(20);
  const around = written.at.filter((moment) => moment > killed - 1_000);
  const gap = Math.max(...around.slice(1).map((moment, at) => moment - (around[at] ?? moment)));
  const first =
    written.at.find((moment, at) => moment > killed && moment - (written.at[at - 1] ?? moment) === gap) ?? later() ?? killed;
  return { resumed: first - killed, gap };
}

async function trial(pair: Pair, proxy: FrontDoor, first: House): Promise<number> {
  let cookie = '';
  const ask = await signedUp(first, 'ana@example.org', (value) => {
    cookie = value;
  });
  const written: Written = { acknowledged: new Set(), at: [], asked: 0 };
  let running = true;
  const lanes = Promise.all(Array.from({ length: writers }, (_, lane) => write(proxy.web, cookie, lane, written, () => running)));
  const resumed: number[] = [];
  for (let at = 1; at <= times; at++) {
    const found = await lose(pair, written);
    resumed.push(found.resumed);
    say(
      `failover ${at}: writes resumed after ${(found.resumed / 1_000).toFixed(1)} s; ${written.acknowledged.size} acknowledged so far`,
    );
    await rejoin(pair);
  }
  running = false;
  await lanes;
  const list = await ask(first, 'opportunity.list');
  const kept = new Set([...list.body.matchAll(/"opportunityId":"([0-9a-f-]{36})"/g)].map(([, id]) => id));
  const lost = [...written.acknowledged].filter((id) => !kept.has(id));
  const twice = kept.size - written.acknowledged.size;
  say(
    `${times} failovers, ${writers} writers, two servers: ${written.acknowledged.size} writes acknowledged of ${written.asked} asked, lost ${lost.length}, ` +
      `there twice ${twice}, slowest return ${(Math.max(...resumed) / 1_000).toFixed(1)} s`,
  );
  return lost.length === 0 && twice === 0 && Math.max(...resumed) < 10_000 ? 0 : 1;
}

async function run(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-failover-'));
  const pair = await startPair(folder);
  const ports = [await freePort(), await freePort()];
  const proxy = await startProxy(folder, pair, ports);
  const houses: House[] = [];
  try {
    const environment = { DATABASE_URL: pair.url(proxy.database), PARLEY_LIMITS_SCALE: '1000' };
    for (const port of ports) houses.push(await startHouse(join(folder, 'data'), { ...environment, PORT: String(port) }));
    const [first] = houses;
    if (!first) throw new Error('No server runs.');
    const ended = Promise.race(
      houses.map(async (house) => house.exited.then((code) => Promise.reject(new Error(`${code}: ${house.output()}`)))),
    );
    ended.catch(() => {});
    const well = async () => {
      while ((await fetch(`${proxy.web}/health`).catch(() => null))?.status !== 200) await sleep(100);
    };
    await Promise.race([well(), ended]);
    return await Promise.race([trial(pair, proxy, first), ended]);
  } finally {
    for (const house of houses) {
      house.process.kill('SIGTERM');
      await house.exited;
    }
    await proxy.stop();
    await pair.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (programs === null || proxyProgram === null) {
  say('Skipped: a failover needs PostgreSQL and HAProxy. On Debian: apt-get install postgresql haproxy');
} else process.exitCode = await run();
