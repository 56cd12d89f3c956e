import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import { migrate } from '@parley/db/migrate';
import pg from 'pg';
import { fillCouncils } from '../support/crowd.ts';
import { crowdReads, reader } from '../support/crowd-reads.ts';

// npx tsx tests/bench/reach.ts 10 1000 20000: what the statements of the main reads cost at each number of filled councils.
const sizes = process.argv.slice(2).map(Number);
const given = process.env.PARLEY_BENCH_DATABASE;

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
type Explained = { 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number; 'Planning Time': number }] };

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

// a statement that needs every set: what is asked after it finds them
const warmUp =
  'select reach_councils(), reach_people(), reach_heard(), reach_keys(), reach_shares(), reach_items(), reach_roots(), reach_talks()';

/** Medians of 15 runs as the reader, first in its transaction or later: microseconds, and buffers touched. */
async function measure(client: pg.Client, sql: string, warm: boolean) {
  const runs = [];
  for (let run = 0; run < 15; run += 1) {
    await client.query(`begin; select set_config('role', 'parley_user', true), set_config('app.user_id', ${reader}::text, true)`);
    if (warm) await client.query(warmUp);
    const { rows } = await client.query<Explained>(`explain (analyze, buffers, timing off, format json) ${sql}`);
    await client.query('rollback');
    const [found] = rows[0]?.['QUERY PLAN'] ?? [];
    if (found) runs.push(found);
  }
  return {
    micros: Math.round(median(runs.map((run) => run['Execution Time'])) * 1000),
    planned: Math.round(median(runs.map((run) => run['Planning Time'])) * 1000),
    buffers: median(runs.map(({ Plan: plan }) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'])),
  };
}

async function report(adminUrl: string, councils: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const sets = await client.query("select to_regprocedure('reach_items()') is not null as there");
  process.stdout.write(`\n${councils} councils: first in its transaction, and later\n`);
  process.stdout.write(`${['µs', 'planning', 'buffers', 'µs later', 'buffers'].map((head) => head.padStart(10)).join('')}\n`);
  for (const [name, sql] of Object.entries(crowdReads)) {
    const first = await measure(client, sql, false);
    const later = sets.rows[0]?.there ? await measure(client, sql, true) : first;
    const figures = [first.micros, first.planned, first.buffers, later.micros, later.buffers];
    process.stdout.write(`${figures.map((figure) => String(figure).padStart(10)).join('')}  ${name}\n`);
  }
  await client.end();
}

if (given) await report(given, 0);
else {
  const folder = mkdtempSync(join(tmpdir(), 'parley-reach-'));
  const server = await startEmbedded({ folder, fsync: false });
  await migrate(server.url, join(import.meta.dirname, '../../prisma/migrations'));
  let filled = 0;
  for (const size of sizes) {
    await fillCouncils(server.adminUrl, filled + 1, size);
    filled = size;
    await report(server.adminUrl, size);
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
