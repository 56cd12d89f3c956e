import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { createTally, linesOf, type Tally } from '@parley/db/copy';
import { StartRefused } from '@parley/db/lock';
import { openWith } from '@parley/db/sealed-file';
import { z } from 'zod';

/** What a backup says of itself, inside its seal. */
const About = z.strictObject({
  version: z.string(),
  at: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** The master key, where it was to go along; two while one takes the place of another. */
  masters: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type About = z.infer<typeof About>;

const Table = z.strictObject({ table: z.string(), columns: z.array(z.string()) });
const Told = z.strictObject({ rows: z.int(), hash: z.string() });

/** What ends the rows of a table: no row of COPY's text is this. */
export const endOfRows = '\\.\n';

export const line = (value: About | z.infer<typeof Table> | Tally) => Buffer.from(`${JSON.stringify(value)}\n`);

type Rows = { add: (row: Buffer) => Promise<void>; end: (told: Tally) => Promise<void> };

/** Where the rows of a table go that are read. */
export type Sink = (table: z.infer<typeof Table>) => Promise<Rows>;

const nowhere: Sink = async () => ({ add: async () => {}, end: async () => {} });

async function* unpacked(path: string, passphrase: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feed = async () => {
    for await (const piece of openWith(passphrase)(createReadStream(path)))
      if (!gunzip.write(piece)) await new Promise((next) => gunzip.once('drain', next));
    gunzip.end();
  };
  const fed = feed().catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : new Error('unreadable')));
  yield* gunzip;
  await fed;
}

function parse<T>(schema: z.ZodType<T>, text: Buffer | undefined): T {
  const read = schema.safeParse(JSON.parse(text?.toString() || 'null'));
  if (!read.success) throw new StartRefused('This backup does not hold what a backup of this version of Parley holds.');
  return read.data;
}

export type BackupRead = { about: About; rows: number; tables: number };

/** Reads a backup from its beginning to its end, compares each table with its own tally, and hands every row on. */
export async function readBackup(path: string, passphrase: string, sink = nowhere): Promise<BackupRead> {
  const lines = linesOf(unpacked(path, passphrase));
  const next = async () => (await lines.next()).value ?? undefined;
  const about = parse(About, await next());
  let rows = 0;
  let tables = 0;
  for (let head = await next(); head; head = await next()) {
    const table = parse(Table, head);
    const into = await sink(table);
    const tally = createTally();
    for (let row = await next(); row && row.toString('latin1') !== endOfRows; row = await next()) {
      tally.add(row);
      await into.add(row);
    }
    const told = parse(Told, await next());
    if (told.hash !== tally.end().hash) throw new StartRefused(`The rows of ${table.table} are not those that were written.`);
    await into.end(told);
    rows += told.rows;
    tables++;
  }
  return { about, rows, tables };
}
