import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './binaries.ts';
import { processStart, StartRefused } from './lock.ts';

/** One PostgreSQL cluster of our own: its folders, its account, its binaries, its log, what else its processes are told. */
export type Cluster = {
  folder: string;
  database: string;
  account: Account | null;
  binaries: string;
  log: number;
  environment: Record<string, string>;
};

// Root starts PostgreSQL inside its folder, so that a parent closed to the account (/root) does not matter.
const insideRoot = (account: Account | null) => account !== null && process.platform === 'linux';
const dataPath = (cluster: Cluster, path: string) => (insideRoot(cluster.account) ? '/proc/self/cwd' : path);

function run(cluster: Cluster, program: string, args: string[], cwd: string, input: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  return spawn(join(cluster.binaries, 'bin', program), args, {
    cwd,
    // Its own group: Ctrl-C ends us first, and we end it.
    detached: true,
    stdio: [input, cluster.log, cluster.log],
    env: { ...cluster.environment, LC_ALL: 'C', TZ: 'UTC' },
    ...(cluster.account ?? {}),
  });
}

export const ended = (child: ChildProcess) =>
  new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code));
  });

/** Makes the cluster beside its place and moves it there whole, so that an interrupted start leaves no half of one. */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  const draft = join(cluster.folder, 'db.new');
  const secret = mkdtempSync(join(tmpdir(), 'parley-'));
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(join(secret, 'password'), `${password}\n`, { mode: 0o600 });
  if (cluster.account) {
    for (const path of [draft, secret, join(secret, 'password')]) chownSync(path, cluster.account.uid, cluster.account.gid);
  }
  const args = [
    '-D',
    dataPath(cluster, draft),
    '--username=postgres',
    `--pwfile=${join(secret, 'password')}`,
    '--auth=scram-sha-256',
  ];
  const code = await ended(run(cluster, 'initdb', [...args, '--encoding=UTF8', '--locale=C', '--no-instructions'], draft));
  rmSync(secret, { recursive: true, force: true });
  if (code !== 0) throw new StartRefused(`The database could not be created. See ${join(cluster.folder, 'database.log')}.`);
  renameSync(draft, cluster.database);
}

/** Sets the password of a cluster that nobody serves, for its superuser and for the role that serves requests. */
export async function renewPassword(cluster: Cluster, password: string): Promise<void> {
  const child = run(
    cluster,
    'postgres',
    ['--single', '-D', dataPath(cluster, cluster.database), 'postgres'],
    cluster.database,
    'pipe',
  );
  // one statement a line; a role that a first start has not come to make is passed over
  child.stdin?.end(['postgres', 'parley'].map((role) => `alter role ${role} password ${pg.escapeLiteral(password)}\n`).join(''));
  if ((await ended(child)) !== 0)
    throw new StartRefused(`The database’s password could not be set anew. See ${join(cluster.folder, 'database.log')}.`);
}

/** Ends PostgreSQL cleanly, or after 15 seconds at once. */
export async function halt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = ended(child);
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 15_000);
  await end;
  clearTimeout(late);
}

const ignored = () => {};

async function isGone(pid: number, within: number): Promise<boolean> {
  for (let waited = 0; waited < within; waited += 50) {
    if (processStart(pid) === null) return true;
    await sleep(50);
  }
  return false;
}

/** A PostgreSQL that a killed Parley left behind on this folder is stopped cleanly; a stale pid file is removed. */
export async function clearLeftover(database: string): Promise<void> {
  const path = join(database, 'postmaster.pid');
  if (!existsSync(path)) return;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  if (isServing(pid, database)) {
    for (const [signal, patience] of [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5_000],
    ] as const) {
      process.kill(pid, signal);
      if (await isGone(pid, patience)) return;
    }
    throw new StartRefused(
      `PostgreSQL (process ${pid}) is still running on ${database} from an earlier start and does not stop. End it, then start again.`,
    );
  }
  rmSync(path, { force: true });
}

function isServing(pid: number, database: string): boolean {
  if (!pid || processStart(pid) === null) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(database);
  } catch {
    return false;
  }
}

const settings = (port: number, fsync: boolean) => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // Nothing of a statement or its values ever reaches the log: messages of errors quote them.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
});

export function serve(cluster: Cluster, port: number, fsync: boolean): ChildProcess {
  const flags = Object.entries(settings(port, fsync)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = run(cluster, 'postgres', ['-D', dataPath(cluster, cluster.database), ...flags], cluster.database);
  child.on('error', ignored);
  return child;
}
