import { existsSync, statfsSync } from 'node:fs';
import type { Deps } from '@parley/api/context';
import { createSessionPort } from '@parley/api/identity/session';
import { createLimits } from '@parley/api/limit';
import { policy, replicaReads } from '@parley/api/policy';
import { stale } from '@parley/api/stale';
import { createStreams } from '@parley/api/streams';
import { asIdentity, asUser } from '@parley/db/as-user';
import { type Bell, createBell } from '@parley/db/bell';
import { type Client, createClient } from '@parley/db/client';
import { startEmbedded } from '@parley/db/embedded';
import { createLine, type Line } from '@parley/db/line';
import { StartRefused } from '@parley/db/lock';
import { createMemory } from '@parley/db/memory';
import { migrate } from '@parley/db/migrate';
import { createReplica, type Replica } from '@parley/db/replica';
import { attemptHash, type MasterKeys } from '@parley/db/seal';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';
import { codeOf, createReporter, faultLine } from './fault.ts';
import { findHealth } from './health.ts';
import { openKeys } from './keys.ts';
import { createSlow, keepTelling } from './slow.ts';
import { statementLog } from './statement-log.ts';

/** `applied` names the migrations that this start has brought. */
export type House = { deps: Deps; applied: string[]; close: () => Promise<void> };

/** Milliseconds, above what a call takes: nobody learns by the time of a refusal whether there is something to refuse. */
const refusalStep = 25;

const passing = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|57P03|53300)$/;

/** Brings the database up to date and answers by what; a server that is still starting is waited for. */
export async function prepare(url: string, migrations: string, patience: number): Promise<string[]> {
  for (let waited = 0; ; waited += 500) {
    try {
      return await migrate(url, migrations);
    } catch (error) {
      if (!passing.test(codeOf(error))) throw error;
      if (waited >= patience) throw new StartRefused(`The database server in DATABASE_URL does not answer (${codeOf(error)}).`);
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

type Ways = { url: string; client: Client; line: Line; replica: Replica | null; bell: Bell };

function createDeps({ url, client, line, replica, bell }: Ways, keys: MasterKeys, settings: Settings, log: Logger): Deps {
  return {
    client,
    line,
    ...(replica && { replica: { line: replica, reads: replicaReads } }),
    memory: createMemory(),
    keys,
    origin: settings.origin,
    policy,
    stale,
    streams: createStreams(bell),
    refusalStep,
    asUser,
    asIdentity,
    sessions: createSessionPort((work) => asIdentity(client, work)),
    limits: createLimits({ scale: settings.limitsScale, shared: { line, hash: (key) => attemptHash(keys, key) } }),
    health: () => findHealth(settings, url),
    ...createReporter(log, settings.development !== null),
  };
}

/** The keys, by a connection of its own: a start may wait longer for one than a request. */
async function checkKeys(url: string, settings: Settings): Promise<MasterKeys> {
  const client = createClient(url, { max: 1, acquireTimeout: 30_000 });
  try {
    return await openKeys(client, settings.masterKeyFile);
  } finally {
    await client.$disconnect();
  }
}

async function openAt(url: string, settings: Settings, log: Logger, migrations: string): Promise<House> {
  const applied = await prepare(url, migrations, 30_000);
  const keys = await checkKeys(url, settings);
  const onError = (error: Error) => log.warn(faultLine(error), 'a connection to the database was lost');
  const onStatement = statementLog(log, settings);
  const client = createClient(url, { onError, onStatement });
  const slow = createSlow();
  const line = createLine(url, { onError, onStatement, onTime: slow.note });
  const replica =
    settings.replicaUrl === null ? null : createReplica(line, createLine(settings.replicaUrl, { onError, onStatement }), onError);
  const tellSlow = keepTelling(slow, client, onError);
  const bell = createBell(settings.directUrl ?? url, onError);
  const close = async () => {
    await tellSlow();
    await Promise.all([client.$disconnect(), line.close(), replica?.close(), bell.close()]);
  };
  return { deps: createDeps({ url, client, line, replica, bell }, keys, settings, log), applied, close };
}

/** Where a disk has no room left, that is what to say, whatever has failed of it. */
function orFull(error: unknown, folder: string): unknown {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : '.');
  if (codeOf(error) !== 'ENOSPC' && bavail * bsize > 65_536) return error;
  return new StartRefused(`The disk of ${folder} is full. Make room there, then start again.`);
}

async function openEmbedded(settings: Settings, log: Logger, migrations: string, signal?: AbortSignal): Promise<House> {
  const embedded = await startEmbedded({ folder: settings.dataFolder, signal });
  try {
    const house = await openAt(embedded.url, settings, log, migrations);
    const close = async () => {
      await house.close();
      await embedded.stop();
    };
    return { ...house, close };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The real database, migrated, with its keys checked. Throws StartRefused with a sentence when it cannot be had. */
export async function openHouse(settings: Settings, log: Logger, migrations: string, signal?: AbortSignal): Promise<House> {
  if (settings.databaseUrl) return openAt(settings.databaseUrl, settings, log, migrations);
  return openEmbedded(settings, log, migrations, signal).catch((error: unknown) => {
    throw orFull(error, settings.dataFolder);
  });
}
