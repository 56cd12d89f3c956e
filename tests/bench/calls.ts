import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningUrl } from '@parley/db/embedded';
import pg from 'pg';
import { freePort } from '../support/free-port.ts';
import { type Call, prepareCalls } from './calls-world.ts';
import { cpuOf } from './cpu.ts';
import { startServer } from './server.ts';
import { swarm } from './swarm.ts';

// npx tsx tests/bench/calls.ts [clients] [calls a turn] [part of a call's name]: each call beside a bare handler, in turns, after `npm run build`.
// CPU of server and database together, milliseconds a call; medians of five turns. Linux only.
const clients = Number(process.argv[2] ?? 16);
const perTurn = Number(process.argv[3] ?? 400);
const wanted = process.argv[4] ?? '';
const data = mkdtempSync(join(tmpdir(), 'parley-calls-'));
const at = (values: number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** What a bare handler needs: the rows of the answers in the open, and copies of the tables that are written. */
async function layPlain(admin: pg.Client, calls: readonly Call[]): Promise<void> {
  await admin.query('create table plain_row (call text, at int, part text, body jsonb, primary key (call, at))');
  for (const [copy, of] of Object.entries({
    comment: 'comment',
    notification: 'notification',
    receipt: 'receipt',
    view_log: 'view_log',
  }))
    await admin.query(`create table plain_${copy} (like ${of} including defaults including indexes)`);
  await admin.query('create table plain_counter (like sealed_counter including defaults including indexes)');
  await admin.query('create table plain_round (id uuid primary key, state text)');
  const zero = '00000000-0000-7000-8000-000000000000';
  await admin.query(`insert into plain_round values ('${zero}', 'open')`);
  await admin.query('insert into plain_counter (round_id, owner_id, author_id, sealed) values ($1, $1, $1, $2)', [
    zero,
    Buffer.alloc(400),
  ]);
  for (const call of calls)
    for (const [index, { part, body }] of call.rows.entries())
      await admin.query('insert into plain_row values ($1, $2, $3, $4)', [
        call.plain.split('/')[1],
        index,
        part,
        JSON.stringify(body),
      ]);
  await admin.query('analyze plain_row');
}

async function measure(call: Call, roots: { ours: number[]; bare: number[] }, bareUrl: string) {
  const shots = { ours: call.shot, bare: { url: `${bareUrl}/${call.plain}`, body: () => JSON.stringify(call.plainInput ?? {}) } };
  const cpu: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  let refused = 0;
  for (let turn = -1; turn < 5; turn += 1)
    for (const side of ['ours', 'bare'] as const) {
      const before = cpuOf(roots[side]);
      const ran = await swarm(shots[side], clients, turn < 0 ? 100 : perTurn);
      if (turn < 0) continue;
      cpu[side].push(((cpuOf(roots[side]) - before) / perTurn) * 1000);
      times[side].push(...ran.times);
      if (side === 'ours') refused += ran.refused;
    }
  const [ours, bare] = [at(cpu.ours, 0.5), at(cpu.bare, 0.5)];
  const shown = (side: 'ours' | 'bare') => `${at(times[side], 0.5).toFixed(1)} / ${at(times[side], 0.99).toFixed(1)}`;
  const figures = [
    `${ours.toFixed(2)} · ${bare.toFixed(2)}`,
    (bare / ours).toFixed(2),
    shown('ours'),
    shown('bare'),
    String(refused),
  ];
  process.stdout.write(`| ${[call.name, ...figures].join(' | ')} |\n`);
}

const server = await startServer(await freePort(), data, { PARLEY_DEMO: '1' });
try {
  await run();
} finally {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const owner = runningUrl(data);
  if (!owner) throw new Error('The database is not running.');
  const adminUrl = owner.replace('//parley:', '//postgres:');
  const postmaster = Number(readFileSync(join(data, 'db', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const calls = await prepareCalls(server.url);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await layPlain(admin, calls);
  } finally {
    await admin.end();
  }
  const port = await freePort();
  const bare = fork(join(import.meta.dirname, 'plain.ts'), [adminUrl, String(port)], { execArgv: ['--import', 'tsx'] });
  await once(bare, 'message');
  process.stdout.write(`${clients} clients, ${perTurn} calls a turn\n`);
  process.stdout.write('| call | CPU ms, ours · bare | of bare | p50 / p99 ours | bare | refused |\n|---|--:|--:|--:|--:|--:|\n');
  const roots = { ours: [server.pid, postmaster], bare: [bare.pid ?? 0, postmaster] };
  for (const call of calls.filter(({ name }) => name.includes(wanted))) await measure(call, roots, `http://127.0.0.1:${port}`);
  bare.kill();
}
