import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '@parley/db/client';
import { runningUrl, startEmbedded } from '@parley/db/embedded';
import { createLine, type Line } from '@parley/db/line';
import { StartRefused } from '@parley/db/lock';
import type { MasterKeys } from '@parley/db/seal';
import { prepare } from '../deps.ts';
import type { Settings } from '../env.ts';
import { openKeys } from '../keys.ts';
import { migrations } from '../version.ts';

/** Looking must not lay out a database where there is none. */
export function refuseNone({ databaseUrl, dataFolder }: Settings): void {
  if (databaseUrl !== null || existsSync(join(dataFolder, 'db'))) return;
  throw new StartRefused(`There is no database of Parley in ${dataFolder}. Set PARLEY_DATA to the folder where it is.`);
}

/** The address of the database, beside a running server or, when none runs, for as long as the work takes. */
export async function withDatabase<T>(settings: Settings, work: (url: string) => Promise<T>): Promise<T> {
  const url = settings.databaseUrl ?? runningUrl(settings.dataFolder);
  if (url !== null) return work(url);
  const embedded = await startEmbedded({ folder: settings.dataFolder });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}

/** A client of the database, which is brought up to date first unless a server that runs has done so. */
export async function withClient<T>(settings: Settings, work: (client: Client, url: string) => Promise<T>): Promise<T> {
  refuseNone(settings);
  const served = settings.databaseUrl === null && runningUrl(settings.dataFolder) !== null;
  return withDatabase(settings, async (url) => {
    if (!served) await prepare(url, migrations, 30_000);
    const client = createClient(url, { max: 1, acquireTimeout: 30_000 });
    try {
      return await work(client, url);
    } finally {
      await client.$disconnect();
    }
  });
}

export type Tools = { client: Client; line: Line; keys: MasterKeys; settings: Settings };

/** All that the commands about people need. */
export function withTools<T>(settings: Settings, work: (tools: Tools) => Promise<T>): Promise<T> {
  return withClient(settings, async (client, url) => {
    const line = createLine(url, { max: 1, acquireTimeout: 5_000 });
    try {
      return await work({ client, line, keys: await openKeys(client, settings.masterKeyFile), settings });
    } finally {
      await line.close();
    }
  });
}
