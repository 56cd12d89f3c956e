import { compareAnew } from '@parley/api/invitation/compare-act';
import { declareMail, type Mail, type PostDeps, sendLetters } from '@parley/api/post';
import { addressHash } from '@parley/db/seal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDays } from '../support/clock.ts';
import { codeOf } from '../support/table.ts';
import { createWorld, type Person, testPassword, type World } from '../support/world.ts';

let world: World;
let post: PostDeps;
let mails: Mail[] = [];

beforeAll(async () => {
  world = await createWorld();
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)).then(() => null) };
  post = { ...world.deps, mailer, origin: 'https://parley.example' };
});
afterAll(() => world.close());

const place = { timeZone: 'Europe/Vienna', locale: 'en-GB', currency: 'EUR' };
const password = 'a sentence that is quite long';
const signUp = (email: string) => world.anonymous().post('identity.signUp', { email, displayName: 'Gus', password, ...place });
const signIn = async (email: string, word = password) => {
  const person = world.anonymous();
  const { status } = await person.post('identity.signIn', { email, password: word });
  return { status, person };
};
/** What the post sends now. */
async function deliver(): Promise<Mail[]> {
  mails = [];
  await sendLetters(post);
  return mails;
}
const tokenOf = (mail: Mail | undefined) => mail?.text.match(/#token=([\w-]{43})/)?.[1] ?? '';
const confirm = (token: string) => world.anonymous().post('address.confirm', { token });

describe('an address', () => {
  it('is one person’s in each way of writing it, and another’s with a tag', async () => {
    expect((await signUp('gus@bücher.example')).status).toBe(200);
    await signUp('gus@xn--bcher-kva.example');
    expect(await world.client.account.count()).toBe(1);
    for (const email of ['gus@bücher.example', 'GUS@BÜCHER.example', 'gus@xn--bcher-kva.example', 'gus@bu\u0308cher.example'])
      expect((await signIn(email)).status).toBe(200);
    expect((await signIn('gus+jobs@bücher.example')).status).toBe(400);
  });

  it('kept under the old way is found by the new one, and of two that are one now both stay in', async () => {
    const [alone, both] = ['ann@müller.example', 'bea@müller.example'];
    for (const email of [alone, both]) await signUp(email);
    const [latest, before] = await world.client.account.findMany({ orderBy: { createdAt: 'desc' }, take: 2 });
    for (const [row, email] of [
      [latest, both],
      [before, alone],
    ] as const)
      await world.client.account.update({ where: { id: row?.id ?? '' }, data: { emailHash: addressHash(world.keys, email) } });
    await world.client.clockHand.update({ where: { id: 1 }, data: { addresses: 0 } });
    const other = 'another sentence of some length';
    const punycode = { email: 'bea@xn--mller-kva.example', displayName: 'Bea', password: other, ...place };
    expect((await world.anonymous().post('identity.signUp', punycode)).status).toBe(200);
    expect(await compareAnew(world.deps)).toBe(1);
    expect(await compareAnew(world.deps)).toBe(0);
    expect((await signIn('ann@xn--mller-kva.example')).status).toBe(200);
    expect((await signIn(alone)).status).toBe(200);
    // each by the form that they typed, with their own password
    expect((await signIn(both)).status).toBe(200);
    expect((await signIn(both, other)).status).toBe(400);
    expect((await signIn(punycode.email, other)).status).toBe(200);
  });
});

describe('without mail', () => {
  it('no link is asked for, and the words say who makes one', async () => {
    expect(await world.anonymous().api.address.ways.query()).toEqual({ mails: false });
    const { status, body } = await world.anonymous().post('address.askReset', { email: 'gus@bücher.example' });
    expect([status, codeOf(body)]).toEqual([403, 'FORBIDDEN']);
    expect(body).toContain('Ask the person who runs it');
    expect(await deliver()).toEqual([]);
  });
});

describe('with mail', () => {
  let ada: Person;
  beforeAll(async () => {
    await declareMail(world.deps.line, true);
    ada = await world.person('Ada');
  });

  it('the address is asked about once, and verified by a press behind the link, not by opening it', async () => {
    const [mail, ...more] = await deliver();
    expect([mail?.to, more.length, mail?.stop]).toEqual([ada.email, 0, null]);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/Ada|example\.org/);
    await ada.post('identity.signIn', { email: ada.email, password: testPassword });
    expect(await deliver()).toEqual([]);
    const token = tokenOf(mail);
    const look = await world.anonymous().api.address.look.query({ token });
    expect(look).toEqual({ purpose: 'verify', use: { allowed: true } });
    expect((await ada.api.identity.me.query()).verified).toBe(false);
    expect((await confirm(token)).status).toBe(200);
    expect((await ada.api.identity.me.query()).verified).toBe(true);
    expect((await confirm(token)).status).toBe(403);
    expect((await world.anonymous().api.address.look.query({ token })).use).toMatchObject({ allowed: false });
  });

  it('a new password comes by mail, once, to who has the address, and nobody learns who has one', async () => {
    const answers = await Promise.all(
      [ada.email, 'nobody@example.org'].map((email) => world.anonymous().post('address.askReset', { email })),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, answers[0]?.body],
      [200, answers[0]?.body],
    ]);
    const [mail, ...more] = await deliver();
    expect([mail?.to, more.length]).toEqual([ada.email, 0]);
    expect(mail?.text).toContain('https://parley.example/reset#token=');
    const next = 'a new sentence of some length';
    const token = tokenOf(mail);
    // no link of another purpose is spent here
    expect((await confirm(token)).status).toBe(403);
    expect((await world.anonymous().post('identity.resetPassword', { token, password: next })).status).toBe(200);
    expect((await world.anonymous().post('identity.resetPassword', { token, password: next })).status).toBe(403);
    expect((await signIn(ada.email, next)).status).toBe(200);
    ada.password = next;
  });

  it('one press sent three times at once brings one mail', async () => {
    const { person } = await signIn(ada.email, ada.password);
    await world.client.account.update({ where: { id: ada.id }, data: { verifiedAt: null } });
    const presses = [
      ['address.askReset', { email: ada.email }],
      ['address.askVerify', undefined],
      ['address.change', { email: 'ada@elsewhere.example', password: ada.password }],
    ] as const;
    const made: number[] = [];
    for (const [path, input] of presses) {
      const key = { 'x-parley-key': `three-${path}` };
      const answers = await Promise.all([1, 2, 3].map(() => person.twin().post(path, input, key)));
      expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size, path).toBe(1);
      expect(answers[0]?.status, path).toBe(200);
      made.push((await deliver()).length);
    }
    expect(made).toEqual([1, 1, 2]);
    await world.client.addressLink.deleteMany({ where: { accountId: ada.id } });
    await world.client.account.update({ where: { id: ada.id }, data: { verifiedAt: inDays(0) } });
  });

  it('a link that has run out, or was used, is not sent any more', async () => {
    await world.anonymous().post('address.askReset', { email: ada.email });
    await world.client.addressLink.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date('2026-01-01') } });
    expect(await deliver()).toEqual([]);
  });

  it('changes when both addresses say so, in either order, and not before', async () => {
    const { person } = await signIn(ada.email, ada.password);
    const email = 'ada@lovelace.example';
    expect((await person.post('address.change', { email, password: 'not the password' })).status).toBe(400);
    expect((await person.post('address.change', { email, password: ada.password })).status).toBe(200);
    const sent = await deliver();
    expect(sent.map(({ to }) => to).sort()).toEqual([ada.email, email].sort());
    expect(JSON.stringify(sent.map(({ subject, text, html }) => [subject, text, html]))).not.toMatch(/lovelace|Ada/);
    const [take, leave] = [sent.find(({ to }) => to === email), sent.find(({ to }) => to === ada.email)];
    expect((await confirm(tokenOf(take))).body).toContain('half');
    expect((await person.api.identity.me.query()).email).toBe(ada.email);
    expect((await confirm(tokenOf(leave))).body).toContain('changed');
    expect(await person.api.identity.me.query()).toMatchObject({ email, verified: true });
    expect((await signIn(ada.email, ada.password)).status).toBe(400);
    expect((await signIn(email, ada.password)).status).toBe(200);
    ada.email = email;
  });

  it('goes to no address that another has, and says nothing of it', async () => {
    const { person } = await signIn(ada.email, ada.password);
    expect((await person.post('address.change', { email: 'gus@bücher.example', password: ada.password })).status).toBe(200);
    const [only, ...more] = await deliver();
    expect([only?.to, more.length]).toEqual([ada.email, 0]);
    expect((await confirm(tokenOf(only))).body).toContain('half');
    expect((await person.api.identity.me.query()).email).toBe(ada.email);
    expect(world.faults).toEqual([]);
  });
});
