import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, serverAccount } from './binaries.ts';
import { type Cluster, clearLeftover, ended, initialise, serve, untilReady } from './cluster.ts';
import { folderHolder, holdFolder, StartRefused } from './lock.ts';

export type EmbeddedOptions = {
  /** The data folder: holds `db`, `database.password`, `database.log` and `lock`. */
  folder: string;
  /** false only for data that may be lost with the power. */
  fsync?: boolean;
  /** Variables for PostgreSQL's processes; it inherits none. A run at another date tells it so. */
  environment?: Record<string, string>;
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

function keepPassword(folder: string): string {
  const path = join(folder, 'database.password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
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
async function launch(cluster: Cluster, port: number, password: string, fsync: boolean): Promise<ChildProcess> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const child = serve(cluster, port, fsync);
    if (await untilReady(child, port, password)) return child;
    await sleep(250);
    await clearLeftover(cluster.database);
  }
  throw new StartRefused(`The database did not start. See ${join(cluster.folder, 'database.log')}.`);
}

/** Keeps PostgreSQL running on its port: should it die, another one takes its place. */
async function supervise(cluster: Cluster, password: string, fsync: boolean) {
  const port = await freePort();
  let child = await launch(cluster, port, password, fsync);
  let stopping = false;
  let restart = Promise.resolve();
  const again = async () => {
    if (stopping) return;
    try {
      child = await launch(cluster, port, password, fsync);
      watch();
    } catch {
      // Every request says "unavailable" and the log says why; a restart of Parley tries again.
    }
  };
  const watch = () => void child.once('exit', () => void (restart = again()));
  watch();
  const stop = async () => {
    stopping = true;
    // One that is just taking the place of a dead one is waited for, or it would be left behind.
    await restart;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const end = ended(child);
    child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGQUIT'), 15_000);
    await end;
    clearTimeout(late);
  };
  return { port, stop, pid: () => child.pid };
}

/**
 * Starts the PostgreSQL that npm installed on a data folder, which this process then holds.
 * Throws StartRefused with a sentence for the person when it cannot.
 */
export async function startEmbedded({ folder: path, fsync = true, environment = {} }: EmbeddedOptions): Promise<Embedded> {
  const folder = openFolder(path);
  const lock = holdFolder(folder);
  const log = openSync(join(folder, 'database.log'), 'a', 0o600);
  try {
    const database = join(folder, 'db');
    const account = serverAccount(database);
    const cluster = { folder, database, account, binaries: findBinaries(account, folder), log, environment };
    const password = keepPassword(folder);
    await clearLeftover(database);
    if (!existsSync(database)) await initialise(cluster, password);
    const server = await supervise(cluster, password, fsync);
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
  return port ? urlOf('parley', keepPassword(folder), port) : null;
}
