import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartRefused } from './lock.ts';

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
        `The database has migration ${name}, which this version of Parley does not know: it was made by a newer one.`,
      );
    if (known.checksum !== checksum)
      throw new StartRefused(`Migration ${name} was changed after it was applied. Restore the file as it was.`);
  }
  return migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

/** The file and its record in one transaction: all of it or nothing. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`Migration ${name} could not be applied: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function run(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const version = await client.query("SELECT current_setting('server_version_num')::int AS number");
  if (version.rows[0].number < 150_000)
    throw new StartRefused('The PostgreSQL server is older than version 15, which Parley needs.');
  await client.query("SET lock_timeout = '60s'");
  await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
  try {
    await client.query(table);
    const applied = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    const wanted = pending(migrations, applied.rows);
    for (const migration of wanted) await apply(client, migration);
    return wanted.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [advisoryLock]).catch(() => {});
  }
}

/** Applies what is missing of `folder` (prisma/migrations) and returns the names of what it applied. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, options: '-c timezone=UTC' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await run(client, readMigrations(folder));
  } finally {
    await client.end();
  }
}
