import { randomBytes } from 'node:crypto';
import { createSessionPort } from '@parley/api/identity/session';
import type { SessionPort } from '@parley/api/session-port';
import { asIdentity } from '@parley/db/as-user';
import { newId } from '@parley/db/id';
import type { Sealed } from '@parley/db/seal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
const day = 86_400_000;

beforeAll(async () => {
  world = await createWorld();
  await world.setClock(await world.now());
});
afterAll(() => world.close());

async function account(operator = false): Promise<string> {
  const id = newId();
  await world.client.account.createMany({ data: [{ id, emailHash: id, operator, sealed: randomBytes(64) }] });
  return id;
}

const device = async (): Promise<Sealed> => new Uint8Array(randomBytes(64));
const later = async (days: number) => world.setClock(new Date((await world.now()).getTime() + days * day));

type Make = () => SessionPort;

/** What every implementation of the port must do: another one is added here before it replaces Lucia. */
const ports: [string, Make][] = [['Lucia', () => createSessionPort((work) => asIdentity(world.client, work))]];

describe.each(ports)('sessions on %s', (_, make) => {
  it('starts a session that its cookie, and only its cookie, opens', async () => {
    const port = make();
    const person = await account(true);
    const { cookie, sessionId, endsAt } = await port.create(person, device);
    expect(cookie).toMatch(/^[a-z2-7]{40}$/);
    expect(endsAt).toEqual(new Date((await world.now()).getTime() + 30 * day));
    expect(await port.validate(cookie)).toEqual({ accountId: person, sessionId, operator: true });
    for (const other of [sessionId, cookie.toUpperCase(), cookie.slice(1), `${cookie}a`, '', 'a'.repeat(40)]) {
      expect(await port.validate(other)).toBeNull();
    }
  });

  it('makes another value each time and stores none of them', async () => {
    const port = make();
    const person = await account();
    const made = await Promise.all(Array.from({ length: 5 }, () => port.create(person, device)));
    expect(new Set(made.map(({ cookie }) => cookie)).size).toBe(5);
    const rows = JSON.stringify(await world.client.session.findMany());
    for (const { cookie } of made) expect(rows).not.toContain(cookie);
  });

  it('hands the stored id to whoever seals the device, before anything is stored', async () => {
    const port = make();
    const person = await account();
    let bound = '';
    const { sessionId } = await port.create(person, async (id) => {
      bound = id;
      expect(await port.list(person)).toEqual([]);
      return device();
    });
    expect(bound).toBe(sessionId);
  });

  it('lives seven days after its last use and thirty at most, then leaves no row', async () => {
    const port = make();
    const person = await account();
    const { cookie } = await port.create(person, device);
    for (const days of [6.9, 6.9, 6.9, 6.9]) {
      await later(days);
      expect(await port.validate(cookie)).not.toBeNull();
    }
    await later(2.5);
    expect(await port.validate(cookie)).toBeNull();
    expect(await world.client.session.count({ where: { accountId: person } })).toBe(0);
    const idle = await port.create(person, device);
    await later(7.01);
    expect(await port.list(person)).toEqual([]);
    expect(await port.validate(idle.cookie)).toBeNull();
  });

  it('ends one session of its person, and nobody else’s', async () => {
    const port = make();
    const [ana, ben] = [await account(), await account()];
    const [one, two, his] = [await port.create(ana, device), await port.create(ana, device), await port.create(ben, device)];
    expect(await port.revoke(ana, his.sessionId)).toBe(false);
    expect(await port.revoke(ana, one.sessionId)).toBe(true);
    expect(await port.revoke(ana, one.sessionId)).toBe(false);
    expect(await port.validate(one.cookie)).toBeNull();
    expect(await port.validate(two.cookie)).not.toBeNull();
    expect(await port.validate(his.cookie)).not.toBeNull();
  });

  it('ends all sessions, or all but one', async () => {
    const port = make();
    const [ana, ben] = [await account(), await account()];
    const [one, two, his] = [await port.create(ana, device), await port.create(ana, device), await port.create(ben, device)];
    await port.revokeAll(ana, two.sessionId);
    expect([await port.validate(one.cookie), (await port.validate(two.cookie))?.accountId]).toEqual([null, ana]);
    await port.revokeAll(ana);
    expect(await port.validate(two.cookie)).toBeNull();
    expect(await port.validate(his.cookie)).not.toBeNull();
  });

  it('lists the living ones, last used first', async () => {
    const port = make();
    const person = await account();
    const one = await port.create(person, device);
    await later(0.05);
    const two = await port.create(person, device);
    expect((await port.list(person)).map(({ sessionId }) => sessionId)).toEqual([two.sessionId, one.sessionId]);
    await later(0.05);
    await port.validate(one.cookie);
    expect((await port.list(person)).map(({ sessionId }) => sessionId)).toEqual([one.sessionId, two.sessionId]);
  });

  it('goes with its account', async () => {
    const port = make();
    const person = await account();
    const { cookie } = await port.create(person, device);
    await world.client.account.deleteMany({ where: { id: person } });
    expect(await port.validate(cookie)).toBeNull();
  });
});

describe('a deletion that fails', () => {
  it('is told, not swallowed', async () => {
    const broken = createSessionPort(() => Promise.reject(new Error('the database is gone')));
    await expect(broken.revokeAll(newId())).rejects.toThrow('the database is gone');
    await expect(broken.revoke(newId(), 'f'.repeat(64))).rejects.toThrow('the database is gone');
    await expect(broken.validate('a'.repeat(40))).rejects.toThrow('the database is gone');
  });
});
