import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table as it is copied: its columns in their order. */
export type CopiedTable = { table: string; columns: string[] };

/** What tells that rows are the same ones: how many, and a hash that does not depend on their order. */
export type Tally = { rows: number; hash: string };

/** Servers that run say so themselves, and how slow another machine was says nothing of the next; migrations are applied by their runner. */
const notCopied = "('_prisma_migrations', 'instance', 'slow_statement')";

/** Every copy is written in the same words, whatever the server or the database are set to. */
const words = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '10s'`;

const quoted = pg.escapeIdentifier;

/** A connection for copies. The caller ends it. */
export async function connectForCopy(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Begins one moment of the whole database, as the keeper: nobody who is served waits for it. */
export async function beginCopy(client: pg.Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`${words}; SET LOCAL ROLE parley_keeper`);
}

/** The same words for the transaction that puts rows back. */
export const beginReturn = (client: pg.Client) => client.query(`BEGIN; ${words}`);

/** All tables that are copied. */
export async function copiedTables(client: pg.Client): Promise<CopiedTable[]> {
  const found = await client.query<CopiedTable>(
    `SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ${notCopied} GROUP BY relname ORDER BY relname`,
  );
  return found.rows;
}

/** The lines of a stream of bytes, each with its end. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      rest.push(chunk.subarray(from, end + 1));
      yield rest.length === 1 ? chunk.subarray(from, end + 1) : Buffer.concat(rest);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** Counts lines and adds their hashes together. */
export function createTally(): { add: (line: Buffer) => void; end: () => Tally } {
  const sum = Buffer.alloc(32);
  let rows = 0;
  return {
    add(line) {
      rows++;
      const hash = createHash('sha256').update(line).digest();
      for (const [at, byte] of hash.entries()) sum[at] = (sum[at] ?? 0) ^ byte;
    },
    end: () => ({ rows, hash: sum.toString('hex') }),
  };
}

/** The rows of a table as lines. */
export async function* rowsOf(client: pg.Client, { table, columns }: CopiedTable): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}) TO STDOUT`));
  yield* linesOf(stream);
}

/** What a table holds now. */
export async function tallyOf(client: pg.Client, table: CopiedTable): Promise<Tally> {
  const tally = createTally();
  for await (const line of rowsOf(client, table)) tally.add(line);
  return tally.end();
}

/** Takes lines into a table; `end` waits until the database has them. */
export function intoTable(client: pg.Client, { table, columns }: CopiedTable) {
  const stream = client.query(copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  const done = finished(stream);
  return {
    async add(line: Buffer): Promise<void> {
      if (!stream.write(line)) await Promise.race([once(stream, 'drain'), done]);
    },
    async end(): Promise<void> {
      stream.end();
      await done;
    },
  };
}

type Constraint = { table: string; name: string; definition: string };

/**
 * Opens the whole database to rows in any order, inside the transaction that puts them back: references and triggers are
 * taken off and everything that a migration has laid out goes. Answers what puts them on again, which checks every reference.
 */
export async function clearForReturn(client: pg.Client): Promise<() => Promise<void>> {
  const found = await client.query<Constraint>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const tables = (await copiedTables(client)).map(({ table }) => quoted(table));
  for (const { table, name } of found.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(', ')}`);
  return async () => {
    for (const { table, name, definition } of found.rows)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };
}
