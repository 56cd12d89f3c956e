import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from './lock.ts';

const ignored = () => {};

/** Recovery after a crash may take its time. */
const patience = 120_000;

const refusal = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The person who serves requests owns the database and is no superuser: row-level security holds for it too. */
async function prepare(client: pg.Client, password: string): Promise<void> {
  const role = await client.query("select from pg_roles where rolname = 'parley'");
  if (!role.rowCount) {
    await client.query(`create role parley login createdb createrole password ${pg.escapeLiteral(password)}`);
  }
  const database = await client.query("select from pg_database where datname = 'parley'");
  if (!database.rowCount) await client.query('create database parley owner parley');
}

/** While it starts, and while remains of a killed one are still letting go. */
const passing = /^(57P0\d|53300|ECONN\w+|ETIMEDOUT|EPIPE|)$/;

/** Waits until PostgreSQL accepts, as long as its process lives; false when it ended before. Throws what waiting does not mend. */
export async function untilReady(child: ChildProcess, port: number, password: string, signal?: AbortSignal): Promise<boolean> {
  const until = performance.now() + patience;
  while (child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', ignored);
    try {
      await client.connect();
      await prepare(client, password);
      return true;
    } catch (error) {
      if (refusal(error) === '28P01')
        throw new StartRefused('The file database.password does not belong to the database beside it.');
      if (signal?.aborted) throw new StartRefused('It was asked to end before its database was ready.');
      if (!passing.test(refusal(error))) throw error;
      if (performance.now() > until)
        throw new StartRefused('The database does not answer, two minutes after its start. See database.log in the data folder.');
      await sleep(30);
    } finally {
      await client.end().catch(ignored);
    }
  }
  return false;
}
