import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { StartRefused } from './lock.ts';
import { migrate } from './migrate.ts';

const real = join(import.meta.dirname, '../../../prisma/migrations');
let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'parley-migrate-'));
  cpSync(real, folder, { recursive: true });
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

function add(name: string, sql: string) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  test('are applied once, and a new one is found', async () => {
    expect(await migrate(database.url, folder)).toEqual([]);
    add('29990101000000_pear', 'CREATE TABLE pear (id int); CREATE FUNCTION ripe() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;');
    expect(await migrate(database.url, folder)).toEqual(['29990101000000_pear']);
    expect(await migrate(database.url, folder)).toEqual([]);
  });

  test('are applied once by two starts at the same moment', async () => {
    add('29990101000000_pear', 'CREATE TABLE pear (id int)');
    const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(applied.flat()).toEqual(['29990101000000_pear']);
  });

  test('leave nothing of one that fails, and say which it was', async () => {
    add('29990101000000_pear', 'CREATE TABLE pear (id int); SELECT 1 / 0;');
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'Migration 29990101000000_pear could not be applied: division by zero',
    );
    expect(await ask("SELECT to_regclass('pear') AS pear")).toEqual([{ pear: null }]);
    rmSync(join(folder, '29990101000000_pear'), { recursive: true });
    expect(await migrate(database.url, folder)).toEqual([]);
  });

  test('are refused when an applied file was changed, or is not known here', async () => {
    writeFileSync(join(folder, '29990101000000_pear.txt'), 'no folder');
    add('29990101000000_pear', 'CREATE TABLE pear (id int)');
    await migrate(database.url, folder);
    writeFileSync(join(folder, '29990101000000_pear/migration.sql'), 'CREATE TABLE pear (id bigint)');
    await expect(migrate(database.url, folder)).rejects.toThrow(StartRefused);
    rmSync(join(folder, '29990101000000_pear'), { recursive: true });
    await expect(migrate(database.url, folder)).rejects.toThrow('made by a newer one');
  });

  test('are refused after one that failed halfway under another tool', async () => {
    await ask("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_tables'");
    await expect(migrate(database.url, folder)).rejects.toThrow('failed earlier and was not resolved');
  });
});

/** Walls of the schema that are open for their owner. */
const open = () =>
  ask(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity`);

describe('a migration of walled rows', () => {
  beforeEach(async () => {
    await ask(
      "INSERT INTO account (id, email_hash, sealed) VALUES (gen_random_uuid(), 'one', ''), (gen_random_uuid(), 'two', '')",
    );
  });

  test('finds them, and leaves the walls as they were', async () => {
    add('29990101000000_pear', 'UPDATE account SET rev = 7');
    await migrate(database.url, folder);
    expect(await ask('SELECT DISTINCT rev FROM account')).toEqual([{ rev: 7 }]);
    expect(await open()).toEqual([]);
  });

  test('that fails leaves them and the walls as they were', async () => {
    add('29990101000000_pear', 'UPDATE account SET rev = 7; SELECT 1 / 0');
    await expect(migrate(database.url, folder)).rejects.toThrow('division by zero');
    expect(await ask('SELECT DISTINCT rev FROM account')).toEqual([{ rev: 1 }]);
    expect(await open()).toEqual([]);
  });

  test('opens them for nobody who is served', async () => {
    add('29990101000000_pear', 'SET LOCAL ROLE parley_user; DO $$ BEGIN ASSERT (SELECT count(*) = 0 FROM account); END $$');
    expect(await migrate(database.url, folder)).toEqual(['29990101000000_pear']);
  });

  test('is not begun before walls are closed that a killed start left open', async () => {
    await ask('ALTER TABLE account NO FORCE ROW LEVEL SECURITY');
    await migrate(database.url, folder);
    expect(await open()).toEqual([]);
  });
});

describe('a migration outside a transaction', () => {
  const batches = `-- outside a transaction
DO $$
BEGIN
  FOR one IN 1..4 LOOP
    INSERT INTO pear SELECT one WHERE NOT EXISTS (SELECT FROM pear WHERE id = one);
    COMMIT;
    IF one = 2 AND to_regclass('stop') IS NOT NULL THEN RAISE 'killed'; END IF;
  END LOOP;
  UPDATE account SET rev = 7;
END $$;
-- then
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS pear_id ON pear (id);
`;

  test('goes in batches and makes its index; one that was killed goes on where it was', async () => {
    await ask('CREATE TABLE pear (id int); ALTER TABLE pear OWNER TO parley; CREATE TABLE stop (id int)');
    await ask("INSERT INTO account (id, email_hash, sealed) VALUES (gen_random_uuid(), 'one', '')");
    add('29990101000000_pear', batches);
    await expect(migrate(database.url, folder)).rejects.toThrow('Migration 29990101000000_pear could not be applied: killed');
    expect(await ask('SELECT id FROM pear')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await open()).toEqual([]);
    await ask('DROP TABLE stop');
    expect(await migrate(database.url, folder)).toEqual(['29990101000000_pear']);
    expect(await ask('SELECT id FROM pear ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
    expect(await ask('SELECT rev FROM account')).toEqual([{ rev: 7 }]);
    expect(await ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'pear_id'::regclass")).toEqual([{ indisvalid: true }]);
    expect(await migrate(database.url, folder)).toEqual([]);
    expect(await ask("SELECT count(*)::int AS records FROM _prisma_migrations WHERE migration_name LIKE '%_pear'")).toEqual([
      { records: 1 },
    ]);
  });

  test('does not take half an index for a whole one', async () => {
    await ask('CREATE TABLE pear (id int); ALTER TABLE pear OWNER TO parley; INSERT INTO pear VALUES (1), (1)');
    add(
      '29990101000000_pear',
      '-- outside a transaction\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS pear_id ON pear (id);\n',
    );
    await expect(migrate(database.url, folder)).rejects.toThrow('could not create unique index');
    expect(await ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'pear_id'::regclass")).toEqual([{ indisvalid: false }]);
    await ask('DELETE FROM pear');
    await migrate(database.url, folder);
    expect(await ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'pear_id'::regclass")).toEqual([{ indisvalid: true }]);
  });

  test('is applied once by two starts at the same moment, of which none waits for the other for ever', async () => {
    await ask('CREATE TABLE pear (id int); ALTER TABLE pear OWNER TO parley');
    add('29990101000000_pear', batches.replace('UPDATE', 'PERFORM pg_sleep(0.5); UPDATE'));
    const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(applied.flat()).toEqual(['29990101000000_pear']);
  });

  test('is refused like any other once its file was changed', async () => {
    await ask('CREATE TABLE pear (id int); ALTER TABLE pear OWNER TO parley');
    add('29990101000000_pear', batches);
    await migrate(database.url, folder);
    writeFileSync(join(folder, '29990101000000_pear/migration.sql'), `${batches}-- then\nSELECT 1`);
    await expect(migrate(database.url, folder)).rejects.toThrow('was changed after it was applied');
  });
});
