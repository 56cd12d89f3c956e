import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from './lock.ts';
import { closeWalls, letKeeperLook, openWalls } from './walls.ts';

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

// The lock and the table are Prisma's own, so that its commands and this runner may take turns on one database.
const advisoryLock = 72707369;
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those still to be applied. Throws StartRefused when what was applied is not what the folder says. */
function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (!finished_at)
      throw new StartRefused(
        `Migration ${name} failed earlier and was not resolved. Restore a backup, or mark it with "npx prisma migrate resolve".`,
      );
    if (!known)
      throw new StartRefused(
        `The database has migration ${name}, which this version of Parley does not know: it was made by a newer one. Nothing was changed. Put the newer files back, or restore a backup that this version made into another folder.`,
      );
    if (known.checksum !== checksum)
      throw new StartRefused(`Migration ${name} was changed after it was applied. Restore the original file.`);
  }
  return migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

/** What holds for one migration's transaction. */
const locally = "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0; SET LOCAL timezone = 'UTC'";

const outside = /^-- outside a transaction$/;

/** The statements of a migration that cannot stand in a transaction, one by one; null for one that can. */
function statementsOutside(sql: string): string[] | null {
  return outside.test(sql.split('\n', 1)[0] ?? '') ? sql.split(/^-- then$/m) : null;
}

async function record(client: pg.Client, { name, checksum }: Migration, started: Date | null): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, coalesce($4, clock_timestamp()), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, started],
  );
}

/** The file and its record in one transaction: all of it or nothing. */
async function applyWhole(client: pg.Client, migration: Migration, started: Date | null): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(locally);
    await openWalls(client);
    await client.query(migration.sql);
    await closeWalls(client);
    await record(client, migration, started);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Statement by statement, the record last: one that was killed is begun again, so each must bear being done twice. */
async function applyOutside(client: pg.Client, migration: Migration, statements: string[], started: Date | null): Promise<void> {
  try {
    // half an index is not used, and would be taken for a whole one
    const half = await client.query<{ name: string }>(
      `SELECT indexrelid::regclass::text AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE NOT indisvalid AND relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'USAGE')`,
    );
    for (const { name } of half.rows) await client.query(`DROP INDEX CONCURRENTLY ${name}`);
    await openWalls(client);
    for (const statement of statements) await client.query(statement);
  } finally {
    await closeWalls(client);
  }
  await record(client, migration, started);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const statements = statementsOutside(migration.sql);
  const begun = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const started = begun.rows[0]?.at ?? null;
  try {
    if (statements) await applyOutside(client, migration, statements, started);
    else await applyWhole(client, migration, started);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${migration.name} could not be applied: ${why}`, { cause: error });
  }
}

/**
 * Waits for its turn without holding a snapshot, on which another's concurrent index would wait in turn. The turn is a lock of
 * a transaction on a connection of its own: a pooler in between keeps the two together, and nothing is left on it afterwards.
 */
async function takeTurn(client: pg.Client, patience: number): Promise<void> {
  const until = performance.now() + patience;
  await client.query('BEGIN');
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  for (;;) {
    // without a parameter: what is asked with one keeps its snapshot until the next question
    const asked = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(${advisoryLock}) AS mine`);
    if (asked.rows[0]?.mine) return;
    if (performance.now() > until)
      throw new StartRefused('Another Parley has been applying migrations to this database for a minute. Try again later.');
    await sleep(50);
  }
}

async function run(client: pg.Client, turn: pg.Client, migrations: Migration[]): Promise<string[]> {
  const version = await client.query("SELECT current_setting('server_version_num')::int AS number");
  if (version.rows[0].number < 150_000)
    throw new StartRefused('The PostgreSQL server is older than version 15, which Parley needs.');
  await takeTurn(turn, 60_000);
  await client.query(table);
  await closeWalls(client);
  const applied = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  const wanted = pending(migrations, applied.rows);
  for (const migration of wanted) await apply(client, migration);
  await letKeeperLook(client);
  return wanted.map(({ name }) => name);
}

/** What has been applied to a database, in its order: names and the checksums of their files. */
export async function appliedTo(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const found = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return found.rows;
}

/** Which migrations of a database this folder does not know, or knows otherwise. */
export function unknownTo(folder: string, applied: readonly { name: string; checksum: string }[]): string[] {
  const known = new Map(readMigrations(folder).map(({ name, checksum }) => [name, checksum]));
  return applied.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name);
}

/** Which migrations of this folder a database has not got. */
export const missingIn = (folder: string, applied: readonly { name: string }[]): string[] =>
  readMigrations(folder).flatMap(({ name }) => (applied.some((one) => one.name === name) ? [] : [name]));

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Applies what is missing of `folder` (prisma/migrations), of `only` these if given, and returns the names of what it applied. */
export async function migrate(url: string, folder: string, only?: ReadonlySet<string>): Promise<string[]> {
  const client = await connect(url);
  const turn = await connect(url).catch(async (error: unknown) => {
    await client.end();
    throw error;
  });
  try {
    return await run(
      client,
      turn,
      readMigrations(folder).filter(({ name }) => !only || only.has(name)),
    );
  } finally {
    await Promise.all([client.end(), turn.end()]);
  }
}
