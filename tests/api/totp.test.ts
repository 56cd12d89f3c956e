import { createResetLink } from '@parley/api/identity/store';
import { stepOfCode } from '@parley/api/identity/totp/code';
import { createLimits } from '@parley/api/limit';
import { type Mail, type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { asIdentity } from '@parley/db/as-user';
import { addressHash } from '@parley/db/seal';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dropCode } from '../../apps/server/src/keep/people.ts';
import { appCode } from '../support/app-code.ts';
import { begins } from '../support/clock.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterEach(() => world.setClock(null));
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const halfMinute = 30_000;
/** Stands the clock at the middle of the n-th half minute after a day, so that no code runs out in the middle of a test. */
const atStep = async (step: number, at = world) => {
  const moment = new Date(Math.floor(begins.getTime() / halfMinute) * halfMinute + 86_400_000 + step * halfMinute + 15_000);
  await at.setClock(moment);
  return moment;
};
const codeOf = appCode;
const signIn = (person: Person, more: { code?: string; password?: string } = {}, at = world) =>
  at.anonymous().post('identity.signIn', { email: person.email, password: person.password, ...more });
const misfit = 'This code does not fit, or was used already.';

/** Sets an app up at half minute 0; answers what it holds and the recovery codes. */
async function setUp(person: Person, endOthers = false, at = world) {
  const moment = await atStep(0, at);
  const { secret, uri } = await person.api.totp.begin.mutate({ password: person.password });
  const { codes } = await person.api.totp.confirm.mutate({ code: codeOf(secret, moment), endOthers });
  return { secret, uri, codes };
}

describe('the code of an app', () => {
  // RFC 6238, appendix B: the last six of its eight digits
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is the standard’s at second %i', (second, digits) => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const at = new Date(second * 1_000);
    expect(appCode(secret, at)).toBe(digits);
    expect(stepOfCode(secret, digits, at)).toBe(Math.floor(second / 30));
    expect(stepOfCode(secret, digits, new Date((second + 61) * 1_000))).toBeNull();
  });
});

describe('an app for codes', () => {
  it('is set up by who shows their password, and asked for only once a code of it has confirmed it', async () => {
    const ana = await world.person('Ana');
    expect((await ana.post('totp.begin', { password: 'not hers' })).body).toContain('This is not your password.');
    const moment = await atStep(0);
    const { secret, uri } = await ana.api.totp.begin.mutate({ password: ana.password });
    expect(uri).toContain(`secret=${secret}`);
    expect(new URL(uri).searchParams.get('issuer')).toBe('Parley');
    expect(decodeURIComponent(uri)).toContain(ana.email);
    expect((await signIn(ana)).body).toBe('{"result":{"data":{"done":true}}}');
    expect((await ana.post('totp.confirm', { code: '000000', endOthers: false })).body).toContain(misfit);
    expect(await ana.api.totp.get.query()).toEqual({ on: false, since: null, codesLeft: 0 });
    const { codes } = await ana.api.totp.confirm.mutate({ code: codeOf(secret, moment), endOthers: false });
    expect(new Set(codes).size).toBe(10);
    expect(await ana.api.totp.get.query()).toMatchObject({ on: true, codesLeft: 10 });
    expect((await ana.post('totp.begin', { password: ana.password })).status).toBe(409);
  });

  it('is asked for after the password, and for nobody who does not know it', async () => {
    const ben = await world.person('Ben');
    const { secret } = await setUp(ben);
    const wrong = await signIn(ben, { password: 'not his at all' });
    const unknown = await world.anonymous().post('identity.signIn', { email: 'no@example.org', password: 'not his at all' });
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    const wrongToo = await signIn(ben, { password: 'not his at all', code: codeOf(secret, await atStep(5)) });
    expect(wrongToo.body).toBe(unknown.body);
    const asked = await signIn(ben);
    expect(asked.body).toBe('{"result":{"data":{"done":false}}}');
    expect(asked.headers.getSetCookie()).toEqual([]);
    const right = await signIn(ben, { code: codeOf(secret, await atStep(6)) });
    expect(right.body).toBe('{"result":{"data":{"done":true}}}');
    expect(right.headers.getSetCookie()).toHaveLength(1);
  });

  it('is a half minute early or late and no more, and no code is taken twice, nor one before it', async () => {
    const cara = await world.person('Cara');
    const { secret } = await setUp(cara);
    const at = async (stepNow: number, stepOfCode: number) => {
      const then = await atStep(stepOfCode);
      await atStep(stepNow);
      return (await signIn(cara, { code: codeOf(secret, then) })).status;
    };
    expect(await at(0, 0)).toBe(400); // the one that confirmed it
    expect(await at(10, 8)).toBe(400);
    expect(await at(10, 12)).toBe(400);
    expect(await at(10, 9)).toBe(200);
    expect(await at(10, 9)).toBe(400);
    expect(await at(10, 11)).toBe(200);
    expect(await at(10, 10)).toBe(400);
    expect(await at(11, 11)).toBe(400);
    expect(await at(12, 12)).toBe(200);
  });

  it('lets in one of many who show one code at once', async () => {
    const dan = await world.person('Dan');
    const { secret, codes } = await setUp(dan);
    const code = codeOf(secret, await atStep(4));
    for (const one of [code, codes[0] ?? '']) {
      const answers = await Promise.all([0, 1, 2, 3].map(() => signIn(dan, { code: one })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    }
  });

  it('tells the same press the same codes, and another press nothing', async () => {
    const eva = await world.person('Eva');
    const moment = await atStep(0);
    const { secret } = await eva.api.totp.begin.mutate({ password: eva.password });
    expect((await eva.api.totp.begin.mutate({ password: eva.password })).secret).toBe(secret);
    const code = codeOf(secret, moment);
    const press = () => eva.twin().post('totp.confirm', { code, endOthers: false }, { 'x-parley-key': 'one-press-of-evas' });
    const answers = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await eva.post('totp.confirm', { code, endOthers: false })).status).toBe(400);
    expect(await eva.api.totp.get.query()).toMatchObject({ codesLeft: 10 });
  });

  it('signs out on the other devices where its person chose so', async () => {
    const fay = await world.person('Fay');
    const phone = world.anonymous();
    await phone.api.identity.signIn.mutate({ email: fay.email, password: fay.password });
    await setUp(fay, true);
    expect((await phone.post('identity.me', undefined)).status).toBe(401);
    expect((await fay.post('identity.me', undefined)).status).toBe(200);
  });
});

describe('recovery codes', () => {
  it('come in once each, however they are typed, and are kept as hashes', async () => {
    const gil = await world.person('Gil');
    const { codes } = await setUp(gil);
    const [first = '', second = ''] = codes;
    expect((await signIn(gil, { code: first.toUpperCase().replace(/(.{4})/g, '$1 ') })).status).toBe(200);
    expect((await signIn(gil, { code: first })).body).toContain(misfit);
    expect((await signIn(gil, { code: second })).status).toBe(200);
    expect(await gil.api.totp.get.query()).toMatchObject({ codesLeft: 8 });
    const kept = await world.client.recoveryCode.findMany({ where: { accountId: gil.id } });
    expect(kept.every(({ hash }) => codes.every((one) => !hash.includes(one)))).toBe(true);
  });

  it('of somebody else fit nobody', async () => {
    const [hal, ida] = [await world.person('Hal'), await world.person('Ida')];
    const { codes } = await setUp(hal);
    await setUp(ida);
    expect((await signIn(ida, { code: codes[0] ?? '' })).status).toBe(400);
  });

  it('are remade for a code, and the earlier ones are worth nothing', async () => {
    const jon = await world.person('Jon');
    const { codes } = await setUp(jon);
    expect((await jon.post('totp.remake', { code: '000000' })).body).toContain(misfit);
    const { codes: next } = await jon.api.totp.remake.mutate({ code: codes[0] ?? '' });
    expect(next.filter((one) => codes.includes(one))).toEqual([]);
    expect((await signIn(jon, { code: codes[1] ?? '' })).status).toBe(400);
    expect((await signIn(jon, { code: next[1] ?? '' })).status).toBe(200);
  });
});

describe('switching it off', () => {
  it('takes the password and a code', async () => {
    const kim = await world.person('Kim');
    const { secret, codes } = await setUp(kim);
    const code = codeOf(secret, await atStep(3));
    expect((await kim.post('totp.end', { password: 'not hers', code })).body).toContain('This is not your password.');
    expect((await kim.post('totp.end', { code })).body).toContain('Write your password.');
    expect((await kim.post('totp.end', { password: kim.password, code: '000000' })).body).toContain(misfit);
    expect(await kim.api.totp.get.query()).toMatchObject({ on: true });
    await kim.api.totp.end.mutate({ password: kim.password, code: codes[3] ?? '' });
    await kim.api.totp.end.mutate({ password: kim.password, code });
    expect(await kim.api.totp.get.query()).toMatchObject({ on: false, codesLeft: 0 });
    expect((await signIn(kim)).body).toContain('"done":true');
    expect(await world.client.recoveryCode.count({ where: { accountId: kim.id } })).toBe(0);
  });

  it('is not done by a new password', async () => {
    const lee = await world.person('Lee');
    const { codes } = await setUp(lee);
    const hash = addressHash(world.keys, lee.email);
    const link = await asIdentity(world.client, (db, now) => createResetLink({ db, now }, hash));
    const password = 'a brighter room with light';
    await world.anonymous().api.identity.resetPassword.mutate({ token: link?.split('token=')[1] ?? '', password });
    expect((await signIn(lee, { password })).body).toContain('"done":false');
    expect((await signIn(lee, { password, code: codes[0] ?? '' })).status).toBe(200);
  });
});

describe('who has lost the app and the codes', () => {
  it('is let in by the operator, who reads what that means, and is told of it', async () => {
    const mia = await world.person('Mia');
    await setUp(mia);
    const drop = (email: string) => dropCode({ client: world.deps.client, keys: world.keys }, email);
    expect(await drop(mia.email)).toContain('the password alone lets in, and all recovery codes are void.');
    expect((await signIn(mia)).body).toContain('"done":true');
    expect(await world.client.recoveryCode.count({ where: { accountId: mia.id } })).toBe(0);
    expect(await world.client.notification.count({ where: { recipientId: mia.id, kind: 'waysChanged' } })).toBe(2);
    expect(await drop(mia.email)).toContain('Nothing was changed.');
    await expect(drop('nobody@example.org')).rejects.toThrow('There is no account with the address nobody@example.org.');
  });
});

describe('guessing', () => {
  it('ends after ten codes in an hour, right or wrong, also with the right password', async () => {
    const strict = await createWorld({ limits: createLimits() });
    try {
      const mia = await strict.person('Mia');
      const { codes } = await setUp(mia, false, strict);
      const guesses: number[] = [];
      for (let at = 0; at < 9; at += 1) guesses.push((await signIn(mia, { code: '000000' }, strict)).status);
      expect(guesses).toEqual(Array.from({ length: 9 }, () => 400));
      // the session of who guesses counts with it
      expect((await mia.post('totp.remake', { code: '000000' })).status).toBe(400);
      expect((await mia.post('totp.remake', { code: codes[0] ?? '' })).status).toBe(429);
      expect((await signIn(mia, { code: codes[0] ?? '' }, strict)).status).toBe(429);
    } finally {
      await strict.close();
    }
  });
});

describe('how somebody signs in has changed', () => {
  it('is told in Parley and by mail, whatever mail they chose and whoever has looked, without a word of what it was', async () => {
    const ned = await world.person('Ned');
    const mails: Mail[] = [];
    const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)).then(() => null) };
    const post: PostDeps = { ...world.deps, mailer, origin: 'https://parley.example' };
    await ned.api.mail.save.mutate({ standard: 'never', pushes: 'never', hour: 8, weekday: 1, councils: [] });
    await setUp(ned);
    const { notices } = await ned.api.today.notices.query();
    const fresh = notices.filter(({ kind }) => kind === 'waysChanged');
    expect(fresh).toHaveLength(1);
    await ned.api.notification.markSeen.mutate({ ids: fresh.map(({ id }) => id) });
    await atStep(10);
    await writeLetters(post);
    await sendLetters(post);
    const his = mails.filter(({ to }) => to === ned.email);
    expect(his.map(({ subject }) => subject)).toEqual(['Parley: a change to your account']);
    expect(his[0]?.text).toContain('How you sign in to Parley has changed.');
    expect(his[0]?.stop).toBeNull();
  });
});
