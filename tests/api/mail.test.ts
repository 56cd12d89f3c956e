import { deadLetters, reviveLetters, standAsPost } from '@parley/api/mail/post-rows';
import { type PostDeps, sendLetters, writeLetters } from '@parley/api/post';
import { wholeLevels } from '@parley/domain/item/levels';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailer } from '../../apps/server/src/mailer.ts';
import { openPostOffice, readMail } from '../support/post-office.ts';
import { createWorld, type Person, type World } from '../support/world.ts';

let world: World;
let ana: Person;
let ben: Person;
let cara: Person;
let councilId: string;
let opportunityId: string;
let post: PostDeps;
let office: Awaited<ReturnType<typeof openPostOffice>>;
let mailer: ReturnType<typeof createMailer>;

const opening = {
  company: 'COMPANYCANARY',
  role: 'TITLECANARY',
  alias: 'ALIASCANARY',
  stage: 'interview',
  on: '2026-11-20',
} as const;
const canaries = /CANARY|Ana|Ben|Cara|Wednesday|484848/;

beforeAll(async () => {
  world = await createWorld();
  [ana, ben, cara] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cara')];
  councilId = await world.council('Wednesday', [ana, ben, cara]);
  ({ opportunityId } = await ana.api.opportunity.create.mutate(opening));
});
beforeEach(async () => {
  office = await openPostOffice();
  mailer = createMailer({ url: office.url, from: 'Parley <parley@parley.example>', encrypted: false });
  post = { ...world.deps, mailer, origin: 'https://parley.example' };
  await world.client.notification.deleteMany({});
  await world.client.letter.deleteMany({});
  await world.client.mailSetting.deleteMany({});
  await world.client.councilMail.deleteMany({});
  await world.setClock(new Date('2026-11-20T13:00:00Z'));
});
afterEach(async () => {
  mailer.close();
  await office.close();
});
afterAll(() => world.close());

/** Lets time pass, then does one round of the post. */
async function later(minutes: number): Promise<void> {
  await world.setClock(new Date((await world.now()).getTime() + minutes * 60_000));
  await writeLetters(post);
  await sendLetters(post);
}
const mailsTo = (person: Person) => office.received.filter(({ to }) => to.includes(person.email));

async function shareDebrief(): Promise<string> {
  const { debriefId } = await ana.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  const levels = wholeLevels('hidden');
  await ana.api.share.set.mutate({ itemId: debriefId, councilId, readerId: null, levels, expiresAt: null });
  return debriefId;
}
const askReads = (debriefId: string) =>
  ana.api.debrief.askReads.mutate({ debriefId, read: { likelihood: 48, reason: 'READCANARY' } });
const say = (itemId: string, mentions: Person[]) =>
  ana.api.thread.start.mutate({
    itemId,
    blockId: 'said',
    label: 'LABELCANARY',
    text: 'TEXTCANARY 484848',
    mentions: mentions.map(({ id }) => id),
  });
const choose = (person: Person, standard: 'atOnce' | 'daily' | 'weekly' | 'never') =>
  person.api.mail.save.mutate({ standard, pushes: 'atOnce', hour: 8, weekday: 1, councils: [] });

describe('a mail', () => {
  it('goes a minute after the act, one for all that came in that breath, to who was told', async () => {
    const itemId = await shareDebrief();
    await askReads(itemId);
    await say(itemId, [ben]);
    await later(0);
    expect(office.received).toEqual([]);
    await later(1);
    expect(mailsTo(ben)).toHaveLength(1);
    expect(mailsTo(cara)).toHaveLength(1);
    expect(mailsTo(ana)).toHaveLength(0);
    await later(60);
    expect(office.received).toHaveLength(2);
  });

  it('says that something happened and nothing else, in text and in HTML, and can be ended by one press', async () => {
    const itemId = await shareDebrief();
    await askReads(itemId);
    await say(itemId, [ben]);
    await later(2);
    for (const mail of office.received) {
      const { subject, text, html, headers } = await readMail(mail);
      for (const part of [subject, text, html]) expect(part).not.toMatch(canaries);
      expect(text).toContain('Your read of a debrief is asked for.');
      expect(html).toContain('Your read of a debrief is asked for.');
      expect(text).toContain('https://parley.example/notices');
      const header = (key: string) => headers.find((one) => one.key === key)?.value;
      expect(header('list-unsubscribe')).toMatch(/^<https:\/\/parley\.example\/mail\/stop\/[0-9a-f-]{36}\.[0-9a-f]{64}>$/);
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(header('auto-submitted')).toBe('auto-generated');
      const raw = mail.raw.replaceAll(/^(To|Message-ID|Date|Content-Type|--).*$/gim, '');
      expect(raw).not.toMatch(canaries);
    }
  });

  it('does not go to who has answered, looked, or lost the reading before it went', async () => {
    const itemId = await shareDebrief();
    await askReads(itemId);
    await ben.api.debrief.sealRead.mutate({ debriefId: itemId, read: { likelihood: 70, reason: '' } });
    const { notices } = await ben.api.today.notices.query();
    await ben.api.notification.markSeen.mutate({ ids: notices.map(({ id }) => id) });
    const { shares } = await ana.api.share.get.query({ itemId });
    for (const { shareId } of shares) await ana.api.share.revoke.mutate({ shareId });
    await later(5);
    expect(office.received).toEqual([]);
  });

  it('that waits for a server is not sent once it was answered', async () => {
    await office.be('away');
    await shareDebrief();
    await later(2);
    const { notices } = await ben.api.today.notices.query();
    await ben.api.notification.markSeen.mutate({ ids: notices.map(({ id }) => id) });
    await office.be('takes');
    await later(5);
    expect(mailsTo(ben)).toEqual([]);
    expect(mailsTo(cara)).toHaveLength(1);
  });

  it('with the mention taken back in that minute never goes', async () => {
    const itemId = await shareDebrief();
    await later(2);
    const before = office.received.length;
    const { comment } = await say(itemId, [ben]);
    await ana.api.comment.remove.mutate({ commentId: comment.commentId });
    await later(2);
    expect(office.received).toHaveLength(before);
  });
});

describe('a choice', () => {
  it('daily, weekly and never hold, on the person’s own clock', async () => {
    await choose(ben, 'daily');
    await choose(cara, 'never');
    await shareDebrief();
    await later(5);
    expect(office.received).toEqual([]);
    await world.setClock(new Date('2026-11-21T06:59:00Z'));
    await later(0);
    expect(office.received).toEqual([]);
    await later(2);
    expect(mailsTo(ben)).toHaveLength(1);
    await later(60 * 24 * 7);
    expect(office.received).toHaveLength(1);
  });

  it('of one council differs from the others, and a changed one is judged anew', async () => {
    const differs = { councilId, choice: 'atOnce' as const, pushes: null };
    const saved = { standard: 'never' as const, pushes: 'daily' as const, hour: 8, weekday: 1, councils: [differs] };
    await ben.api.mail.save.mutate(saved);
    await choose(cara, 'weekly');
    await shareDebrief();
    await later(2);
    expect(mailsTo(ben)).toHaveLength(1);
    expect(mailsTo(cara)).toHaveLength(0);
    await choose(cara, 'atOnce');
    await later(1);
    expect(mailsTo(cara)).toHaveLength(1);
    expect(await ben.api.mail.get.query()).toMatchObject({
      standard: 'never',
      pushes: 'daily',
      councils: [{ name: 'Wednesday', ...differs }],
    });
    const elsewhere = await world.council('Elsewhere', [ana]);
    const wrong = { ...saved, councils: [{ ...differs, councilId: elsewhere }] };
    expect((await ben.post('mail.save', wrong)).status).toBe(404);
  });
});

describe('ending all mail', () => {
  it('asks for a press: looking changes nothing, a POST without a cookie does it, a made-up link does not', async () => {
    await shareDebrief();
    await later(2);
    const [mail] = mailsTo(ben);
    const path = /parley\.example(\/mail\/stop\/[^>]+)>/.exec(mail?.raw.replaceAll(/\r\n\s+/g, '') ?? '')?.[1] ?? '';
    const look = await world.app.request(path);
    expect([look.status, look.headers.get('location')]).toEqual([303, path.replace('/mail/stop/', '/unsubscribe#')]);
    expect((await ben.api.mail.get.query()).standard).toBe('atOnce');
    const forged = path.replace(ben.id, cara.id);
    const send = (to: string) =>
      world.app.request(to, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await send(forged)).status).toBe(404);
    expect((await send(path)).status).toBe(200);
    expect((await ben.api.mail.get.query()).standard).toBe('never');
    expect((await cara.api.mail.get.query()).standard).toBe('atOnce');
    await shareDebrief();
    await later(2);
    expect(mailsTo(ben)).toHaveLength(1);
    expect(mailsTo(cara)).toHaveLength(2);
  });
});

describe('a server that is not well', () => {
  it('is tried again with the same Message-ID: away, busy for an hour, dropping what it had', async () => {
    await shareDebrief();
    for (const mood of ['away', 'busy', 'drops'] as const) {
      await office.be(mood);
      for (const minutes of [2, 5, 20, 40]) await later(minutes);
      expect(office.received).toEqual([]);
    }
    const [before] = await world.client.letter.findMany({ where: { accountId: ben.id } });
    expect(before?.attempts).toBeGreaterThan(5);
    await office.be('takes');
    await later(61);
    expect(mailsTo(ben).map(({ messageId }) => messageId)).toEqual([`<${before?.id}@parley.example>`]);
    expect(mailsTo(cara)).toHaveLength(1);
  }, 60_000);

  it('that refuses an address for good makes a dead letter, which the operator lists and sends again', async () => {
    await office.be('refuses');
    await shareDebrief();
    await later(2);
    const list = async () => (await world.deps.line.ask({ as: standAsPost(), dead: deadLetters() }))[0].dead;
    const dead = await list();
    expect(dead.map(({ fault }) => fault)).toEqual(['550', '550']);
    await office.be('takes');
    await later(120);
    expect(office.received).toEqual([]);
    const [{ again }] = await world.deps.line.ask({ as: standAsPost(), again: reviveLetters(dead[0]?.id ?? '') });
    expect(again).toEqual([{ revived: 1 }]);
    await later(1);
    expect(office.received.map(({ messageId }) => messageId)).toEqual([`<${dead[0]?.id}@parley.example>`]);
    expect(await list()).toHaveLength(1);
  });
});

describe('what somebody could break a mail with', () => {
  it('names and titles with line breaks stand in no mail, and an address cannot hold one', async () => {
    const bad = { ...opening, role: 'Chef\r\nBcc: eve@example.org', company: 'x\r\n\r\nDATA' };
    expect((await ana.post('opportunity.create', bad)).status).toBe(400);
    office.keeps = false;
    const fault = await mailer.send({
      to: 'ben@example.org\r\nBcc: eve@example.org',
      subject: 'News\r\nBcc: eve@example.org',
      text: '.\r\nQUIT\r\n',
      html: '',
      messageId: '<a@parley.example>\r\nX-Evil: 1',
      stop: 'https://parley.example/mail/stop/x>\r\nX-Evil: 2',
    });
    for (const { to, raw } of office.received) {
      expect(to.some((one) => /eve@example\.org$/.test(one) && one.length < 20)).toBe(false);
      expect(raw).not.toMatch(/^(Bcc|X-Evil):/im);
    }
    expect(fault === null || fault.permanent || fault.code !== '').toBe(true);
  });
});

describe('a world without a mail server', () => {
  it('says so where mail is chosen, and keeps the choice', async () => {
    expect((await ben.api.mail.get.query()).sends).toBe(false);
    await choose(ben, 'weekly');
    expect(await ben.api.mail.get.query()).toMatchObject({ standard: 'weekly', sends: false });
  });
});
