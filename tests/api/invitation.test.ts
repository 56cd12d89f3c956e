import { newId } from '@parley/db/id';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begins } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let stranger: Person;
let councilId: string;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
  ben = await world.person('Ben');
  stranger = await world.person('Sam');
});
beforeEach(async () => {
  councilId = await world.council('Thursday table', [ana]);
});
afterEach(() => world.setClock(null));
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const failure = (answer: { body: string }) => JSON.parse(answer.body).error.data;
const tokenOf = (link: string) => link.split('token=')[1] ?? '';
const week = 7 * 86_400_000;

async function invite(email = ben.email) {
  const made = await ana.api.invitation.create.mutate({ councilId, email });
  return { ...made, token: tokenOf(made.link) };
}

const accept = (person: Person, token: string, charterVersion = 1) => person.post('invitation.accept', { token, charterVersion });

describe('an invitation', () => {
  it('carries its token behind the #, and the database holds only its hash and a sealed address', async () => {
    const { link, token } = await invite();
    expect(link).toMatch(/^\/invitation#token=[A-Za-z0-9_-]{43}$/);
    const rows = await world.client.invitation.findMany({ where: { councilId } });
    const text = JSON.stringify(rows, (_, held) => (held instanceof Uint8Array ? Buffer.from(held).toString('latin1') : held));
    expect(text).not.toContain(token);
    expect(text).not.toContain(ben.email);
  });

  it('shows who invites, to what, and the charter, before and after signing in', async () => {
    const { token } = await invite();
    const shown = await world.anonymous().api.invitation.look.query({ token });
    expect(shown).toMatchObject({
      state: 'open',
      email: ben.email,
      invitedBy: 'Ana',
      council: { name: 'Thursday table' },
      charter: { version: 1, text: 'We keep what we hear here.' },
      viewer: 'nobody',
    });
    expect(await ben.api.invitation.look.query({ token })).toMatchObject({ viewer: 'invited' });
    expect(await stranger.api.invitation.look.query({ token })).toMatchObject({ viewer: 'somebodyElse' });
  });

  it('changes nothing by being looked at', async () => {
    const { token } = await invite();
    for (let at = 0; at < 3; at += 1) await world.anonymous().api.invitation.look.query({ token });
    expect((await accept(ben, token)).status).toBe(200);
  });

  it('seats exactly the person it is for, once, with the charter accepted', async () => {
    const { token } = await invite();
    expect((await accept(ben, token)).status).toBe(200);
    const seen = await ben.api.council.page.query({ councilId });
    const seat = { accountId: ben.id, name: 'Ben', role: 'member', state: 'active', acceptedCharter: 1 };
    expect(seen.members).toContainEqual(expect.objectContaining(seat));
    expect(await world.anonymous().api.invitation.look.query({ token })).toMatchObject({
      state: 'used',
      sentence: expect.stringContaining('has been used'),
    });
  });

  it('of several addresses is made for all of them or for none, and says whom it could not invite', async () => {
    const table = await world.council('Several', [ana]);
    const several = (...emails: string[]) => ana.post('invitation.createSeveral', { councilId: table, emails });
    const { invitations } = await ana.api.invitation.createSeveral.mutate({
      councilId: table,
      emails: ['ida@example.org', ben.email],
    });
    expect(invitations.map(({ email }) => email)).toEqual(['ida@example.org', ben.email]);
    expect((await accept(ben, invitations[1]?.link.split('token=')[1] ?? '')).status).toBe(200);
    const twice = await several('new@example.org', 'IDA@example.org');
    expect([twice.status, twice.body.includes('ida@example.org has already been invited')]).toEqual([400, true]);
    expect((await several('new@example.org', ben.email)).body).toContain('is already in the council');
    expect((await several('one@example.org', 'ONE@example.org')).status).toBe(400);
    const ten = Array.from({ length: 10 }, (_, at) => `seat${at}@example.org`);
    const full = await several(...ten);
    expect([full.status, full.body.includes('9 seats are still free')]).toEqual([403, true]);
    expect((await ana.api.invitation.list.query({ councilId: table })).map(({ email }) => email).toSorted()).toEqual(
      [ben.email, 'ida@example.org'].toSorted(),
    );
    expect((await stranger.post('invitation.createSeveral', { councilId: table, emails: ['x@example.org'] })).status).toBe(404);
  });

  it('is refused to another address, to nobody, and to a made-up token with one body', async () => {
    const { token } = await invite();
    const other = await accept(stranger, token);
    expect([other.status, failure(other).message]).toEqual([403, expect.stringContaining('another address')]);
    expect((await accept(world.anonymous(), token)).status).toBe(401);
    const one = await accept(stranger, 'A'.repeat(43));
    expect(one.status).toBe(404);
    expect(one.body).toBe((await accept(ben, 'B'.repeat(43))).body);
    expect((await world.anonymous().post('invitation.look', { token: 'C'.repeat(43) })).status).toBe(404);
    expect((await accept(ben, 'short')).status).toBe(400);
    expect((await ana.api.council.page.query({ councilId })).members).toHaveLength(1);
  });

  it('is used once when it is accepted many times at once, and a repeated press answers the same', async () => {
    const { token } = await invite();
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(ben, token)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await world.client.membership.count({ where: { councilId, accountId: ben.id } })).toBe(1);
    expect(await world.client.notification.count({ where: { councilId, kind: 'joined' } })).toBe(1);
  });

  it('does not bring back by itself who left after using it', async () => {
    const { token } = await invite();
    await accept(ben, token);
    await ben.api.council.leave.mutate({ councilId });
    const again = await accept(ben, token);
    expect([again.status, failure(again).message]).toEqual([403, expect.stringContaining('has been used')]);
  });

  it('fills the last seat once when two people take it at once', async () => {
    const people = await Promise.all(['P', 'Q'].map((name) => world.person(name)));
    const links = await Promise.all(people.map((person) => invite(person.email)));
    const filler = Array.from({ length: 10 }, () => ({ id: newId(), rev: 1 }));
    await world.client.account.createMany({ data: filler.map(({ id }) => ({ id, emailHash: id, sealed: new Uint8Array(1) })) });
    await world.client.membership.createMany({
      data: filler.map(({ id }) => ({ councilId, accountId: id, acceptedCharter: 1 })),
    });
    const answers = await Promise.all(people.map((person, at) => accept(person, links[at]?.token ?? '')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403]);
    expect(await world.client.membership.count({ where: { councilId, state: 'active' } })).toBe(12);
  });

  it('lasts seven days', async () => {
    const { token, expiresAt } = await invite();
    const start = new Date(expiresAt).getTime() - week;
    expect(start).toBeGreaterThan(begins.getTime());
    expect(start).toBeLessThan((await world.now()).getTime());
    await world.setClock(new Date(start + week));
    expect(await world.anonymous().api.invitation.look.query({ token })).toMatchObject({ state: 'expired' });
    const late = await accept(ben, token).catch(() => null);
    // seven days without a sign of life also end the session: sign in again first
    expect(late?.status).toBe(401);
    await ben.api.identity.signIn.mutate({ email: ben.email, password: ben.password });
    const refused = await accept(ben, token);
    expect([refused.status, failure(refused).message]).toEqual([403, expect.stringContaining('expired')]);
    await world.setClock(null);
    await ben.api.identity.signIn.mutate({ email: ben.email, password: ben.password });
  });

  it('shows the charter again when it changed in between', async () => {
    const { token } = await invite();
    await ana.api.council.saveCharter.mutate({ councilId, version: 1, text: 'Second words.' });
    const stale = await accept(ben, token, 1);
    expect([stale.status, failure(stale).newer.text]).toEqual([409, 'Second words.']);
    expect((await accept(ben, token, 2)).status).toBe(200);
  });

  it('can be declined, and says so afterwards', async () => {
    const { token, invitationId } = await invite();
    expect((await stranger.post('invitation.decline', { token })).status).toBe(403);
    await ben.api.invitation.decline.mutate({ token });
    await ben.api.invitation.decline.mutate({ token });
    expect((await accept(ben, token)).status).toBe(403);
    expect(await ana.api.invitation.list.query({ councilId })).toContainEqual(
      expect.objectContaining({ invitationId, state: 'declined' }),
    );
  });
});

describe('the moderator', () => {
  it('lists, sends again and withdraws; the old link dies with a new one', async () => {
    const { invitationId, token } = await invite();
    expect(await ana.api.invitation.list.query({ councilId })).toEqual([
      expect.objectContaining({ invitationId, email: ben.email, state: 'open' }),
    ]);
    const renewed = await ana.api.invitation.resend.mutate({ invitationId });
    expect((await world.anonymous().post('invitation.look', { token })).status).toBe(404);
    expect(await ben.api.invitation.look.query({ token: tokenOf(renewed.link) })).toMatchObject({ state: 'open' });
    await ana.api.invitation.revoke.mutate({ invitationId });
    const refused = await accept(ben, tokenOf(renewed.link));
    expect([refused.status, failure(refused).message]).toEqual([403, expect.stringContaining('withdrawn')]);
    expect((await ana.post('invitation.resend', { invitationId })).status).toBe(403);
    expect((await ana.post('invitation.revoke', { invitationId })).status).toBe(403);
  });

  it('does not invite twice, nor who is here already', async () => {
    const { token } = await invite();
    const twice = await ana.post('invitation.create', { councilId, email: ben.email.toUpperCase() });
    expect([twice.status, failure(twice).fields[0]]).toEqual([
      400,
      { path: 'email', message: expect.stringContaining('already been invited') },
    ]);
    await accept(ben, token);
    const here = await ana.post('invitation.create', { councilId, email: ben.email });
    expect([here.status, failure(here).fields[0]]).toEqual([400, { path: 'email', message: expect.stringContaining('already') }]);
  });

  it('promises at most twelve seats, however fast', async () => {
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, at) => ana.post('invitation.create', { councilId, email: `p${at}@example.org` })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(11);
    expect(answers.filter((answer) => answer.status === 403)).toHaveLength(3);
  });

  it.each(['ben', '', 'a@b', 'a@example.org\r\nBcc: b@example.org', 'x'.repeat(300), null])(
    'refuses the address %j beside its field',
    async (email) => {
      const answer = await ana.post('invitation.create', { councilId, email });
      expect([answer.status, failure(answer).fields[0].path]).toEqual([400, 'email']);
    },
  );
});

describe('everybody else', () => {
  it('neither invites nor sees invitations', async () => {
    const { token } = await invite();
    await accept(ben, token);
    const { invitationId } = await invite('new@example.org');
    expect((await ben.post('invitation.create', { councilId, email: 'x@example.org' })).status).toBe(403);
    expect((await ben.post('invitation.list', { councilId })).status).toBe(403);
    for (const path of ['resend', 'revoke']) {
      const real = await ben.post(`invitation.${path}`, { invitationId });
      expect(real.status).toBe(404);
      expect(real.body).toBe((await ben.post(`invitation.${path}`, { invitationId: newId() })).body);
      expect((await stranger.post(`invitation.${path}`, { invitationId })).status).toBe(404);
    }
    expect((await stranger.post('invitation.create', { councilId, email: 'x@example.org' })).status).toBe(404);
  });
});
