import pg from 'pg';
import { reader } from './crowd-reads.ts';

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
type Explained = { 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number; 'Planning Time': number }] };

/** Milliseconds to run and to plan a statement, and how many buffers it touched; how many rows is the reader's to see. */
export type Cost = { statement: string; ran: number; planned: number; buffers: number };

/** Runs statements one after the other in one transaction as the reader of a crowd, the second time on the same line. */
export async function explainReads(adminUrl: string, statements: Record<string, string>): Promise<Cost[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await explainOnce(client, statements);
    return await explainOnce(client, statements);
  } finally {
    await client.end();
  }
}

/** The same once, on a line that is there. */
export async function explainOnce(client: pg.Client, statements: Record<string, string>): Promise<Cost[]> {
  await client.query(`begin; select set_config('role', 'parley_user', true), set_config('app.user_id', ${reader}::text, true)`);
  const costs: Cost[] = [];
  for (const [statement, sql] of Object.entries(statements)) {
    const { rows } = await client.query<Explained>(`explain (analyze, buffers, timing off, format json) ${sql}`);
    const [found] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!found) throw new Error(`${statement} has no plan.`);
    const { Plan: plan, 'Execution Time': ran, 'Planning Time': planned } = found;
    costs.push({ statement, ran, planned, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] });
  }
  await client.query('rollback');
  return costs;
}
