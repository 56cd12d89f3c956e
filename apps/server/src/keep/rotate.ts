import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@parley/db/client';
import { StartRefused } from '@parley/db/lock';
import { type Canary, keysOf, masterOf, nextCanary } from '@parley/db/master';
import { countOthers, rewrapSome } from '@parley/db/rotation';
import type { MasterKeys } from '@parley/db/seal';
import { openKeys, readCanaries, readMasters, writeMasters } from '../keys.ts';
import { layCode } from './recover.ts';

export type Rotation = {
  client: Client;
  keyFile: string;
  say: (line: string) => void;
  /** Milliseconds that a server may be silent before it counts as gone, and that all may take to hear of the change. */
  patience?: { silent: number; hear: number };
};

type Next = { old: Canary; id: number; master: Buffer };

/** The key that is to come: the one of a change that was cut short, or a new one, in the file before anything is sealed with it. */
function nextOf([old, begun]: readonly [Canary, Canary?], keyFile: string): Next {
  const masters = readMasters(keyFile);
  const id = begun?.id ?? old.id + 1;
  const present = masterOf(old, masters);
  const kept = begun ? masterOf(begun, masters) : (masters.find((master) => master !== present) ?? null);
  if (!present || (begun && !kept))
    throw new StartRefused(`The file ${keyFile} does not hold both master keys of a change that was begun.`);
  const master = kept ?? randomBytes(32);
  writeMasters(keyFile, [present, master]);
  return { old, id, master };
}

/** Waits until every server that lives says so; tells once which ones do not. */
async function allHear(rotation: Rotation, what: 'knows' | 'seals', id: number): Promise<void> {
  const { client, say, keyFile, patience = { silent: 30_000, hear: 120_000 } } = rotation;
  const seconds = patience.silent / 1_000;
  let told = '';
  for (let waited = 0; ; waited += 200) {
    const late = await client.$queryRaw<{ host: string }[]>`
      select host from instance where seen_at > moment() - make_interval(secs => ${seconds}::float8)
        and (case when ${what} = 'knows' then knows else seals end) <> ${id} order by host`;
    const hosts = late.map(({ host }) => host).join(', ');
    if (hosts === '') return;
    if (waited >= patience.hear)
      throw new StartRefused(
        `${hosts} ${late.length === 1 ? 'does' : 'do'} not know the new key yet. Copy ${keyFile} there, then start rotate-key again: it goes on where it was.`,
      );
    if (waited >= 3_000 && hosts !== told) say(`Waiting for ${hosts} to know the new key: ${keyFile} has to be the same there.`);
    if (waited >= 3_000) told = hosts;
    await sleep(200);
  }
}

async function rewrapAll({ client, say }: Rotation, keys: MasterKeys): Promise<number> {
  const all = await countOthers(client, keys.wraps[0].id);
  let done = 0;
  for (let some = -1; some !== 0; ) {
    some = await rewrapSome(client, keys);
    done += some;
    if (some > 0) say(`${done} of ${Math.max(all, done)} keys are wrapped anew.`);
  }
  return done;
}

/** Ends the old key: nothing is wrapped by it, and the database refuses what somebody would still wrap with it. */
async function endOld(rotation: Rotation, keys: MasterKeys, old: number): Promise<number> {
  let late = 0;
  // what a server has wrapped while it was hearing of the change
  for (let left = 1; left > 0; late += left) left = await rewrapSome(rotation.client, keys);
  await rotation.client.canary.deleteMany({ where: { id: old } });
  return late;
}

async function keysNow(client: Client, keyFile: string): Promise<MasterKeys> {
  const keys = keysOf(await readCanaries(client), readMasters(keyFile));
  if (!keys) throw new StartRefused(`The file ${keyFile} does not hold the master keys of this database.`);
  return keys;
}

/**
 * Puts a new master key in the place of the old one while servers serve; begun again, it goes on where it was. Answers a
 * recovery code for the new one, the only time that it is told, and how many keys were wrapped anew.
 */
export async function rotateKey(rotation: Rotation): Promise<{ code: string; keys: number }> {
  const { client, keyFile } = rotation;
  const held = await openKeys(client, keyFile);
  const [first, second] = await readCanaries(client);
  if (!first) throw new StartRefused('There is no master key yet: it is made at the first start.');
  const masters = readMasters(keyFile);
  if (!second && masters.length === 2 && masters[1] && masterOf(first, [masters[1]]))
    return finish(rotation, masters[1], first.id, 0);

  const { old, id, master } = nextOf([first, second], keyFile);
  await client.canary.createMany({ data: [nextCanary(id, master, held)], skipDuplicates: true });
  await allHear(rotation, 'knows', id);
  await client.$transaction([
    client.canary.updateMany({ where: { id }, data: { seals: true } }),
    client.canary.updateMany({ where: { id: old.id }, data: { seals: false } }),
  ]);
  const keys = await keysNow(client, keyFile);
  const early = await rewrapAll(rotation, keys);
  await allHear(rotation, 'seals', id);
  // a call that has just read a key as it was opens it first
  await sleep(2_000);
  const late = await endOld(rotation, keys, old.id);
  return finish(rotation, master, id, early + late);
}

async function finish(
  { client, keyFile }: Rotation,
  master: Buffer,
  id: number,
  keys: number,
): Promise<{ code: string; keys: number }> {
  writeMasters(keyFile, [master]);
  return { code: await layCode(client, id, master), keys };
}
