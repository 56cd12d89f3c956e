import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../support/free-port.ts';

/** Debian's PgBouncer (`apt-get install pgbouncer`), or null where it is not installed. */
export const bouncer = ['/usr/sbin/pgbouncer', '/usr/local/sbin/pgbouncer'].find((path) => existsSync(path)) ?? null;

const account = () => ({
  uid: Number(execFileSync('id', ['-u', 'nobody']).toString()),
  gid: Number(execFileSync('id', ['-g', 'nobody']).toString()),
});

async function untilAccepts(url: string, process: ChildProcess): Promise<void> {
  for (;;) {
    if (process.exitCode !== null) throw new Error('PgBouncer did not start.');
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}

/** PgBouncer in transaction mode before a database, with its settings as they come: it lets no unknown startup parameter pass. */
export async function startPooler(program: string, database: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(database);
  const folder = mkdtempSync(join(tmpdir(), 'parley-pooler-'));
  const at = await freePort();
  const lines = [
    '[databases]',
    `parley = host=${hostname} port=${port} dbname=${pathname.slice(1)}`,
    // each test file has a database of its own
    `* = host=${hostname} port=${port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${at}`,
    'unix_socket_dir =',
    'auth_type = md5',
    `auth_file = ${join(folder, 'users')}`,
    'pool_mode = transaction',
    'max_client_conn = 400',
    'default_pool_size = 6',
    `logfile = ${join(folder, 'log')}`,
    '',
  ];
  writeFileSync(join(folder, 'ini'), lines.join('\n'));
  writeFileSync(join(folder, 'users'), `"${username}" "${password}"\n`);
  const owner = process.getuid?.() === 0 ? account() : null;
  if (owner) for (const path of [folder, join(folder, 'ini'), join(folder, 'users')]) chownSync(path, owner.uid, owner.gid);
  const child = spawn(program, [join(folder, 'ini')], { stdio: 'ignore', ...owner });
  const exited = new Promise((done) => child.once('exit', done));
  const url = `postgres://${username}:${password}@127.0.0.1:${at}/parley`;
  await untilAccepts(url, child);
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await exited;
      clearTimeout(late);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
