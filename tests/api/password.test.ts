import { asIdentity } from '@parley/db/as-user';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterElsewhere, makeResetToken, refusedFields } from '../support/ways-in.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;

beforeAll(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const place = { timeZone: 'Asia/Kathmandu', locale: 'ne-NP', currency: 'NPR' };

describe('changing the password', () => {
  it('ends every other session, keeps this one, and retires the old password', async () => {
    const fred = await world.person('Fred');
    const other = await enterElsewhere(world, fred);
    await fred.api.identity.changePassword.mutate({ current: fred.password, next: 'a brighter room' });
    expect((await fred.post('identity.me', {})).status).toBe(200);
    expect((await other.post('identity.me', {})).status).toBe(401);
    expect((await world.anonymous().post('identity.signIn', { email: fred.email, password: fred.password })).status).toBe(400);
    await enterElsewhere(world, fred, 'a brighter room');
    // pressed again because the answer was lost
    await fred.api.identity.changePassword.mutate({ current: fred.password, next: 'a brighter room' });
  });

  it('needs the present one, and another one', async () => {
    const wrong = await ana.post('identity.changePassword', { current: 'not it', next: 'a brighter room' });
    expect([wrong.status, refusedFields(wrong).map((field) => field.path)]).toEqual([400, ['current']]);
    const same = await ana.post('identity.changePassword', { current: ana.password, next: ana.password });
    expect([same.status, refusedFields(same).map((field) => field.path)]).toEqual([400, ['next']]);
    const own = await ana.post('identity.changePassword', { current: ana.password, next: ana.email });
    expect([own.status, refusedFields(own).map((field) => field.path)]).toEqual([400, ['next']]);
  });

  it('takes none that was stolen elsewhere, nor a word of this house: nor does signing up, nor a link', async () => {
    const token = await makeResetToken(world, ana.email);
    const newcomer = { email: 'newcomer@example.org', displayName: 'New', ...place };
    for (const password of ['Konstantin', 'council-2026']) {
      const tried = [
        await ana.post('identity.changePassword', { current: ana.password, next: password }),
        await world.anonymous().post('identity.resetPassword', { token, password }),
        await world.anonymous().post('identity.signUp', { ...newcomer, password }),
      ];
      expect(tried.map(({ status }) => status)).toEqual([400, 400, 400]);
      const said = tried.map((answer) =>
        refusedFields(answer).map(({ path, message }) => [path, / (stolen elsewhere|word of Parley)/.test(message)]),
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
    const token = await makeResetToken(world, hana.email);
    const rows = await asIdentity(world.client, (db) => db.resetToken.findMany());
    expect(JSON.stringify(rows)).not.toContain(token);
    const look = () => world.anonymous().api.identity.lookReset.query({ token });
    expect(await look()).toEqual({ allowed: true });
    expect(await look()).toEqual({ allowed: true });
    await world.anonymous().api.identity.resetPassword.mutate({ token, password: 'a brighter room' });
    expect(await look()).toMatchObject({ allowed: false, reason: expect.stringContaining('used already') });
    expect((await hana.post('identity.me', {})).status).toBe(401);
    await enterElsewhere(world, hana, 'a brighter room');
    const again = await world.anonymous().post('identity.resetPassword', { token, password: 'a third room' });
    expect(again.status).toBe(403);
    expect(again.body).toContain('used already');
  });

  it('works for exactly one of many who press at once', async () => {
    const ivy = await world.person('Ivy');
    const token = await makeResetToken(world, ivy.email);
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
    const first = await makeResetToken(world, jon.email);
    const second = await makeResetToken(world, jon.email);
    expect((await attempt(first)).status).toBe(403);
    await world.setClock(new Date((await world.now()).getTime() + 3_600_001));
    expect((await attempt(second)).status).toBe(403);
    await world.setClock(null);
    const third = await makeResetToken(world, jon.email);
    await jon.api.identity.changePassword.mutate({ current: jon.password, next: 'a wider room' });
    expect((await attempt(third)).status).toBe(403);
  });

  it('is not made for an unknown address, and an unknown token is told like an expired one', async () => {
    expect(await makeResetToken(world, 'nobody@example.org')).toBe('');
    const answer = await world.anonymous().post('identity.resetPassword', { token: 'A'.repeat(43), password: 'a brighter room' });
    expect([answer.status, JSON.parse(answer.body).error.data.code]).toEqual([403, 'FORBIDDEN']);
    expect(answer.body).toContain('expired');
    expect((await world.anonymous().post('identity.resetPassword', { token: 'short', password: 'a brighter room' })).status).toBe(
      400,
    );
  });
});
