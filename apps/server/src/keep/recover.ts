import type { Client } from '@parley/db/client';
import { StartRefused } from '@parley/db/lock';
import { isCode, keyOfCode, makeCode, masterOf, openRecovery, sealRecovery } from '@parley/db/master';
import { readCanaries, readMasters, writeMasters } from '../keys.ts';

/** Keeps a master key once more, under a new code; an earlier code opens nothing any more. */
export async function layCode(client: Client, id: number, master: Uint8Array): Promise<string> {
  const code = makeCode();
  const key = keyOfCode(code);
  if (!key) throw new Error('A code that was just made is none.');
  await client.canary.updateMany({ where: { id }, data: sealRecovery(key, master) });
  return code;
}

/** A new recovery code for the master key that is in force. */
export async function makeRecoveryCode(client: Client, keyFile: string): Promise<string> {
  const canaries = await readCanaries(client);
  const [canary, other] = canaries;
  const master = canary ? masterOf(canary, readMasters(keyFile)) : null;
  if (other) throw new StartRefused('The master key is being changed. Finish that first: npm run parley -- rotate-key');
  if (!canary || !master) throw new StartRefused(`The file ${keyFile} does not hold the master key of this database.`);
  return layCode(client, canary.id, master);
}

function readCode(typed: string): Buffer {
  const key = keyOfCode(typed);
  if (!key) throw new StartRefused('A recovery code has 32 letters and digits in eight groups.');
  return key;
}

async function findCopy(client: Client, key: Buffer): Promise<Buffer | null> {
  const canaries = await client.canary.findMany({ orderBy: { id: 'desc' } });
  if (canaries.every(({ recovery }) => recovery === null))
    throw new StartRefused('No recovery code was ever made for this database: there is no second copy of its master key.');
  const found = canaries.find(({ recoveryCanary }) => recoveryCanary !== null && isCode(key, recoveryCanary));
  return found?.recovery ? openRecovery(key, found.recovery) : null;
}

/** Whether this code opens the second copy; nothing is written. */
export async function checkCode(client: Client, typed: string): Promise<boolean> {
  return (await findCopy(client, readCode(typed))) !== null;
}

/** Writes the master key back to its file. Throws StartRefused when the code is another one, or a key is there. */
export async function recoverKey(client: Client, keyFile: string, typed: string): Promise<void> {
  const master = await findCopy(client, readCode(typed));
  if (!master)
    throw new StartRefused('This is not the recovery code of this database’s master key. An older code opens nothing any more.');
  const canaries = await readCanaries(client);
  const there = readMasters(keyFile);
  if (there.length > 0 && canaries.every((canary) => masterOf(canary, there)))
    throw new StartRefused(`The file ${keyFile} holds the right master key already.`);
  if (there.length > 0) throw new StartRefused(`The file ${keyFile} holds another key. Put it aside first.`);
  writeMasters(keyFile, [master]);
}
