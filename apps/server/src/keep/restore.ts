import { beginReturn, clearForReturn, connectForCopy, copiedTables, intoTable, tallyOf } from '@parley/db/copy';
import { StartRefused } from '@parley/db/lock';
import { migrate, unknownTo } from '@parley/db/migrate';
import { closeWalls, openWalls } from '@parley/db/walls';
import type pg from 'pg';
import { readMasters, writeMasters } from '../keys.ts';
import { type About, type BackupRead, readBackup, type Sink } from './backup-file.ts';

export type Restore = { path: string; passphrase: string; keyFile: string; migrations: string };

function refuseNewer({ version, migrations }: About, folder: string): void {
  const [strange] = unknownTo(folder, migrations);
  if (strange)
    throw new StartRefused(
      `This backup was made by Parley ${version}, which has migration ${strange} that is not known here. Restore it with that version or a newer one.`,
    );
}

async function refuseFull(client: pg.Client): Promise<void> {
  const found = await client.query('SELECT FROM sealing_key LIMIT 1');
  if (found.rowCount)
    throw new StartRefused(
      'There is something in this database already. A backup goes into an empty one: set PARLEY_DATA to another folder.',
    );
}

/** A table as the backup has it, looked at again once its rows are there. */
const into =
  (client: pg.Client): Sink =>
  async (table) => {
    const known = (await copiedTables(client)).find((one) => one.table === table.table);
    if (!known || table.columns.some((column) => !known.columns.includes(column)))
      throw new StartRefused(`The table ${table.table} of this backup is not known here.`);
    const rows = intoTable(client, table);
    return {
      add: (row) => rows.add(row),
      async end(told) {
        await rows.end();
        const there = await tallyOf(client, table);
        if (there.rows !== told.rows || there.hash !== told.hash)
          throw new StartRefused(`The rows of ${table.table} did not come back as they were.`);
      },
    };
  };

/** All rows in one transaction: they are there whole, with every reference checked, or nothing is. */
async function bringBack(url: string, { path, passphrase }: Restore): Promise<void> {
  const client = await connectForCopy(url);
  try {
    await beginReturn(client);
    await openWalls(client);
    await refuseFull(client);
    const putBack = await clearForReturn(client);
    await readBackup(path, passphrase, into(client));
    await putBack();
    await closeWalls(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Writes the key of a backup to its file. Throws StartRefused when another one is there. */
function bringKey({ masters }: About, keyFile: string): void {
  const there = readMasters(keyFile).map((master) => master.toString('hex'));
  if (there.length > 0 && there.join() !== masters.join())
    throw new StartRefused(`There is another master key in ${keyFile} already. Put it aside first.`);
  writeMasters(
    keyFile,
    masters.map((master) => Buffer.from(master, 'hex')),
  );
}

/**
 * Puts a backup into an empty database, and its key beside it when it holds one. The whole file is read and compared before
 * anything is written; then every table is compared with what was backed up. Throws StartRefused.
 */
export async function restore(
  withUrl: (work: (url: string) => Promise<void>) => Promise<void>,
  given: Restore,
): Promise<BackupRead> {
  const read = await readBackup(given.path, given.passphrase);
  refuseNewer(read.about, given.migrations);
  if (read.about.masters.length > 0) bringKey(read.about, given.keyFile);
  if (read.tables === 0) return read;
  await withUrl(async (url) => {
    await migrate(url, given.migrations, new Set(read.about.migrations.map(({ name }) => name)));
    await bringBack(url, given);
    await migrate(url, given.migrations);
  });
  return read;
}
