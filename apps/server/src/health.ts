import { existsSync, statfsSync } from 'node:fs';
import type { Finding } from '@parley/api/context';
import { createClient } from '@parley/db/client';
import { connectForCopy } from '@parley/db/copy';
import { StartRefused } from '@parley/db/lock';
import { keysOf } from '@parley/db/master';
import { appliedTo, missingIn, unknownTo } from '@parley/db/migrate';
import type pg from 'pg';
import type { Settings } from './env.ts';
import { readCanaries, readMasters } from './keys.ts';
import { slowFrom } from './slow.ts';
import { migrations, version } from './version.ts';

const gigabyte = 1024 ** 3;

function disk({ dataFolder }: Settings): Finding {
  const { bavail, bsize } = statfsSync(existsSync(dataFolder) ? dataFolder : '.');
  const free = (bavail * bsize) / gigabyte;
  const says = `${free.toFixed(1)} GB free`;
  return free < 1
    ? { what: 'Disk', well: false, says: `${says}: make room before it is full` }
    : { what: 'Disk', well: true, says };
}

async function versions(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ version: string; number: number }>(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number",
  );
  const { version: database = '', number = 0 } = found.rows[0] ?? {};
  const says = `Parley ${version}, Node ${process.versions.node}, PostgreSQL ${database}`;
  return { what: 'Versions', well: number >= 150_000, says: number >= 150_000 ? says : `${says}: it has to be 15 or newer` };
}

/** How far the machine's clock is from the database's. Parley asks the database's alone; certificates and files ask the machine's. */
async function clocks(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ away: number }>('SELECT abs(extract(epoch FROM clock_timestamp()) - $1)::float8 AS away', [
    (performance.timeOrigin + performance.now()) / 1_000,
  ]);
  const away = found.rows[0]?.away ?? 0;
  const says = `${away.toFixed(1)} s between this machine and the database`;
  return { what: 'Clocks', well: away < 2, says: away < 2 ? says : `${says}: set the clock of one of them` };
}

async function applied(client: pg.Client): Promise<Finding> {
  const done = await appliedTo(client);
  const [strange] = unknownTo(migrations, done);
  if (strange)
    return { what: 'Migrations', well: false, says: `${strange} is not known to this version: it was made by a newer one` };
  const missing = missingIn(migrations, done);
  const says = missing.length === 0 ? `all ${done.length} are applied` : `${missing.length} will be applied at the next start`;
  return { what: 'Migrations', well: true, says };
}

async function keys(url: string, { masterKeyFile }: Settings): Promise<Finding[]> {
  const client = createClient(url, { max: 1, acquireTimeout: 10_000 });
  const key = (well: boolean, says: string): Finding => ({ what: 'Master key', well, says });
  try {
    const canaries = await readCanaries(client);
    if (canaries.length === 0) return [key(true, 'will be made at the first start')];
    const copies = await client.canary.count({ where: { recovery: { not: null } } });
    const code: Finding = {
      what: 'Recovery code',
      well: copies > 0,
      says:
        copies > 0 ? 'was made; try yours with npm run parley -- check-code' : 'there is none: npm run parley -- recovery-code',
    };
    const held = keysOf(canaries, readMasters(masterKeyFile));
    if (!held)
      return [
        key(false, `${masterKeyFile} does not open this database: bring the right one from a backup, or by its code`),
        code,
      ];
    if (held.wraps.length > 1) return [key(false, 'a change was begun: finish it with npm run parley -- rotate-key'), code];
    return [key(true, `opens this database (number ${held.wraps[0].id})`), code];
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return [key(false, error.message)];
  } finally {
    await client.$disconnect();
  }
}

/** Statements that have been under way for longer than a call may take: their shape alone, no values. */
async function slow(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ seconds: number; shape: string }>(
    `SELECT extract(epoch FROM clock_timestamp() - query_start)::int AS seconds, left(regexp_replace(query, '''[^'']*''|\\s+', ' ', 'g'), 60) AS shape
     FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
       AND clock_timestamp() - query_start > interval '5 seconds' ORDER BY 1 DESC LIMIT 5`,
  );
  const says = found.rows.map(({ seconds, shape }) => `${seconds} s: ${shape}`).join('; ');
  return { what: 'Slow statements', well: says === '', says: says || 'none for longer than 5 s' };
}

/** Which statements were slow, on which days: what a bad day looks like beside the others. */
async function slowest(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ name: string; times: number; mean: number; worst: number; late: number; days: string }>(
    `SELECT name, sum(times)::int AS times, (sum(total) / sum(times))::int AS mean, max(worst) AS worst,
       coalesce(sum(times) FILTER (WHERE worst >= 4000), 0)::int AS late,
       to_char(min(day), 'FMDD Mon') || CASE WHEN min(day) < max(day) THEN to_char(max(day), ' – FMDD Mon') ELSE '' END AS days
     FROM slow_statement WHERE day > (moment() AT TIME ZONE 'UTC')::date - 7 GROUP BY name ORDER BY max(worst) DESC, name LIMIT 5`,
  );
  const lines = found.rows.map(
    ({ name, times, mean, worst, days }) => `${name} ${times} × (${days}), ${mean} ms each, ${worst} ms at worst`,
  );
  // at five seconds it is ended, and somebody was told to try again
  const well = found.rows.every(({ late }) => late < 10);
  const says = lines.join('; ') || `none of over ${slowFrom} ms`;
  return { what: 'In seven days', well, says: well ? says : `${says}: some were near their end at 5 s` };
}

async function servers(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ host: string; version: string }>(
    "SELECT host, version FROM instance WHERE seen_at > moment() - interval '30 seconds' ORDER BY host",
  );
  const others = found.rows.some((row) => row.version !== version);
  const says = found.rows.map((row) => `${row.host} (${row.version})`).join(', ') || 'none runs';
  return { what: 'Servers', well: !others, says: others ? `${says}: not all are of this version` : says };
}

/** Where this version has laid its table already: the next start lays it. */
async function history(client: pg.Client): Promise<Finding[]> {
  const found = await client.query("SELECT to_regclass('slow_statement') IS NOT NULL AS laid");
  return found.rows[0]?.laid ? [await slowest(client)] : [];
}

/** Mails and what goes to browsers: how many, to nobody in particular. */
async function post(client: pg.Client): Promise<Finding> {
  const found = await client.query<{ waiting: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'dead')::int AS dead FROM letter`,
  );
  const { waiting = 0, dead = 0 } = found.rows[0] ?? {};
  const says = `${waiting} on ${waiting === 1 ? 'its' : 'their'} way`;
  return dead === 0
    ? { what: 'Mail', well: true, says }
    : { what: 'Mail', well: false, says: `${says}; no server took ${dead}: npm run parley -- mail` };
}

/** Versions, disk, clocks, migrations, keys, slow statements, mail, servers: what somebody looks at first on a bad day. Changes nothing. */
export async function findHealth(settings: Settings, url: string): Promise<Finding[]> {
  const client = await connectForCopy(url);
  try {
    const first = [await versions(client), disk(settings), await clocks(client), await applied(client)];
    const laid = await client.query("SELECT to_regclass('instance') IS NOT NULL AS laid");
    const later = laid.rows[0]?.laid
      ? [
          ...(await keys(url, settings)),
          await slow(client),
          ...(await history(client)),
          await post(client),
          await servers(client),
        ]
      : [];
    return [...first, ...later];
  } finally {
    await client.end();
  }
}
