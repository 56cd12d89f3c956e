import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@parley/db/embedded';
import { migrate } from '@parley/db/migrate';
import { fillCouncils } from '../support/crowd.ts';
import { explainReads } from '../support/crowd-plans.ts';
import { crowdReads } from '../support/crowd-reads.ts';

// npx tsx tests/bench/reach.ts 10 1000 20000: what the statements of the main reads cost at each number of filled councils.
// PARLEY_BENCH_DATABASE: a crowd that is there already, as its superuser.
const sizes = process.argv.slice(2).map(Number);
const given = process.env.PARLEY_BENCH_DATABASE;

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
const micros = (values: number[]) => String(Math.round(median(values) * 1000)).padStart(9);

/** Medians of 25 transactions: each read's statements in turn, the first of them finds what reaches the viewer. */
async function report(adminUrl: string, title: string): Promise<void> {
  process.stdout.write(`\n${title}\n${'µs'.padStart(9)}  buffers\n`);
  for (const [read, statements] of Object.entries(crowdReads)) {
    const runs = await explainReads(adminUrl, statements, 25);
    process.stdout.write(`${read}\n`);
    for (const [at, statement] of Object.keys(statements).entries()) {
      const costs = runs.flatMap((run) => run[at] ?? []);
      const buffers = String(median(costs.map((cost) => cost.buffers))).padStart(9);
      process.stdout.write(`${micros(costs.map((cost) => cost.ran))}${buffers}  ${statement}\n`);
    }
    const whole = runs.map((run) => run.reduce((sum, cost) => sum + cost.ran, 0));
    process.stdout.write(`${micros(whole)}${' '.repeat(9)}  all of it\n`);
  }
}

async function grow(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-reach-'));
  const server = await startEmbedded({ folder, fsync: false });
  await migrate(server.url, join(import.meta.dirname, '../../prisma/migrations'));
  let filled = 0;
  for (const size of sizes) {
    await fillCouncils(server.adminUrl, filled + 1, size);
    filled = size;
    await report(server.adminUrl, `${size} filled councils`);
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

await (given ? report(given, 'the crowd that is there') : grow());
