import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Client } from '@parley/db/client';
import { StartRefused } from '@parley/db/lock';
import { deriveMasterKeys, type MasterKeys, opensCanary, sealCanary } from '@parley/db/seal';
import { writeWhole } from '@parley/db/whole-file';

/** Whoever reads this file reads everything: a key that lies open is not used. Windows keeps rights otherwise. */
function refuseOpen(path: string): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  throw new StartRefused(
    `The master key ${path} can be read by others on this machine. Close it with: chmod 600 '${path.replaceAll("'", "'\\''")}'`,
  );
}

/** The key in its file; null when there is none, or when a first start that was cut short has left it empty. */
function readKey(path: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartRefused(`The master key ${path} cannot be read. Start Parley as the user who owns it.`);
  }
  if (text === '') return null;
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new StartRefused(`The file ${path} is not a master key of Parley (64 hexadecimal digits).`);
  refuseOpen(path);
  return Buffer.from(text, 'hex');
}

/** A new key, safely on disk before anything is sealed with it. */
function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  writeWhole(path, `${key.toString('hex')}\n`);
  return key;
}

/**
 * The working keys for this database. Makes the master key at the first start only.
 * Throws StartRefused when the key is missing, is another database's, or can be read by others.
 */
export async function openKeys(client: Client, path: string): Promise<MasterKeys> {
  const canary = await client.canary.findFirst();
  const found = readKey(path);
  if (canary && !found) {
    throw new StartRefused(
      `The master key ${path} is ${existsSync(path) ? 'empty' : 'missing'}. Without it nothing in this database can be read. Restore it from your backup.`,
    );
  }
  const keys = deriveMasterKeys(found ?? makeKey(path));
  if (!canary) await client.canary.createMany({ data: [{ id: 1, sealed: sealCanary(keys) }], skipDuplicates: true });
  const sealed = await client.canary.findFirst();
  if (!sealed || !opensCanary(keys, sealed.sealed)) {
    throw new StartRefused(`The master key ${path} does not belong to this database. Put the right one in its place.`);
  }
  return keys;
}
