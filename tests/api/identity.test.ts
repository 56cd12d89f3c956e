import { createHash } from 'node:crypto';
import { hashRuns } from '@parley/api/identity/password';
import { createResetLink } from '@parley/api/identity/store';
import { createLimits } from '@parley/api/limit';
import { asIdentity } from '@parley/db/as-user';
import { addressHash } from '@parley/db/seal';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endSessions } from '../../apps/server/src/keep/people.ts';
import { begins, inDays } from '../support/clock.ts';
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
const fields = (answer: { body: string }): { path: string; message: string }[] => JSON.parse(answer.body).error.data.fields;

/** The same person at another browser. */
async function elsewhere(person: Person, password = person.password): Promise<Person> {
  const other = world.anonymous();
  await other.api.identity.signIn.mutate({ email: person.email, password });
  return { ...person, ...other, id: person.id, email: person.email, password };
}

async function runs(work: () => Promise<unknown>): Promise<number> {
  const before = hashRuns();
  await work();
  return hashRuns() - before;
}

async function resetToken(email: string): Promise<string> {
  const link = await asIdentity(world.client, (db, now) => createResetLink({ db, now }, addressHash(world.keys, email)));
  return link?.split('token=')[1] ?? '';
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
    expect(fields(answer).map((field) => field.path)).toContain(path);
    expect(fields(answer).every((field) => field.message.length > 5)).toBe(true);
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
    const browser = await elsewhere(ana);
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
    const browser = await elsewhere(ana);
    const before = browser.cookie();
    const answer = await browser.post('identity.signOut', {});
    expect(answer.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
    expect((await world.anonymous().post('identity.me', {}, { cookie: before })).status).toBe(401);
  });

  it('that has expired leaves no row behind once its person signs in again', async () => {
    const lea = await world.person('Lea');
    await world.setClock(inDays(8));
    await elsewhere(lea);
    expect(await world.client.session.count({ where: { accountId: lea.id } })).toBe(1);
  });

  it('ends everywhere at once', async () => {
    const dora = await world.person('Dora');
    const others = [await elsewhere(dora), await elsewhere(dora)];
    await dora.api.identity.signOutEverywhere.mutate();
    for (const browser of [dora, ...others]) expect((await browser.post('identity.me', {})).status).toBe(401);
    expect((await ana.post('identity.me', {})).status).toBe(200);
  });

  it('is ended by the operator, of one person or of all, on every device', async () => {
    const kim = await world.person('Kim');
    const phone = await elsewhere(kim);
    const tools = { client: world.deps.client, keys: world.keys };
    expect(await endSessions(tools, kim.email)).toContain('2 sessions have ended.');
    for (const person of [kim, phone]) expect((await person.post('identity.me', {})).status).toBe(401);
    expect((await ana.post('identity.me', {})).status).toBe(200);
    await expect(endSessions(tools, 'nobody@example.org')).rejects.toThrow('There is no account with the address');
    const back = await elsewhere(kim);
    expect(await endSessions(tools, 'all')).toContain('Everybody has to sign in again.');
    for (const person of [ana, back]) expect((await person.post('identity.me', {})).status).toBe(401);
    ana = await elsewhere(ana);
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
    const idle = await elsewhere(erin);
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

describe('changing the password', () => {
  it('ends every other session, keeps this one, and retires the old password', async () => {
    const fred = await world.person('Fred');
    const other = await elsewhere(fred);
    await fred.api.identity.changePassword.mutate({ current: fred.password, next: 'a brighter room' });
    expect((await fred.post('identity.me', {})).status).toBe(200);
    expect((await other.post('identity.me', {})).status).toBe(401);
    expect((await world.anonymous().post('identity.signIn', { email: fred.email, password: fred.password })).status).toBe(400);
    await elsewhere(fred, 'a brighter room');
    // pressed again because the answer was lost
    await fred.api.identity.changePassword.mutate({ current: fred.password, next: 'a brighter room' });
  });

  it('needs the present one, and another one', async () => {
    const wrong = await ana.post('identity.changePassword', { current: 'not it', next: 'a brighter room' });
    expect([wrong.status, fields(wrong).map((field) => field.path)]).toEqual([400, ['current']]);
    const same = await ana.post('identity.changePassword', { current: ana.password, next: ana.password });
    expect([same.status, fields(same).map((field) => field.path)]).toEqual([400, ['next']]);
    const own = await ana.post('identity.changePassword', { current: ana.password, next: ana.email });
    expect([own.status, fields(own).map((field) => field.path)]).toEqual([400, ['next']]);
  });

  it('takes none that was stolen elsewhere, nor a word of this house: nor does signing up, nor a link', async () => {
    const token = await resetToken(ana.email);
    const newcomer = { email: 'newcomer@example.org', displayName: 'New', ...place };
    for (const password of ['Konstantin', 'council-2026']) {
      const tried = [
        await ana.post('identity.changePassword', { current: ana.password, next: password }),
        await world.anonymous().post('identity.resetPassword', { token, password }),
        await world.anonymous().post('identity.signUp', { ...newcomer, password }),
      ];
      expect(tried.map(({ status }) => status)).toEqual([400, 400, 400]);
      const said = tried.map((answer) =>
        fields(answer).map(({ path, message }) => [path, / (stolen elsewhere|word of Parley)/.test(message)]),
      );
      expect(said).toEqual([[['next', true]], [['password', true]], [['password', true]]]);
    }
  });

  it('leaves no session behind that was started in the same moment with the old one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const gil = await world.person(`Gil ${round}`);
      const signIns = Array.from({ length: 3 }, () => world.anonymous());
      const [changed] = await Promise.all([
        gil.post('identity.changePassword', { current: gil.password, next: 'a brighter room' }),
        ...signIns.map((browser) => browser.post('identity.signIn', { email: gil.email, password: gil.password })),
      ]);
      expect(changed?.status).toBe(200);
      for (const browser of signIns) expect((await browser.post('identity.me', {})).status).toBe(401);
    }
  });
});

describe('a reset link', () => {
  it('sets a new password once, ends all sessions, and is stored as a hash', async () => {
    const hana = await world.person('Hana');
    const token = await resetToken(hana.email);
    const rows = await asIdentity(world.client, (db) => db.resetToken.findMany());
    expect(JSON.stringify(rows)).not.toContain(token);
    const look = () => world.anonymous().api.identity.lookReset.query({ token });
    expect(await look()).toEqual({ allowed: true });
    expect(await look()).toEqual({ allowed: true });
    await world.anonymous().api.identity.resetPassword.mutate({ token, password: 'a brighter room' });
    expect(await look()).toMatchObject({ allowed: false, reason: expect.stringContaining('used already') });
    expect((await hana.post('identity.me', {})).status).toBe(401);
    await elsewhere(hana, 'a brighter room');
    const again = await world.anonymous().post('identity.resetPassword', { token, password: 'a third room' });
    expect(again.status).toBe(403);
    expect(again.body).toContain('used already');
  });

  it('works for exactly one of many who press at once', async () => {
    const ivy = await world.person('Ivy');
    const token = await resetToken(ivy.email);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        world.anonymous().post('identity.resetPassword', { token, password: `a brighter room ${at}` }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 403)).toHaveLength(4);
  });

  it('expires within the hour, dies by a newer one and by a change of the password', async () => {
    const jon = await world.person('Jon');
    const attempt = (token: string) => world.anonymous().post('identity.resetPassword', { token, password: 'a brighter room' });
    const first = await resetToken(jon.email);
    const second = await resetToken(jon.email);
    expect((await attempt(first)).status).toBe(403);
    await world.setClock(new Date((await world.now()).getTime() + 3_600_001));
    expect((await attempt(second)).status).toBe(403);
    await world.setClock(null);
    const third = await resetToken(jon.email);
    await jon.api.identity.changePassword.mutate({ current: jon.password, next: 'a wider room' });
    expect((await attempt(third)).status).toBe(403);
  });

  it('is not made for an unknown address, and an unknown token is told like an expired one', async () => {
    expect(await resetToken('nobody@example.org')).toBe('');
    const answer = await world.anonymous().post('identity.resetPassword', { token: 'A'.repeat(43), password: 'a brighter room' });
    expect([answer.status, code(answer)]).toEqual([403, 'FORBIDDEN']);
    expect(answer.body).toContain('expired');
    expect((await world.anonymous().post('identity.resetPassword', { token: 'short', password: 'a brighter room' })).status).toBe(
      400,
    );
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
