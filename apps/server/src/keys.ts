import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Client } from '@parley/db/client';
import { StartRefused } from '@parley/db/lock';
import { type Canary, firstCanary, keysOf } from '@parley/db/master';
import type { MasterKeys } from '@parley/db/seal';
import { writeWhole } from '@parley/db/whole-file';

/** Whoever reads this file reads everything: a key that lies open is not used. Windows keeps rights otherwise. */
function refuseOpen(path: string): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  throw new StartRefused(
    `The master key ${path} can be read by others on this machine. Close it with: chmod 600 '${path.replaceAll("'", "'\\''")}'`,
  );
}

/** The key in its file, two while one takes the place of the other; none when a first start that was cut short has left it empty. */
export function readMasters(path: string): Buffer[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new StartRefused(`The master key ${path} cannot be read. Start Parley as the user who owns it.`);
  }
  if (text === '') return [];
  if (!/^[0-9a-f]{64}(\s+[0-9a-f]{64})?$/.test(text))
    throw new StartRefused(`The file ${path} is not a master key of Parley (64 hexadecimal digits).`);
  refuseOpen(path);
  return text.split(/\s+/).map((line) => Buffer.from(line, 'hex'));
}

/** Keys, safely on disk before anything is sealed with them. */
export function writeMasters(path: string, masters: readonly Uint8Array[]): void {
  writeWhole(path, masters.map((master) => `${Buffer.from(master).toString('hex')}\n`).join(''));
}

/** A new key, safely on disk before anything is sealed with it. */
function makeMaster(path: string): Buffer {
  const master = randomBytes(32);
  writeMasters(path, [master]);
  return master;
}

export const readCanaries = (client: Client): Promise<Canary[]> => client.canary.findMany({ orderBy: { id: 'asc' } });

/** What to do when the key is not there: there is a copy in the database, if a code was made for it. */
async function refuseLost(client: Client, path: string): Promise<never> {
  const copies = await client.canary.count({ where: { recovery: { not: null } } });
  const way = copies > 0 ? ' or, with your recovery code, by: npm run parley -- recover-key' : '';
  throw new StartRefused(
    `The master key ${path} is ${existsSync(path) ? 'empty' : 'missing'}. Without it nothing in this database can be read. ` +
      `Restore it from your backup${way}${way ? '' : '.'}`,
  );
}

/**
 * The working keys for this database. Makes the master key at the first start only.
 * Throws StartRefused when the key is missing, is another database's, or can be read by others.
 */
export async function openKeys(client: Client, path: string): Promise<MasterKeys> {
  const known = await readCanaries(client);
  const found = readMasters(path);
  if (known.length > 0 && found.length === 0) await refuseLost(client, path);
  const masters = found.length > 0 ? found : [makeMaster(path)];
  const [first] = masters;
  if (known.length === 0 && first) await client.canary.createMany({ data: [firstCanary(first)], skipDuplicates: true });
  const canaries = await readCanaries(client);
  const keys = keysOf(canaries, masters);
  if (keys) return keys;
  if (canaries.some((canary) => keysOf([canary], masters)))
    throw new StartRefused(
      `The master key of this database is being changed, and ${path} holds only one of the two. Put the file there that the server has where the change was begun.`,
    );
  throw new StartRefused(`The master key ${path} does not belong to this database. Put the right one in its place.`);
}

/** Whether the canaries are those that these keys are of. */
const isOf = ({ wraps }: MasterKeys, canaries: readonly Pick<Canary, 'id' | 'seals'>[]): boolean =>
  wraps.length === canaries.length &&
  canaries.every(({ id, seals }) => seals === (wraps[0].id === id) && wraps.some((wrap) => wrap.id === id));

/** Takes over, in place, what a change of the master key has brought; false while the file here does not hold it all. */
export async function renewKeys(
  keys: MasterKeys,
  client: Client,
  path: string,
  canaries: readonly Pick<Canary, 'id' | 'seals'>[],
): Promise<boolean> {
  if (isOf(keys, canaries)) return true;
  const now = keysOf(await readCanaries(client), readMasters(path));
  if (now) Object.assign(keys, now);
  return now !== null;
}
