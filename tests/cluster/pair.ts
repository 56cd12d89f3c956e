import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../support/free-port.ts';

const folderOf = '/usr/lib/postgresql';
const run = promisify(execFile);

/** Debian's PostgreSQL (`apt-get install postgresql`): the newest of 15 and above, or null where there is none. */
export const programs: string | null =
  (existsSync(folderOf) ? readdirSync(folderOf) : [])
    .filter((version) => Number(version) >= 15 && existsSync(join(folderOf, version, 'bin/initdb')))
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(folderOf, version, 'bin'))[0] ?? null;

/** PostgreSQL runs as no root: as its own account, or as whoever we are. */
const account: { uid?: number; gid?: number } =
  process.getuid?.() === 0
    ? { uid: Number(execFileSync('id', ['-u', 'postgres'])), gid: Number(execFileSync('id', ['-g', 'postgres'])) }
    : {};

const giveAway = (path: string) => {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
};

export type Node = {
  name: string;
  port: number;
  /** Where a proxy asks whether this is the one that writes. */
  healthPort: number;
  folder: string;
  process: ChildProcess | null;
};

/** Two PostgreSQL of which one writes and waits for the other; whoever holds the pair is who promotes. */
export type Pair = {
  nodes: readonly [Node, Node];
  primary: Node;
  replica: Node;
  url: (port: number, user?: 'parley' | 'postgres') => string;
  stop: () => Promise<void>;
};

const password = 'a word for this machine alone';
const urlOf = (port: number, user: string = 'parley') =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${user === 'parley' ? 'parley' : 'postgres'}`;

/** One statement as the superuser of a node. */
export async function onNode<R extends pg.QueryResultRow>(node: Pick<Node, 'port'>, statement: string): Promise<R[]> {
  const client = new pg.Client({
    connectionString: urlOf(node.port, 'postgres'),
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<R>(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let at = 0; at < 600; at++) {
    if (await holds().catch(() => false)) return;
    await sleep(50);
  }
  throw new Error(`${what} did not come about in half a minute.`);
}

const bin = (name: string) => join(programs ?? '', name);

export function startNode(node: Node): void {
  node.process = spawn(bin('postgres'), ['-D', node.folder], { stdio: 'ignore', ...account });
}

/** A copy of whoever writes now, that follows it. */
async function follow(node: Node, primary: Node): Promise<void> {
  rmSync(node.folder, { recursive: true, force: true });
  const source = `${urlOf(primary.port, 'postgres')}?application_name=${node.name}`;
  await run(bin('pg_basebackup'), ['-d', source, '-D', node.folder, '-R', '-X', 'stream', '-c', 'fast'], { ...account });
  appendFileSync(join(node.folder, 'postgresql.auto.conf'), `port = ${node.port}\nsynchronous_standby_names = ''\n`);
  startNode(node);
}

/** Writes are acknowledged when this replica has them on its disk too. */
export async function waitForReplica({ primary, replica }: Pair): Promise<void> {
  await until('The replica', async () => {
    const rows = await onNode<{ state: string }>(
      primary,
      `select state from pg_stat_replication where application_name = '${replica.name}'`,
    );
    return rows[0]?.state === 'streaming';
  });
  await onNode(primary, `alter system set synchronous_standby_names = '${replica.name}'`);
  await onNode(primary, 'select pg_reload_conf()');
  await until('Synchronous replication', async () => {
    const rows = await onNode<{ sync: string }>(primary, 'select sync_state as sync from pg_stat_replication');
    return rows[0]?.sync === 'sync';
  });
}

/** The replica takes over, and waits for nobody until it has a replica of its own. */
export async function promote(pair: Pair): Promise<void> {
  await run(bin('pg_ctl'), ['promote', '-D', pair.replica.folder, '-W'], { ...account });
  [pair.primary, pair.replica] = [pair.replica, pair.primary];
}

/** The one that was lost comes back as the replica of the other. */
export async function rejoin(pair: Pair): Promise<void> {
  await until(
    'The old primary’s end',
    async () =>
      pair.replica.process === null || pair.replica.process.exitCode !== null || pair.replica.process.signalCode !== null,
  );
  await follow(pair.replica, pair.primary);
  await waitForReplica(pair);
}

/** Says 200 while its node writes: what a proxy asks before it sends anybody there. */
function answerHealth(node: Node): () => void {
  const server = createServer((_, response) => {
    onNode<{ replica: boolean }>(node, 'select pg_is_in_recovery() as replica')
      .then(([row]) => response.writeHead(row?.replica === false ? 200 : 503).end())
      .catch(() => response.writeHead(503).end());
  }).listen(node.healthPort, '127.0.0.1');
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

export async function startPair(folder: string): Promise<Pair> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const place = join(folder, 'postgres');
  mkdirSync(place);
  giveAway(place);
  const node = async (name: string): Promise<Node> => ({
    ...{ name, port: await freePort(), healthPort: await freePort(), folder: join(place, name), process: null },
  });
  const nodes = [await node('one'), await node('two')] as const;
  const [primary, replica] = nodes;
  const secret = join(place, 'password');
  writeFileSync(secret, password);
  giveAway(secret);
  const options = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale'];
  await run(bin('initdb'), ['-D', primary.folder, ...options], { ...account });
  const settings = [
    `port = ${primary.port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 100',
    'wal_receiver_status_interval = 1s',
    'wal_sender_timeout = 5s',
  ];
  appendFileSync(join(primary.folder, 'postgresql.conf'), `${settings.join('\n')}\n`);
  startNode(primary);
  await until('The first PostgreSQL', async () => (await onNode(primary, 'select 1')).length === 1);
  await onNode(primary, `create role parley login createrole password '${password}'`);
  await onNode(primary, 'create database parley owner parley');
  const pair: Pair = { nodes, primary, replica, url: urlOf, stop: async () => {} };
  const deaf = nodes.map(answerHealth);
  pair.stop = async () => {
    for (const close of deaf) close();
    for (const { process: child } of nodes) child?.kill('SIGQUIT');
    await until('The end', async () =>
      nodes.every(({ process: child }) => child === null || child.exitCode !== null || child.signalCode !== null),
    );
  };
  await follow(replica, primary);
  await waitForReplica(pair);
  return pair;
}
