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
