import { deadLetters, reviveLetters, standAsPost } from '@parley/api/mail/post-rows';
import { declareMail, type Mail, type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { stopLink } from '@parley/db/seal';
import { wholeLevels } from '@parley/domain/item/levels';
import { mostPushes } from '@parley/domain/push/push';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPusher, pushKeysOf } from '../../apps/server/src/pusher.ts';
import { type Browser, makeBrowser, openPushService } from '../support/browser-maker.ts';
import { codeOf } from '../support/table.ts';
import { createWorld, type Person, testPassword, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;
let opportunityId: string;
let post: PostDeps;
let service: Awaited<ReturnType<typeof openPushService>>;
const mails: Mail[] = [];

const opening = {
  company: 'COMPANYCANARY',
  role: 'TITLECANARY',
  alias: 'ALIASCANARY',
  stage: 'interview',
  on: '2026-11-20',
} as const;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cara')];
  councilId = await world.council('Wednesday', [ana, ben, cara]);
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
});
beforeEach(async () => {
  service = await openPushService();
  const keys = pushKeysOf(world.keys);
  await declareMail(world.deps.line, false, keys.publicKey);
  const pusher = createPusher({ keys, subject: 'https://parley.example', network: service.network });
  post = { ...world.deps, mailer: null, pusher, origin: 'https://parley.example' };
  mails.length = 0;
  await world.client.push.deleteMany({});
  await world.client.notification.deleteMany({});
  await world.client.letter.deleteMany({});
  await world.client.mailSetting.deleteMany({});
  await world.client.councilMail.deleteMany({});
  await world.setClock(new Date('2026-11-20T13:00:00Z'));
});
afterEach(() => service.close());
afterAll(() => world.close());

const withMail = () => {
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)).then(() => null) };
  post = { ...post, mailer };
};

async function later(minutes: number): Promise<void> {
  await world.setClock(new Date((await world.now()).getTime() + minutes * 60_000));
  await writeLetters(post);
  await sendLetters(post);
}

async function turnOn(person: Person, endpoint?: string): Promise<Browser> {
  const browser = makeBrowser(endpoint);
  const { given } = browser;
  await person.api.push.keep.mutate(given);
  return browser;
}

type Wish = Parameters<Person['api']['mail']['save']['mutate']>[0];
const choose = (person: Person, wish: Pick<Wish, 'standard' | 'pushes'>, councils: Wish['councils'] = []) =>
  person.api.mail.save.mutate({ ...wish, hour: 8, weekday: 1, councils });

async function shareDebrief(): Promise<string> {
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId: debriefId, councilId, readerId: null, levels, expiresAt: null });
  return debriefId;
}

/** The same person in another browser. */
async function signIn(person: Person): Promise<Person> {
  const fresh: Person = { ...world.anonymous(), id: person.id, email: person.email };
  await fresh.api.identity.signIn.mutate({ email: person.email, password: testPassword });
  return fresh;
}

describe('a push', () => {
  it('goes a minute after the act to each device of who was told, one for all of it, and holds a sentence', async () => {
    const phone = await signIn(ben);
    const browsers = [await turnOn(ben), await turnOn(phone), await turnOn(cara)];
    await shareDebrief();
    const itemId = await shareDebrief();
    const said = { itemId, blockId: 'said', label: 'LABELCANARY', text: 'TEXTCANARY 484848', mentions: [ben.id] };
    await ana.api.thread.start.mutate(said);
    await later(0);
    expect(service.received).toEqual([]);
    await later(1);
    const shown = service.shown(browsers);
    expect(shown.map(({ body }) => body).sort()).toEqual([
      'Something waits for you in Parley.',
      'Something waits for you in Parley.',
      'Something was shared with you.',
    ]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(shown)).not.toMatch(/CANARY|Ana|Ben|Cara|Wednesday|4848/);
    await later(60);
    expect(service.received).toHaveLength(3);
  });

  it('goes beside the mail, once each, and not to who has none of either', async () => {
    withMail();
    const browser = await turnOn(ben);
    await shareDebrief();
    await later(2);
    expect(mails.map(({ to }) => to).sort()).toEqual([ben.email, cara.email].sort());
    expect(service.shown([browser])).toHaveLength(1);
    await later(600);
    expect([mails.length, service.received.length]).toEqual([2, 1]);
  });

  it('comes as was chosen for browsers, whatever was chosen for mail: daily, never, or apart in one council', async () => {
    withMail();
    const browsers = [await turnOn(ben), await turnOn(cara)];
    const differs = { councilId, choice: 'atOnce' as const, pushes: 'never' as const };
    await choose(ben, { standard: 'never', pushes: 'daily' });
    await choose(cara, { standard: 'daily', pushes: 'atOnce' }, [differs]);
    await shareDebrief();
    await later(5);
    expect([mails.map(({ to }) => to), service.received]).toEqual([[cara.email], []]);
    await world.setClock(new Date('2026-11-21T07:01:00Z'));
    await later(0);
    expect(service.shown(browsers.slice(0, 1))).toHaveLength(1);
    await later(60 * 24);
    expect([mails.length, service.received.length]).toEqual([1, 1]);
  });

  it('comes to who wants no mail, also once they ended all of it by its link', async () => {
    withMail();
    const browsers = [await turnOn(ben), await turnOn(cara)];
    await choose(ben, { standard: 'never', pushes: 'atOnce' });
    await choose(cara, { standard: 'daily', pushes: 'daily' }, [{ councilId, choice: 'weekly', pushes: 'atOnce' }]);
    const ended = await world.app.request(`/mail/stop/${stopLink(world.keys, cara.id)}`, { method: 'POST' });
    expect(ended.status).toBe(200);
    expect(await cara.api.mail.get.query()).toMatchObject({
      standard: 'never',
      pushes: 'daily',
      councils: [{ choice: null, pushes: 'atOnce' }],
    });
    await shareDebrief();
    await later(2);
    expect(service.shown(browsers)).toHaveLength(2);
    await later(60 * 24 * 8);
    expect([mails.length, service.received.length]).toEqual([0, 2]);
  });

  it('says nothing of what happened before the browser was on, and a changed choice is judged anew', async () => {
    await choose(cara, { standard: 'never', pushes: 'never' });
    const browsers = [await turnOn(cara)];
    await shareDebrief();
    await later(2);
    browsers.push(await turnOn(ben));
    await later(2);
    expect(service.received).toEqual([]);
    await choose(cara, { standard: 'never', pushes: 'atOnce' });
    await later(1);
    expect([service.shown(browsers.slice(0, 1)).length, service.received.length]).toEqual([1, 1]);
  });

  it('does not go to who has answered, looked, or lost the reading before it went', async () => {
    const browsers = [await turnOn(ben), await turnOn(cara)];
    service.state.answer = 503;
    const itemId = await shareDebrief();
    await later(2);
    const { notices } = await ben.api.today.notices.query();
    await ben.api.notification.markSeen.mutate({ ids: notices.map(({ id }) => id) });
    const { shares } = await ana.api.share.get.query({ itemId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    service.state.answer = 201;
    await later(5);
    expect(service.shown(browsers)).toEqual([]);
  });
});

describe('a maker of browsers that is not well', () => {
  it('is tried again until it takes it, with the same id', async () => {
    const browser = await turnOn(ben);
    service.state.answer = 503;
    await shareDebrief();
    for (const minutes of [2, 1, 2, 4]) await later(minutes);
    const [before] = await world.client.letter.findMany();
    expect(before?.attempts).toBe(4);
    service.state.answer = 201;
    await later(61);
    expect(service.shown([browser]).map(({ id }) => id)).toEqual([before?.id]);
    await later(61);
    expect(service.received).toHaveLength(1);
  });

  it('that knows the browser no more ends it, and its letters', async () => {
    await turnOn(ben);
    service.state.answer = 410;
    await shareDebrief();
    await later(2);
    expect(await ben.api.push.get.query()).toMatchObject({ since: null, others: 0 });
    expect([await world.client.push.count(), await world.client.letter.count()]).toEqual([0, 0]);
  });

  it('that refuses makes a dead letter, which the operator lists and sends again', async () => {
    const browser = await turnOn(ben);
    service.state.answer = 403;
    await shareDebrief();
    await later(2);
    const [{ dead }] = await world.deps.line.ask({ as: standAsPost(), dead: deadLetters() });
    expect(dead).toMatchObject([{ fault: '403', pushes: true, attempts: 1 }]);
    service.state.answer = 201;
    await later(120);
    expect(service.received).toEqual([]);
    await world.deps.line.ask({ as: standAsPost(), again: reviveLetters(null) });
    await later(1);
    expect(service.shown([browser])).toHaveLength(1);
  });
});

describe('a device', () => {
  it('is of one session: whatever ends that ends it', async () => {
    const [phone, tablet, old] = [await signIn(ben), await signIn(ben), await signIn(ben)];
    for (const one of [phone, tablet, old, ben]) await turnOn(one);
    expect(await ben.api.push.get.query()).toMatchObject({ others: 3 });
    await phone.api.identity.signOut.mutate();
    expect(await ben.api.push.get.query()).toMatchObject({ others: 2 });
    const sessions = await tablet.api.identity.sessions.query();
    const current = sessions.find((one) => one.current);
    await ben.api.identity.endSession.mutate({ sessionId: current?.sessionId ?? '' });
    expect(await ben.api.push.get.query()).toMatchObject({ others: 1 });
    await ben.api.identity.endOthers.mutate();
    const { since, others } = await ben.api.push.get.query();
    expect([since === null, others]).toEqual([false, 0]);
    expect(await world.client.push.count()).toBe(1);
  });

  it('of a session that has run out is written to no more, swept or not', async () => {
    const guest = await world.person('Gus');
    const council = await world.council('Gusts', [ana, guest]);
    await turnOn(guest);
    await world.client.session.updateMany({
      where: { accountId: guest.id },
      data: { expiresAt: new Date('2026-11-20T13:00:30Z') },
    });
    await ana.api.help.create.mutate({ councilId: council, help: { text: 'HELPCANARY', length: 'short', feedback: 'ideas' } });
    await later(2);
    expect(service.received).toEqual([]);
    expect(await world.client.letter.count()).toBe(0);
  });

  it('is kept in the place of the one before, twice pressed or in two windows', async () => {
    await Promise.all([turnOn(ben), turnOn(ben), turnOn(ben)]);
    expect(await world.client.push.count()).toBe(1);
    const [row] = await world.client.push.findMany();
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('push.example');
  });

  it('is one of few', async () => {
    const many = await Promise.all(Array.from({ length: mostPushes }, () => signIn(ben)));
    await Promise.all(many.map((one) => turnOn(one)));
    const { given } = makeBrowser();
    const refused = await ben.post('push.keep', given);
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'FORBIDDEN']);
    await many[0]?.api.push.end.mutate({ everywhere: false });
    await turnOn(ben);
    expect(await ben.api.push.get.query()).toMatchObject({ others: mostPushes - 1 });
    await ben.api.push.end.mutate({ everywhere: true });
    expect(await world.client.push.count()).toBe(0);
  });

  it('ends for who presses, and for nobody else', async () => {
    await turnOn(ben);
    await cara.api.push.end.mutate({ everywhere: true });
    expect((await ben.api.push.get.query()).since).not.toBeNull();
    expect(await cara.api.push.get.query()).toMatchObject({ since: null, others: 0 });
    await ben.api.push.end.mutate({ everywhere: false });
    await shareDebrief();
    await later(2);
    expect(service.received).toEqual([]);
  });

  it('is refused where Parley writes to none, and where it may not call', async () => {
    const { given } = makeBrowser();
    const inside = await ben.post('push.keep', { ...given, endpoint: 'https://10.0.0.1/one' });
    expect(inside.status).toBe(400);
    await declareMail(world.deps.line, false);
    expect(await ben.api.push.get.query()).toEqual({ key: null, since: null, others: 0 });
    expect((await ben.post('push.keep', given)).status).toBe(403);
  });
});
