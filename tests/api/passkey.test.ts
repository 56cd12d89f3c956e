import { sweep } from '@parley/api/identity/store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey, createAuthenticator, showPasskey } from '../support/authenticator.ts';
import { inDays } from '../support/clock.ts';
import { shownPasskey } from '../support/passkey-answers.ts';
import { createWorld, type Person, testOrigin, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterEach(() => world.setClock(null));
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const device = () => createAuthenticator(testOrigin);
const enter = async (browser: Person, passkey: unknown) => browser.post('passkey.enter', { passkey });
const whoAmI = async (browser: Person) => (await browser.post('identity.me', undefined)).status;
const told = async (person: Person) =>
  (await person.api.today.notices.query()).notices.filter(({ kind }) => kind === 'waysChanged').length;

describe('a passkey', () => {
  it('is added by who shows their password, signs in alone and anywhere, and says when it was last used', async () => {
    const ana = await world.person('Ana');
    const phone = device();
    expect((await ana.post('passkey.begin', { password: 'not hers at all' })).body).toContain('This is not your password.');
    expect((await ana.post('passkey.begin', {})).body).toContain('Write your password.');
    await addPasskey(ana, phone, 'My phone');
    expect(await ana.api.passkey.list.query()).toMatchObject({
      password: true,
      possible: { allowed: true },
      passkeys: [{ name: 'My phone', usedAt: null, doubted: false }],
    });
    expect(await told(ana)).toBe(1);
    const browser = world.anonymous();
    expect((await enter(browser, await showPasskey(browser, phone))).status).toBe(200);
    expect(await browser.api.identity.me.query()).toMatchObject({ email: ana.email });
    expect((await ana.api.passkey.list.query()).passkeys[0]?.usedAt).not.toBeNull();
  });

  it('is one of several, each with its name, and is kept once', async () => {
    const ben = await world.person('Ben');
    const [phone, laptop] = [device(), device()];
    await addPasskey(ben, phone, 'Phone');
    await addPasskey(ben, laptop, 'Laptop');
    const options = await ben.api.passkey.begin.mutate({ password: ben.password });
    expect(options.excludeCredentials).toHaveLength(2);
    const again = await ben.post('passkey.add', { name: 'Once more', made: phone.make(options) });
    expect(again.body).toContain('This passkey is here already.');
    const { passkeys } = await ben.api.passkey.list.query();
    expect(passkeys.map(({ name }) => name)).toEqual(['Laptop', 'Phone']);
    await ben.api.passkey.remove.mutate({ passkeyId: passkeys[1]?.passkeyId ?? '' });
    const browser = world.anonymous();
    expect((await enter(browser, await showPasskey(browser, phone))).body).toContain('This passkey opens no account here.');
    expect((await enter(browser, await showPasskey(browser, laptop))).status).toBe(200);
  });

  it('of somebody else is neither seen nor removed, and shows nobody else', async () => {
    const [cara, dan] = [await world.person('Cara'), await world.person('Dan')];
    const phone = device();
    await addPasskey(cara, phone);
    const passkeyId = (await cara.api.passkey.list.query()).passkeys[0]?.passkeyId ?? '';
    expect((await dan.post('passkey.remove', { passkeyId })).status).toBe(200);
    expect((await cara.api.passkey.list.query()).passkeys).toHaveLength(1);
    expect((await dan.api.passkey.list.query()).passkeys).toEqual([]);
    const answer = await dan.post('departure.end', { passkey: await showPasskey(dan, phone) });
    expect(answer.body).toContain('This passkey is another account’s.');
    expect(await whoAmI(dan)).toBe(200);
  });

  it('stands sealed, and its name too', async () => {
    const eva = await world.person('Eva');
    await addPasskey(eva, device(), 'NAMECANARY');
    const rows = await world.client.$queryRaw<{ all: string }[]>`
      select encode(sealed, 'escape') || encode(credential, 'escape') as all from passkey`;
    expect(rows.every(({ all }) => !all.includes('NAMECANARY') && !all.includes('publicKey'))).toBe(true);
  });
});

describe('what a passkey signs', () => {
  let fay: Person;
  const phone = device();
  beforeAll(async () => {
    fay = await world.person('Fay');
    await addPasskey(fay, phone);
  });

  it('is signed once', async () => {
    const browser = world.anonymous();
    const passkey = await showPasskey(browser, phone);
    const answers = await Promise.all([0, 1, 2].map(() => enter(browser.twin(), passkey)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect((await enter(browser, passkey)).body).toContain('This took too long, or was done already.');
  });

  it('is of the browser that asked', async () => {
    const [one, other] = [world.anonymous(), world.anonymous()];
    const passkey = await showPasskey(one, phone);
    expect((await enter(other, passkey)).status).toBe(400);
    await other.api.passkey.ask.mutate();
    expect((await enter(other, passkey)).body).toContain('This passkey opens no account here.');
    expect((await enter(one, passkey)).status).toBe(200);
  });

  it('is signed within five minutes', async () => {
    const browser = world.anonymous();
    const passkey = await showPasskey(browser, phone);
    await world.setClock(inDays(1));
    expect((await enter(browser, passkey)).body).toContain('This took too long');
  });

  it('is not believed from another page, of another name, or from a device that did not ask who holds it', async () => {
    const browser = world.anonymous();
    const fake = createAuthenticator('https://parley.example.evil.test');
    for (const passkey of [
      fake.show(await browser.api.passkey.ask.mutate()),
      phone.show(await browser.api.passkey.ask.mutate(), false),
      phone.show({ challenge: 'AAAA' }),
      shownPasskey,
    ]) {
      await browser.api.passkey.ask.mutate();
      expect((await enter(browser, passkey)).status).toBe(400);
    }
    const ask = await browser.api.passkey.ask.mutate();
    const { response, ...rest } = phone.show(ask);
    const other = Buffer.from((await world.person('Gil')).id).toString('base64url');
    expect((await enter(browser, { ...rest, response: { ...response, userHandle: other } })).status).toBe(400);
    expect(await whoAmI(browser)).toBe(401);
  });

  it('made for one account does not stand with another', async () => {
    const hal = await world.person('Hal');
    const options = await hal.api.passkey.begin.mutate({ password: hal.password });
    const ida = await world.person('Ida');
    const made = device().make(options);
    expect((await ida.post('passkey.add', { name: 'Hers', made })).body).toContain('Begin once more.');
    expect((await hal.post('passkey.add', { name: 'His', made: { ...made, id: 'a b' } })).status).toBe(400);
    expect((await hal.post('passkey.add', { name: 'His', made })).status).toBe(200);
  });
});

describe('a counter that runs backwards', () => {
  it('ends the passkey, tells its person, and leaves their other ways in', async () => {
    const jon = await world.person('Jon');
    const key = device();
    key.setCounter(7);
    await addPasskey(jon, key, 'Key');
    key.setCounter(8);
    expect((await enter(world.anonymous(), shownPasskey)).status).toBe(400);
    const browser = world.anonymous();
    expect((await enter(browser, await showPasskey(browser, key))).status).toBe(200);
    const copy = world.anonymous();
    const before = await told(jon);
    expect((await enter(copy, await showPasskey(copy, key))).body).toContain('a copy of it');
    expect(await told(jon)).toBe(before + 1);
    key.setCounter(20);
    expect((await enter(copy, await showPasskey(copy, key))).body).toContain('a copy of it');
    expect((await jon.api.passkey.list.query()).passkeys).toMatchObject([{ name: 'Key', doubted: true }]);
    expect((await jon.post('identity.dropPassword', { passkey: await showPasskey(jon, key) })).status).toBe(403);
    expect(await whoAmI(copy)).toBe(401);
  });
});

describe('an account without a password', () => {
  it('opens by its passkey alone, never loses its last way in, and gets a password again by it', async () => {
    const kim = await world.person('Kim');
    const phone = device();
    await addPasskey(kim, phone);
    const { passkeyId = '' } = (await kim.api.passkey.list.query()).passkeys[0] ?? {};
    await kim.api.identity.dropPassword.mutate({ passkey: await showPasskey(kim, phone) });
    expect(await kim.api.passkey.list.query()).toMatchObject({ password: false });
    const browser = world.anonymous();
    const signIn = await browser.post('identity.signIn', { email: kim.email, password: kim.password });
    const unknown = await browser.post('identity.signIn', { email: 'nobody@example.org', password: kim.password });
    expect([signIn.status, signIn.body]).toEqual([unknown.status, unknown.body]);
    expect((await kim.post('passkey.remove', { passkeyId })).body).toContain('This is your only way in.');
    expect((await kim.post('identity.changePassword', { next: 'a table by the window' })).body).toContain('Write your password.');
    await kim.api.identity.changePassword.mutate({ next: 'a table by the window', passkey: await showPasskey(kim, phone) });
    await browser.api.identity.signIn.mutate({ email: kim.email, password: 'a table by the window' });
    await kim.api.passkey.remove.mutate({ passkeyId });
    expect((await kim.post('identity.dropPassword', { passkey: await showPasskey(kim, phone) })).status).toBe(400);
  });

  it('ends by its passkey, and nothing of it stays', async () => {
    const lee = await world.person('Lee');
    const phone = device();
    await addPasskey(lee, phone);
    await lee.api.identity.dropPassword.mutate({ passkey: await showPasskey(lee, phone) });
    expect((await lee.post('departure.end', { password: lee.password })).body).toContain('This is not your password.');
    await lee.api.departure.end.mutate({ passkey: await showPasskey(lee, phone) });
    expect(await world.client.passkey.count({ where: { accountId: lee.id } })).toBe(0);
    const browser = world.anonymous();
    expect((await enter(browser, await showPasskey(browser, phone))).status).toBe(400);
  });
});

describe('an address that can keep no passkeys', () => {
  it('says so, and why', async () => {
    const plain = await createWorld({ origin: 'http://10.0.0.2:3000' });
    try {
      const mia = await plain.person('Mia');
      const { possible } = await mia.api.passkey.list.query();
      expect(possible).toMatchObject({ allowed: false, reason: expect.stringContaining('Passkeys need https') });
      for (const [path, input] of [
        ['passkey.ask', undefined],
        ['passkey.begin', { password: mia.password }],
        ['passkey.enter', { passkey: shownPasskey }],
      ] as const)
        expect((await mia.post(path, input)).body).toContain('Passkeys need https');
    } finally {
      await plain.close();
    }
  });
});

describe('what has run out', () => {
  it('leaves no row behind', async () => {
    const browser = world.anonymous();
    await browser.api.passkey.ask.mutate();
    await browser.api.passkey.ask.mutate();
    expect(await world.client.challenge.count({ where: { expiresAt: { gt: await world.now() } } })).toBeGreaterThan(0);
    await world.setClock(inDays(2));
    await world.deps.asIdentity(world.deps.client, (db, now) => sweep({ db, now }));
    expect(await world.client.challenge.count()).toBe(0);
  });
});
