import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databasePid, type House, signedUp, startHouse } from '../support/house.ts';

// `npm run trial -- --kills 100 --terms 20 --crashes 8`: one house under load is killed, asked to end, and loses its database, so many
// times; figures for each kind. What was acknowledged must be there at the end, once.
const given = new Map(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word, all[at + 1]] as const] : [])),
);
const many = (name: string, usual: number) => Number(given.get(name) ?? usual);
const writers = 6;
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'parley-trial-'));

type Load = { house: House; running: boolean; acknowledged: Set<string>; cut: number; cookie: string };

/** One press, by its key until it is answered, whichever server answers. */
async function press(load: Load, company: string): Promise<void> {
  const body = JSON.stringify({ company, role: 'Engineer', alias: '', stage: 'lead', on: '2026-01-05' });
  const key = randomBytes(16).toString('hex');
  while (load.running) {
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-parley-key': key,
      cookie: load.cookie,
    };
    const answer = await fetch(`${load.house.url}/trpc/opportunity.create`, { method: 'POST', headers, body }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    // one that was taken and got no answer
    if (answer && text === null) load.cut += 1;
    const made = /"opportunityId":"([0-9a-f-]{36})"/.exec(text ?? '')?.[1];
    if (answer?.status === 200 && made) return void load.acknowledged.add(made);
    await sleep(30);
  }
}

async function write(load: Load, lane: number): Promise<void> {
  for (let turn = 0; load.running; turn++) await press(load, `Lane ${lane} turn ${turn}`);
}

async function untilWritten(load: Load, more: number): Promise<void> {
  const before = load.acknowledged.size;
  while (load.acknowledged.size < before + more) await sleep(10);
}

/** The same harm so many times; milliseconds until something was acknowledged again, and the exit codes of what ended. */
async function repeat(load: Load, what: string, times: number, harm: () => Promise<number | null>): Promise<void> {
  const back: number[] = [];
  const codes = new Set<number | null>();
  const cutBefore = load.cut;
  for (let at = 0; at < times; at++) {
    await untilWritten(load, 5 + (at % 7));
    const began = performance.now();
    codes.add(await harm());
    await untilWritten(load, writers + 1);
    back.push(performance.now() - began);
  }
  if (times === 0) return;
  const slowest = (Math.max(...back) / 1_000).toFixed(1);
  say(
    `${what} × ${times}: ${load.acknowledged.size} acknowledged so far, calls cut in their answer ${load.cut - cutBefore}, exit ${[...codes].map(String).join(', ')}, slowest return ${slowest} s`,
  );
}

async function anew(load: Load, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  load.house.process.kill(signal);
  const code = await load.house.exited;
  load.house = await startHouse(folder);
  return code;
}

async function trial(): Promise<number> {
  const house = await startHouse(folder);
  const load: Load = { house, running: true, acknowledged: new Set(), cut: 0, cookie: '' };
  const ask = await signedUp(house, 'ana@example.org', (value) => {
    load.cookie = value;
  });
  const lanes = Promise.all(Array.from({ length: writers }, (_, lane) => write(load, lane)));
  await repeat(load, 'kill -9 of the server', many('--kills', 100), () => anew(load, 'SIGKILL'));
  await repeat(load, 'SIGTERM', many('--terms', 20), () => anew(load, 'SIGTERM'));
  await repeat(load, 'kill -9 of the database', many('--crashes', 8), async () => {
    process.kill(databasePid(folder), 'SIGKILL');
    return null;
  });
  load.running = false;
  await lanes;
  const list = await ask(load.house, 'opportunity.list');
  const kept = new Set([...list.body.matchAll(/"opportunityId":"([0-9a-f-]{36})"/g)].map(([, id]) => id));
  const lost = [...load.acknowledged].filter((id) => !kept.has(id)).length;
  const names = [...list.body.matchAll(/"company":"(Lane \d+ turn \d+)"/g)].map(([, name]) => name);
  const twice = names.length - new Set(names).size;
  load.house.process.kill('SIGTERM');
  const code = await load.house.exited;
  say(`${load.acknowledged.size} writes acknowledged, lost ${lost}, there twice ${twice}; the last end: ${code}`);
  return lost === 0 && twice === 0 && code === 0 ? 0 : 1;
}

try {
  process.exitCode = await trial();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
