import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf } from '@parley/db/master';
import { unwrapOwnerKey } from '@parley/db/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/support/world.ts';
import { openKeys, readCanaries, readMasters, writeMasters } from '../keys.ts';
import { createPresence, type Presence } from './presence.ts';
import { checkCode, makeRecoveryCode, recoverKey } from './recover.ts';
import { rotateKey } from './rotate.ts';

let world: World;
let folder: string;
let keyFile: string;
let said: string[];
beforeEach(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
  keyFile = join(folder, 'master.key');
  writeMasters(keyFile, [world.master]);
  said = [];
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const patience = { silent: 30_000, hear: 4_000 };
const rotate = () => rotateKey({ client: world.deps.client, keyFile, say: (line) => said.push(line), patience });

/** A server that beats while the work is done, as often as it can. */
async function beating<T>(presence: Presence, work: () => Promise<T>): Promise<T> {
  let done = false;
  const beats = (async () => {
    while (!done) {
      await presence.beat();
      await new Promise((next) => setTimeout(next, 100));
    }
  })();
  try {
    return await work();
  } finally {
    done = true;
    await beats;
  }
}

/** How many wrapped keys these master keys open, of all that there are. */
async function opened(masters: readonly Uint8Array[]): Promise<[number, number]> {
  const rows = await world.client.sealingKey.findMany();
  const keys = keysOf(await readCanaries(world.client), masters) ?? keysOf([{ id: 1, ...(await oldCanary()) }], masters);
  const opens = rows.filter(({ ownerId, wrapped }) => {
    try {
      return keys !== null && unwrapOwnerKey(keys, ownerId, wrapped).length === 32;
    } catch {
      return false;
    }
  });
  return [opens.length, rows.length];
}

let kept: { sealed: Uint8Array; seals: boolean; side: Uint8Array | null } | null = null;
async function oldCanary() {
  if (!kept) throw new Error('The canary of before was not kept.');
  return kept;
}

describe('a new master key', () => {
  it('wraps all keys, and the old one opens nothing that is there now', async () => {
    const ana = await world.person('Ana');
    const ben = await world.person('Ben');
    await world.council('Table', [ana, ben]);
    [kept = null] = await readCanaries(world.client);
    expect(await opened([world.master])).toEqual([3, 3]);

    const { keys } = await rotate();
    expect(keys).toBe(3);
    const [fresh, ...others] = readMasters(keyFile);
    expect(others).toEqual([]);
    expect(fresh?.equals(world.master)).toBe(false);
    expect(await opened([world.master])).toEqual([0, 3]);
    expect(await opened(fresh ? [fresh] : [])).toEqual([3, 3]);
    expect(said.at(-1)).toBe('3 of 3 keys are wrapped anew.');

    // addresses are found and links in mail hold as before
    const now = await openKeys(world.client, keyFile);
    expect([now.address, now.link]).toEqual([world.keys.address, world.keys.link]);
    expect((await rotate()).keys).toBe(3);
    const again = await openKeys(world.client, keyFile);
    expect([again.address, again.wraps.map(({ id }) => id)]).toEqual([world.keys.address, [3]]);
  });

  it('is heard of by a server that serves, which goes on reading and founding', async () => {
    const ana = await world.person('Ana');
    const presence = createPresence(world.deps.client, world.keys, keyFile);
    await presence.beat();
    await beating(presence, rotate);
    await presence.beat();
    expect(world.keys.wraps.map(({ id }) => id)).toEqual([2]);
    expect((await ana.api.identity.me.query()).displayName).toBe('Ana');
    await world.council('Later', [ana]);
    expect(world.faults).toEqual([]);
  });

  it('waits for a server that has not got it, says which, and goes on where it was', async () => {
    await world.person('Ana');
    const elsewhere = join(folder, 'elsewhere.key');
    writeMasters(elsewhere, [world.master]);
    const presence = createPresence(world.deps.client, world.keys, elsewhere);
    await presence.beat();
    await expect(rotate()).rejects.toThrow(
      /does not know the new key yet\. Copy .*master\.key there, then start rotate-key again/,
    );
    expect(said.join()).toMatch(/^Waiting for \S+ to know the new key/);
    const [, begun] = readMasters(keyFile);
    expect(await opened([world.master, begun ?? world.master])).toEqual([1, 1]);

    writeMasters(elsewhere, readMasters(keyFile));
    await beating(presence, rotate);
    expect(readMasters(keyFile)).toEqual([begun]);
  });

  it.each([
    ['after the file was written', async (master: Buffer) => writeMasters(keyFile, [world.master, master])],
    [
      'before the file was cut to the new one',
      async (master: Buffer) => {
        await rotate();
        const [fresh = master] = readMasters(keyFile);
        writeMasters(keyFile, [world.master, fresh]);
      },
    ],
  ])('is taken on when the change was cut short %s', async (_, cutShort) => {
    const ana = await world.person('Ana');
    const master = Buffer.alloc(32, 7);
    await cutShort(master);
    await openKeys(world.client, keyFile);
    const wanted = readMasters(keyFile)[1];
    await rotate();
    expect(readMasters(keyFile)).toEqual([wanted]);
    Object.assign(world.keys, await openKeys(world.client, keyFile));
    expect((await ana.api.identity.me.query()).displayName).toBe('Ana');
  });

  it('refuses to open with only one of the two keys while it is being changed', async () => {
    await world.person('Ana');
    const elsewhere = createPresence(world.deps.client, world.keys, join(folder, 'none.key'));
    await elsewhere.beat();
    await expect(rotate()).rejects.toThrow('does not know');
    writeMasters(keyFile, [world.master]);
    await expect(openKeys(world.client, keyFile)).rejects.toThrow(/is being changed, and .* holds only one of the two/);
  });
});

describe('a recovery code', () => {
  it('brings a lost master key back, however it is typed, and no other code does', async () => {
    const code = await makeRecoveryCode(world.client, keyFile);
    expect(code).toMatch(/^([0-9a-z]{4}-){7}[0-9a-z]{4}$/);
    expect(await checkCode(world.client, ` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(true);
    const before = readFileSync(keyFile, 'utf8');
    await expect(recoverKey(world.client, keyFile, code)).rejects.toThrow('holds the right master key already');
    rmSync(keyFile);
    await expect(openKeys(world.client, keyFile)).rejects.toThrow(/is missing\. .*npm run parley -- recover-key$/);
    await expect(recoverKey(world.client, keyFile, 'abcd')).rejects.toThrow('eight groups');
    await expect(recoverKey(world.client, keyFile, '0000-'.repeat(8))).rejects.toThrow('not the recovery code');
    await recoverKey(world.client, keyFile, code);
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
  });

  it('is ended by a new one, and by a new master key, which tells its own', async () => {
    const first = await makeRecoveryCode(world.client, keyFile);
    const second = await makeRecoveryCode(world.client, keyFile);
    expect([await checkCode(world.client, first), await checkCode(world.client, second)]).toEqual([false, true]);
    const { code } = await rotate();
    expect([await checkCode(world.client, second), await checkCode(world.client, code)]).toEqual([false, true]);
  });

  it('was never made: the refusal says so', async () => {
    await expect(checkCode(world.client, '0000-'.repeat(8))).rejects.toThrow('No recovery code was ever made');
    rmSync(keyFile);
    await expect(openKeys(world.client, keyFile)).rejects.toThrow(/Restore it from your backup\.$/);
  });
});
