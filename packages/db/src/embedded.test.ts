import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Embedded, runningUrl, startEmbedded } from './embedded.ts';

let folder: string;
let running: Embedded | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-embedded-'));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database that comes with Parley', () => {
  test('keeps its data over a stop, is written through to the disk, and serves an ordinary role on loopback alone', async () => {
    running = await startEmbedded({ folder });
    await ask(running.url, 'CREATE TABLE pear AS SELECT 7 AS n');
    await running.stop();
    running = await startEmbedded({ folder });
    expect(await ask(running.url, 'SELECT n FROM pear')).toEqual([{ n: 7 }]);
    const facts = `SELECT current_setting('fsync') AS fsync, current_setting('timezone') AS zone, current_setting('listen_addresses') AS at,
      (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS above, current_setting('server_version_num')::int / 10000 AS version`;
    expect(await ask(running.url, facts)).toEqual([{ fsync: 'on', zone: 'UTC', at: '127.0.0.1', above: false, version: 18 }]);
  });

  test('keeps its password from everybody else, and nobody enters without it', async () => {
    running = await startEmbedded({ folder });
    expect(statSync(join(folder, 'database.password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'db')).mode & 0o077).toBe(0);
    const stranger = new URL(running.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(runningUrl(folder)).toBe(running.url);
  });

  test('writes no statement and no value to its log', async () => {
    running = await startEmbedded({ folder });
    await ask(running.url, 'CREATE TABLE pear (n int UNIQUE)');
    await expect(ask(running.url, 'INSERT INTO pear VALUES (471147114), (471147114) -- canary-in-a-statement')).rejects.toThrow();
    await expect(ask(running.url, "SELECT 'canary-in-a-value'::int")).rejects.toThrow();
    const log = readFileSync(join(folder, 'database.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('canary-in-a-value');
    expect(log).not.toContain('471147114');
    expect(log).not.toContain('canary-in-a-statement');
  });

  test('comes back by itself when its process dies', async () => {
    running = await startEmbedded({ folder });
    const before = running.pid() ?? 0;
    process.kill(before, 'SIGKILL');
    const { url } = running;
    await expect.poll(() => ask(url, 'SELECT 1 AS n').catch(() => null), { timeout: 10_000 }).toEqual([{ n: 1 }]);
    await expect.poll(() => running?.pid()).not.toBe(before);
  });

  test('is not made twice by a first start that was cut short, and minds no stale pid file', async () => {
    await startEmbedded({ folder }).then((first) => first.stop());
    writeFileSync(join(folder, 'db/postmaster.pid'), `${process.pid}\n/somewhere\n`);
    running = await startEmbedded({ folder });
    expect(await ask(running.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(existsSync(join(folder, 'db.new'))).toBe(false);
  });

  test('sets a password anew that a first start which was cut short has left empty, or that was lost', async () => {
    await startEmbedded({ folder }).then(async (first) => {
      await ask(first.url, 'CREATE TABLE pear AS SELECT 7 AS n');
      await first.stop();
    });
    const path = join(folder, 'database.password');
    writeFileSync(path, '');
    running = await startEmbedded({ folder });
    expect(await ask(running.url, 'SELECT n FROM pear')).toEqual([{ n: 7 }]);
    await running.stop();
    rmSync(path);
    running = await startEmbedded({ folder });
    expect(await ask(running.url, 'SELECT n FROM pear')).toEqual([{ n: 7 }]);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{48}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('begins anew after a first start that was cut short before there was a database', async () => {
    writeFileSync(join(folder, 'database.password'), '', { mode: 0o600 });
    running = await startEmbedded({ folder });
    expect(await ask(running.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  test('says where to look when its data cannot be used', async () => {
    await startEmbedded({ folder }).then((first) => first.stop());
    writeFileSync(join(folder, 'database.password'), 'not the one');
    await expect(startEmbedded({ folder })).rejects.toThrow(
      'The file database.password does not belong to the database beside it.',
    );
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    // what it began to serve has ended with it
    expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false);
  });

  test('ends when it is asked to, while it waits for its database', async () => {
    const signal = AbortSignal.abort();
    await expect(startEmbedded({ folder, signal })).rejects.toThrow('It was asked to end');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false);
  });
});
