import pg from 'pg';
import { reader } from './crowd-reads.ts';

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
type Explained = { 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] };

/** Milliseconds that a statement ran, and how many buffers it touched. */
export type Cost = { statement: string; ran: number; buffers: number };

/**
 * Runs statements one after the other in one transaction as the reader of a crowd, prepared and planned for anybody, on a
 * line that has run them before.
 */
export async function explainReads(adminUrl: string, statements: Record<string, string>, times: number): Promise<Cost[][]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // a table that fits into a page is read whole instead of by its index, which compares with nothing that grows
    await client.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off');
    for (const [at, sql] of Object.values(statements).entries()) await client.query(`prepare read_${at}(uuid) as ${sql}`);
    const costs = [];
    for (let run = 0; run < times; run += 1) costs.push(await explainOnce(client, Object.keys(statements)));
    return costs;
  } finally {
    await client.end();
  }
}

async function explainOnce(client: pg.Client, names: readonly string[]): Promise<Cost[]> {
  await client.query(`begin; select set_config('role', 'parley_user', true), set_config('app.user_id', ${reader}::text, true)`);
  const costs: Cost[] = [];
  for (const [at, statement] of names.entries()) {
    const { rows } = await client.query<Explained>(
      `explain (analyze, buffers, timing off, format json) execute read_${at}(${reader})`,
    );
    const [found] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!found) throw new Error(`${statement} has no plan.`);
    const { Plan: plan, 'Execution Time': ran } = found;
    costs.push({ statement, ran, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] });
  }
  await client.query('rollback');
  return costs;
}
