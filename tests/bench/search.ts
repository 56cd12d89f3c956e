import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppRouter } from '@parley/api/router';
import { runningUrl } from '@parley/db/embedded';
import { createTRPCClient, httpLink } from '@trpc/client';
import { freePort } from '../support/free-port.ts';
import { cpuAlone, cpuOf } from './cpu.ts';
import { makeWritten, typed } from './search-world.ts';
import { startServer } from './server.ts';
import { swarm } from './swarm.ts';

// `npm run bench -- --search [items] [searches a turn]`: what a search costs at each letter that is typed, over one's own items,
// beside the same rows read and left sealed. CPU, milliseconds a call, in turns; medians of seven. Linux only.
const items = Number(process.argv[2] ?? 2000);
const perTurn = Number(process.argv[3] ?? 60);
const turns = 7;
const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const data = mkdtempSync(join(tmpdir(), 'parley-search-'));
const server = await startServer(await freePort(), data);
try {
  await run();
} finally {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}

/** Milliseconds a call of both. */
type Sides = { search: number[]; sealed: number[] };

async function signUp() {
  let cookie = '';
  const send: typeof fetch = async (to, init) => {
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie };
    const response = await fetch(to, { ...init, headers: { ...headers, 'x-parley-key': crypto.randomUUID() } });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const api = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${server.url}/trpc`, methodOverride: 'POST', fetch: send })],
  });
  const [email, password] = ['ana@example.org', 'a long sentence of words'];
  const place = { timeZone: 'UTC', locale: 'en-GB', currency: 'EUR' };
  await api.identity.signUp.mutate({ email, password, displayName: 'Ana', ...place });
  await api.identity.signIn.mutate({ email, password });
  return { api, cookie: () => cookie };
}

async function run(): Promise<void> {
  const ana = await signUp();
  const made = await makeWritten(ana.api, items);
  const database = runningUrl(data);
  if (!database) throw new Error('The database is not running.');
  const postmaster = Number(readFileSync(join(data, 'db', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const port = await freePort();
  const session = ana.cookie().split('=').slice(1).join('=');
  const sealed = fork(join(import.meta.dirname, 'sealed.ts'), [database, session, String(port)], {
    execArgv: ['--import', 'tsx'],
  });
  await once(sealed, 'message');
  let turn = 0;
  const body = () => JSON.stringify({ words: typed[turn++ % typed.length], locale: 'en-GB' });
  const shots = {
    search: { url: `${server.url}/trpc/search.find`, headers: { cookie: ana.cookie() }, body },
    sealed: { url: `http://127.0.0.1:${port}/rows`, body },
  };
  const pids = { search: server.pid, sealed: sealed.pid ?? 0 };
  const alone: Sides = { search: [], sealed: [] };
  const both: Sides = { search: [], sealed: [] };
  let refused = 0;
  for (let round = -1; round < turns; round += 1)
    for (const side of ['search', 'sealed'] as const) {
      const before = { alone: cpuAlone(pids[side]), both: cpuOf([pids[side], postmaster]) };
      const ran = await swarm(shots[side], 2, perTurn);
      refused += ran.refused;
      if (round < 0) continue;
      alone[side].push(((cpuAlone(pids[side]) - before.alone) / perTurn) * 1000);
      both[side].push(((cpuOf([pids[side], postmaster]) - before.both) / perTurn) * 1000);
    }
  sealed.kill();
  const say = (what: string, { search, sealed: least }: Sides) => {
    const [one, other] = [median(search), median(least)];
    process.stdout.write(`${what.padEnd(64)} ${one.toFixed(1)} ms / ${other.toFixed(1)} ms = ${(one / other).toFixed(2)}\n`);
  };
  say(`search over ${made} own items / the same rows sealed: server`, alone);
  say('the same with what the database does', both);
  process.stdout.write(`refused: ${refused}\n`);
}
