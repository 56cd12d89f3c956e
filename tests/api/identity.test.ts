import { createHash } from 'node:crypto';
import { hashRuns } from '@parley/api/identity/password';
import { createLimits } from '@parley/api/limit';
import { asIdentity } from '@parley/db/as-user';
import { addressHash } from '@parley/db/seal';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endSessions } from '../../apps/server/src/keep/people.ts';
import { begins, inDays } from '../support/clock.ts';
import { enterElsewhere, refusedFields } from '../support/ways-in.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});
afterEach(() => world.setClock(null));
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const place = { timeZone: 'Asia/Kathmandu', locale: 'ne-NP', currency: 'NPR' };
const code = (answer: { body: string }): string => JSON.parse(answer.body).error.data.code;

async function runs(work: () => Promise<unknown>): Promise<number> {
  const before = hashRuns();
  await work();
  return hashRuns() - before;
}

describe('signing up', () => {
  it('makes an account that can sign in and knows its place', async () => {
    const nobody = world.anonymous();
    await nobody.api.identity.signUp.mutate({
      email: 'Zoë@Example.org',
      displayName: 'Zoë',
      password: 'a quiet room with light',
      ...place,
    });
    await nobody.api.identity.signIn.mutate({ email: 'zoë@example.org', password: 'a quiet room with light' });
    expect(await nobody.api.identity.me.query()).toMatchObject({
      email: 'zoë@example.org',
      displayName: 'Zoë',
      operator: false,
      rev: 1,
      ...place,
    });
  });

  it('tells by nothing whether an address is known: same bytes, no cookie, same work, and the old password stands', async () => {
    const person = { displayName: 'Mallory', password: 'another quiet room', ...place };
    const nobody = world.anonymous();
    let known: Awaited<ReturnType<Person['post']>> | undefined;
    let unknown: typeof known;
    expect(
      await runs(async () => {
        known = await nobody.post('identity.signUp', { ...person, email: ana.email });
      }),
    ).toBe(1);
    expect(
      await runs(async () => {
        unknown = await nobody.post('identity.signUp', { ...person, email: 'new@example.org' });
      }),
    ).toBe(1);
    expect(known?.body).toBe(unknown?.body);
    expect(known?.status).toBe(200);
    expect([...(known?.headers.keys() ?? [])]).toEqual([...(unknown?.headers.keys() ?? [])]);
    expect(nobody.cookie()).toBe('');
    expect((await nobody.post('identity.signIn', { email: ana.email, password: person.password })).status).toBe(400);
    expect((await ana.api.identity.me.query()).displayName).toBe('Ana');
  });

  it('makes one account when the same address signs up many times at once', async () => {
    const input = { email: 'many@example.org', displayName: 'Many', password: 'a quiet room with light', ...place };
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.anonymous().post('identity.signUp', input)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
    const emailHash = addressHash(world.keys, input.email);
    expect(await asIdentity(world.client, (db) => db.account.count({ where: { emailHash } }))).toBe(1);
    const keys = await asIdentity(world.client, (db) => db.sealingKey.count());
    expect(keys).toBe(await asIdentity(world.client, (db) => db.account.count()));
  });

  it.each([
    ['email', { email: 'ana@' }],
    ['displayName', { displayName: 'A\u202ena' }],
    ['displayName', { displayName: '' }],
    ['displayName', { displayName: 'x'.repeat(61) }],
    ['password', { password: 'short' }],
    ['password', { password: 12_345_678_901 }],
    ['password', { password: 'x'.repeat(10_000) }],
    ['timeZone', { timeZone: '../../etc/passwd' }],
    ['locale', { locale: 'x' }],
    ['currency', { currency: 'eur' }],
    ['', { operator: true }],
  ])('refuses a hostile %s with a sentence beside the field', async (path, change) => {
    const input = { email: 'hostile@example.org', displayName: 'H', password: 'a quiet room with light', ...place, ...change };
    const answer = await world.anonymous().post('identity.signUp', input);
    expect(answer.status).toBe(400);
    expect(refusedFields(answer).map((field) => field.path)).toContain(path);
    expect(refusedFields(answer).every((field) => field.message.length > 5)).toBe(true);
  });
});

describe('signing in', () => {
  it('answers an unknown address and a wrong password with the same bytes after the same work', async () => {
    const nobody = world.anonymous();
    let wrong: Awaited<ReturnType<Person['post']>> | undefined;
    let unknown: typeof wrong;
    expect(
      await runs(async () => {
        wrong = await nobody.post('identity.signIn', { email: ana.email, password: 'not hers' });
      }),
    ).toBe(1);
    expect(
      await runs(async () => {
        unknown = await nobody.post('identity.signIn', { email: 'nobody@example.org', password: 'not hers' });
      }),
    ).toBe(1);
    expect(wrong?.status).toBe(400);
    expect(wrong?.body).toBe(unknown?.body);
    expect(nobody.cookie()).toBe('');
  });

  it('sets a cookie that scripts, other hosts and plain connections cannot have', async () => {
    const nobody = world.anonymous();
    const answer = await nobody.post('identity.signIn', { email: ana.email, password: ana.password });
    const cookie = answer.headers.getSetCookie().join();
    expect(cookie).toMatch(/^__Host-parley=[a-z2-7]{40};/);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain');
  });

  it('keeps only a hash of the cookie, and no address or name in clear', async () => {
    const value = ana.cookie().split('=')[1] ?? '';
    const rows = await asIdentity(world.client, (db) => db.session.findMany({ where: { accountId: ana.id } }));
    expect(rows.map((row) => row.id)).toContain(createHash('sha256').update(value).digest('hex'));
    const all = await asIdentity(world.client, async (db) => [await db.session.findMany(), await db.account.findMany()]);
    const text = JSON.stringify(all, (_, held) => (held instanceof Uint8Array ? Buffer.from(held).toString('latin1') : held));
    expect(text).not.toContain(value);
    expect(text).not.toContain(ana.email);
    expect(text).not.toContain('Ana');
  });

  it('never adopts a value that was there before, and ends the session it replaces', async () => {
    const planted = 'a'.repeat(40);
    const browser = await enterElsewhere(world, ana);
    const before = browser.cookie();
    const answer = await browser.post('identity.signIn', { email: ana.email, password: ana.password }, {});
    expect(answer.headers.getSetCookie().join()).not.toContain(before.split('=')[1]);
    expect((await world.anonymous().post('identity.me', {}, { cookie: before })).status).toBe(401);
    const fixed = await world
      .anonymous()
      .post('identity.signIn', { email: ana.email, password: ana.password }, { cookie: `__Host-parley=${planted}` });
    expect(fixed.headers.getSetCookie().join()).not.toContain(planted);
    expect((await world.anonymous().post('identity.me', {}, { cookie: `__Host-parley=${planted}` })).status).toBe(401);
  });

  it.each(['', 'x', 'A'.repeat(40), `${'a'.repeat(40)}'--`, 'a'.repeat(41), '0'.repeat(64)])(
    'is nobody with the cookie %j',
    async (value) => {
      expect((await world.anonymous().post('identity.me', {}, { cookie: `__Host-parley=${value}` })).status).toBe(401);
    },
  );

  it('does not take the stored id for a cookie', async () => {
    const [entry] = await ana.api.identity.sessions.query();
    expect((await world.anonymous().post('identity.me', {}, { cookie: `__Host-parley=${entry?.sessionId}` })).status).toBe(401);
  });
});

describe('a session', () => {
  it('is listed with its device and can be ended from another', async () => {
    const phone = world.anonymous();
    const agent = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1' };
    await phone.post('identity.signIn', { email: ana.email, password: ana.password }, agent);
    const listed = await ana.api.identity.sessions.query();
    const entry = listed.find((one) => one.device === 'Safari on iPhone');
    expect(listed.filter((one) => one.current)).toHaveLength(1);
    expect(entry?.current).toBe(false);
    await ana.api.identity.endSession.mutate({ sessionId: entry?.sessionId ?? '' });
    expect((await phone.post('identity.me', {})).status).toBe(401);
    expect((await ana.post('identity.me', {})).status).toBe(200);
    const again = await ana.post('identity.endSession', { sessionId: entry?.sessionId });
    expect([again.status, code(again)]).toEqual([404, 'NOT_FOUND']);
  });

  it('of somebody else cannot be ended', async () => {
    const ben = await world.person('Ben');
    const [session] = await ben.api.identity.sessions.query();
    const answer = await ana.post('identity.endSession', { sessionId: session?.sessionId });
    const random = await ana.post('identity.endSession', { sessionId: 'f'.repeat(64) });
    expect(answer.status).toBe(404);
    expect(answer.body).toBe(random.body);
    expect((await ben.post('identity.me', {})).status).toBe(200);
  });

  it('ends on signing out, and the cookie with it', async () => {
    const browser = await enterElsewhere(world, ana);
    const before = browser.cookie();
    const answer = await browser.post('identity.signOut', {});
    expect(answer.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect((await world.anonymous().post('identity.me', {}, { cookie: before })).status).toBe(401);
  });

  it('that has expired leaves no row behind once its person signs in again', async () => {
    const lea = await world.person('Lea');
    await world.setClock(inDays(8));
    await enterElsewhere(world, lea);
    expect(await world.client.session.count({ where: { accountId: lea.id } })).toBe(1);
  });

  it('ends everywhere at once', async () => {
    const dora = await world.person('Dora');
    const others = [await enterElsewhere(world, dora), await enterElsewhere(world, dora)];
    await dora.api.identity.signOutEverywhere.mutate();
    for (const browser of [dora, ...others]) expect((await browser.post('identity.me', {})).status).toBe(401);
    expect((await ana.post('identity.me', {})).status).toBe(200);
  });

  it('is ended by the operator, of one person or of all, on every device', async () => {
    const kim = await world.person('Kim');
    const phone = await enterElsewhere(world, kim);
    const tools = { client: world.deps.client, keys: world.keys };
    expect(await endSessions(tools, kim.email)).toContain('2 sessions have ended.');
    for (const person of [kim, phone]) expect((await person.post('identity.me', {})).status).toBe(401);
    expect((await ana.post('identity.me', {})).status).toBe(200);
    await expect(endSessions(tools, 'nobody@example.org')).rejects.toThrow('There is no account with the address');
    const back = await enterElsewhere(world, kim);
    expect(await endSessions(tools, 'all')).toContain('Everybody has to sign in again.');
    for (const person of [ana, back]) expect((await person.post('identity.me', {})).status).toBe(401);
    ana = await enterElsewhere(world, ana);
  });

  it('lasts while it is used, seven days after that, thirty at most', async () => {
    const erin = await world.person('Erin');
    const used = async () => (await world.client.session.findFirst({ where: { accountId: erin.id } }))?.seenAt;
    const alive = async (days: number) => {
      await world.setClock(inDays(days));
      const { status } = await erin.post('identity.me', {});
      // the use is noted beside the call
      if (status === 200) await vi.waitFor(async () => expect(await used()).toEqual(inDays(days)));
      return status === 200;
    };
    expect(await alive(6.9)).toBe(true);
    expect(await alive(13.8)).toBe(true);
    expect(await alive(20.7)).toBe(true);
    expect(await alive(27)).toBe(true);
    expect(await alive(29.9)).toBe(true);
    expect(await alive(30.1)).toBe(false);
    await world.setClock(begins);
    const idle = await enterElsewhere(world, erin);
    await world.setClock(inDays(7.1));
    expect((await idle.post('identity.me', {})).status).toBe(401);
  });
});

describe('the profile', () => {
  it('is saved over the revision that was read, and a stale edit gets the newer one', async () => {
    const before = await ana.api.identity.me.query();
    const saved = await ana.api.identity.saveProfile.mutate({ displayName: 'Ana B.', ...place, rev: before.rev });
    const after = { displayName: 'Ana B.', rev: before.rev + 1, email: ana.email, ...place };
    expect([saved, await ana.api.identity.me.query()]).toMatchObject([{ rev: after.rev }, after]);
    const stale = await ana.post('identity.saveProfile', { displayName: 'Lost', ...place, rev: before.rev });
    expect(stale.status).toBe(409);
    expect(JSON.parse(stale.body).error.data.newer).toMatchObject({ displayName: 'Ana B.', rev: before.rev + 1 });
    await ana.api.identity.saveProfile.mutate({ displayName: 'Ana', ...place, rev: saved.rev });
  });

  it('keeps one of two edits made at once', async () => {
    const { rev } = await ana.api.identity.me.query();
    const answers = await Promise.all(
      ['One', 'Two'].map((displayName) => ana.post('identity.saveProfile', { displayName, ...place, rev })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('limits', () => {
  it('refuse the eleventh guess at one address, right or wrong, known or unknown, and do no more work', async () => {
    const strict = await createWorld({ limits: createLimits() });
    const kim = await strict.person('Kim');
    for (const email of [kim.email, 'nobody@example.org']) {
      const guess = () => strict.anonymous().post('identity.signIn', { email, password: 'a guess' });
      for (let at = 0; at < 10; at += 1) expect((await guess()).status).toBe(400);
      expect(await runs(async () => expect((await guess()).status).toBe(429))).toBe(0);
    }
    const right = await strict.anonymous().post('identity.signIn', { email: kim.email, password: kim.password });
    expect(right.status).toBe(429);
    expect((await kim.post('identity.me', {})).status).toBe(200);
    await strict.close();
  });
});
