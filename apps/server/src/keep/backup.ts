import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { beginCopy, connectForCopy, copiedTables, createTally, rowsOf } from '@parley/db/copy';
import { StartRefused } from '@parley/db/lock';
import { appliedTo, unknownTo } from '@parley/db/migrate';
import { sealWith } from '@parley/db/sealed-file';
import { readMasters } from '../keys.ts';
import { version } from '../version.ts';
import { type About, endOfRows, line } from './backup-file.ts';

export type Backup = {
  path: string;
  passphrase: string;
  keyFile: string;
  migrations: string;
  /** The database by itself, with the master key, or the key alone. */
  holds: 'database' | 'both' | 'key';
};

const shortest = 12;

/** A passphrase that a machine does not guess in an afternoon. */
export function refuseShort(passphrase: string): void {
  if (passphrase.length < shortest)
    throw new StartRefused(`The passphrase needs ${shortest} characters or more: a few words that nobody guesses.`);
}

type Counted = { rows: number; tables: number };

/** All rows of one moment, each table with its tally. */
async function* told(
  url: string,
  about: Omit<About, 'at' | 'migrations'>,
  folder: string,
  counted: Counted,
): AsyncGenerator<Buffer> {
  const client = await connectForCopy(url);
  try {
    const migrations = await appliedTo(client);
    const [strange] = unknownTo(folder, migrations);
    if (strange)
      throw new StartRefused(
        `The database has migration ${strange}, which this version of Parley does not know. Back up with the newer one.`,
      );
    await beginCopy(client);
    const now = await client.query<{ at: Date }>('SELECT now() AS at');
    yield line({ ...about, at: now.rows[0]?.at.toISOString() ?? '', migrations });
    for (const table of await copiedTables(client)) {
      yield line(table);
      const tally = createTally();
      for await (const row of rowsOf(client, table)) {
        tally.add(row);
        yield row;
      }
      yield Buffer.from(endOfRows);
      const end = tally.end();
      yield line(end);
      counted.rows += end.rows;
      counted.tables++;
    }
  } finally {
    await client.end();
  }
}

async function* keyAlone(about: Omit<About, 'at' | 'migrations'>): AsyncGenerator<Buffer> {
  yield line({ ...about, at: '', migrations: [] });
}

/** Writes a backup beside its place and moves it there when it is whole and on disk. Throws StartRefused. */
export async function writeBackup(
  url: string | null,
  { path, passphrase, keyFile, migrations, holds }: Backup,
): Promise<Counted> {
  refuseShort(passphrase);
  if (existsSync(path)) throw new StartRefused(`There is a file ${path} already. Choose another name.`);
  const masters = holds === 'database' ? [] : readMasters(keyFile).map((master) => master.toString('hex'));
  if (holds !== 'database' && masters.length === 0) throw new StartRefused(`There is no master key in ${keyFile}.`);
  const counted = { rows: 0, tables: 0 };
  const about = { version, masters };
  const draft = `${path}.${process.pid}.new`;
  try {
    const source = url === null ? keyAlone(about) : told(url, about, migrations, counted);
    await pipeline(
      source,
      createGzip({ level: 6 }),
      sealWith(passphrase),
      createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
    );
    const file = await open(draft, 'r+');
    await file.sync();
    await file.close();
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  return counted;
}
