import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';
import type { Pair } from './pair.ts';

/** Debian's HAProxy (`apt-get install haproxy`), or null where it is not installed. */
export const proxyProgram = ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find((path) => existsSync(path)) ?? null;

export type FrontDoor = { web: string; database: number; stop: () => Promise<void> };

/**
 * One address for the database, where whoever writes is found, and one for people, where those servers are that say they are well.
 * The servers' ports are known before they run: they come to the database through the same program.
 */
export async function startProxy(folder: string, pair: Pair, servers: readonly number[]): Promise<FrontDoor> {
  const [web, database] = [await freePort(), await freePort()];
  const lines = [
    'defaults',
    ' timeout connect 500ms',
    // a machine that is busy is not one that is gone: who is gone refuses at once
    ' timeout check 3s',
    ' timeout client 1h',
    ' timeout server 1h',
    'listen database',
    ` bind 127.0.0.1:${database}`,
    ' mode tcp',
    ' option httpchk GET /',
    ' default-server inter 400ms fall 2 rise 1 on-marked-down shutdown-sessions',
    ...pair.nodes.map(({ name, port, healthPort }) => ` server ${name} 127.0.0.1:${port} check port ${healthPort}`),
    'listen web',
    ` bind 127.0.0.1:${web}`,
    ' mode http',
    ' balance roundrobin',
    // in HTTP/1.1 and with a host, as a server refuses what has none
    ' option httpchk',
    ' http-check send meth GET uri /health ver HTTP/1.1 hdr Host localhost',
    ' default-server inter 500ms fall 2 rise 1',
    ...servers.map((port, at) => ` server s${at} 127.0.0.1:${port} check`),
    '',
  ];
  const path = join(folder, 'haproxy.cfg');
  writeFileSync(path, lines.join('\n'));
  const child = spawn(proxyProgram ?? '', ['-q', '-db', '-f', path], { stdio: 'ignore' });
  const exited = new Promise((done) => child.once('exit', done));
  return {
    web: `http://127.0.0.1:${web}`,
    database,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
