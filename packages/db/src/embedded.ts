import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, serverAccount } from './binaries.ts';
import { type Cluster, clearLeftover, halt, initialise, renewPassword, serve } from './cluster.ts';
import { folderHolder, holdFolder, StartRefused } from './lock.ts';
import { untilReady } from './ready.ts';
import { writeWhole } from './whole-file.ts';

export type EmbeddedOptions = {
  /** The data folder: holds `db`, `database.password`, `database.log` and `lock`. */
  folder: string;
  /** false only for data that may be lost with the power. */
  fsync?: boolean;
  /** Variables for PostgreSQL's processes; it inherits none. A run at another date tells it so. */
  environment?: Record<string, string>;
  /** Ends a start that is waiting for PostgreSQL. */
  signal?: AbortSignal;
};

export type Embedded = {
  /** As the owner of the database `parley`, who is no superuser. */
  url: string;
  /** As superuser: for tests and repair. */
  adminUrl: string;
  /** The process of PostgreSQL now. */
  pid(): number | undefined;
  /** Ends PostgreSQL cleanly and lets the folder go. */
  stop(): Promise<void>;
};

const urlOf = (user: string, password: string, port: number) => `postgres://${user}:${password}@127.0.0.1:${port}/parley`;

function openFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, 'database.log');
    closeSync(openSync(probe, 'a', 0o600));
    return folder;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`The data folder ${folder} cannot be written (${why}). Set PARLEY_DATA to another folder.`);
  }
}

const passwordPath = (folder: string) => join(folder, 'database.password');

/** The password in the folder, or null when there is none, or when a start that was cut short has left it empty. */
function readPassword(folder: string): string | null {
  const path = passwordPath(folder);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || null : null;
}

/** The cluster and its password: both made at the first start; a password that is lost is set anew. */
async function makeReady(cluster: Cluster): Promise<string> {
  const known = readPassword(cluster.folder);
  const password = known ?? randomBytes(24).toString('hex');
  await clearLeftover(cluster.database);
  // the one who holds the folder may enter without it
  if (known === null && existsSync(cluster.database)) await renewPassword(cluster, password);
  if (known === null) writeWhole(passwordPath(cluster.folder), password);
  if (!existsSync(cluster.database)) await initialise(cluster, password);
  return password;
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}

/** Starts PostgreSQL; again for a while when remains of a killed one are still letting go. */
async function launch(
  cluster: Cluster,
  port: number,
  password: string,
  fsync: boolean,
  signal?: AbortSignal,
): Promise<ChildProcess> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const child = serve(cluster, port, fsync);
    try {
      if (await untilReady(child, port, password, signal)) return child;
    } catch (error) {
      await halt(child);
      throw error;
    }
    await sleep(250);
    if (signal?.aborted) break;
    await clearLeftover(cluster.database);
  }
  throw new StartRefused(`The database did not start. See ${join(cluster.folder, 'database.log')}.`);
}

/** Keeps PostgreSQL running on its port: should it die, another one takes its place, and is tried for until it can. */
async function supervise(cluster: Cluster, password: string, fsync: boolean, signal?: AbortSignal) {
  const port = await freePort();
  let child = await launch(cluster, port, password, fsync, signal);
  const over = new AbortController();
  let restart = Promise.resolve();
  const again = async () => {
    while (!over.signal.aborted) {
      try {
        child = await launch(cluster, port, password, fsync, over.signal);
        watch();
        return;
      } catch {
        // a disk that is full has room again one day; until then every request says "unavailable"
        await sleep(1_000, undefined, { signal: over.signal }).catch(() => {});
      }
    }
  };
  const watch = () => void child.once('exit', () => void (restart = again()));
  watch();
  const stop = async () => {
    over.abort();
    // One that is just taking the place of a dead one is waited for, or it would be left behind.
    await restart;
    await halt(child);
  };
  return { port, stop, pid: () => child.pid };
}

/**
 * Starts the PostgreSQL that npm installed on a data folder, which this process then holds.
 * Throws StartRefused with a sentence for the person when it cannot.
 */
export async function startEmbedded({
  folder: path,
  fsync = true,
  environment = {},
  signal,
}: EmbeddedOptions): Promise<Embedded> {
  const folder = openFolder(path);
  const lock = holdFolder(folder);
  const log = openSync(join(folder, 'database.log'), 'a', 0o600);
  try {
    const database = join(folder, 'db');
    const account = serverAccount(database);
    const cluster = { folder, database, account, binaries: findBinaries(account, folder), log, environment };
    const password = await makeReady(cluster);
    const server = await supervise(cluster, password, fsync, signal);
    const stop = async () => {
      await server.stop();
      closeSync(log);
      lock.release();
    };
    return {
      url: urlOf('parley', password, server.port),
      adminUrl: urlOf('postgres', password, server.port),
      pid: server.pid,
      stop,
    };
  } catch (error) {
    closeSync(log);
    lock.release();
    throw error;
  }
}

/** The URL of the database that a living Parley runs on a folder, or null when none does. */
export function runningUrl(path: string): string | null {
  const folder = resolve(path);
  const pidFile = join(folder, 'db', 'postmaster.pid');
  if (folderHolder(folder) === null || !existsSync(pidFile)) return null;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const password = readPassword(folder);
  return port && password ? urlOf('parley', password, port) : null;
}
