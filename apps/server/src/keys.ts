import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client } from '@parley/db/client';
import { StartRefused } from '@parley/db/lock';
import { deriveMasterKeys, type MasterKeys, opensCanary, sealCanary } from '@parley/db/seal';

function readKey(path: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartRefused(`The master key ${path} cannot be read. Start Parley as the user who owns it.`);
  }
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new StartRefused(`The file ${path} is not a master key of Parley (64 hexadecimal digits).`);
  return Buffer.from(text, 'hex');
}

/** A new key, safely on disk before anything is sealed with it. */
function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${key.toString('hex')}\n`);
  fsyncSync(file);
  closeSync(file);
  return key;
}

/**
 * The working keys for this database. Makes the master key at the first start only.
 * Throws StartRefused when the key is missing or is another database's.
 */
export async function openKeys(client: Client, path: string): Promise<MasterKeys> {
  const canary = await client.canary.findFirst();
  const found = readKey(path);
  if (canary && !found) {
    throw new StartRefused(
      `The master key ${path} is missing. Without it nothing in this database can be read. Restore it from your backup.`,
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
