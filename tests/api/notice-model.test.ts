import { declareMail, type Mail, type PostDeps, type PushMessage, sendLetters, writeLetters } from '@parley/api/post';
import { wholeLevels } from '@parley/domain/item/levels';
import { type MailChoice, mailChoices } from '@parley/domain/mail/mail';
import { bundleNotices } from '@parley/domain/notification/bundle';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBrowser } from '../support/browser-maker.ts';
import { createDice, sequences } from '../support/dice.ts';
import { keepOutgoing } from '../support/outgoing.ts';
import { createWorld, type Person, testPassword, type World } from '../support/world.ts';

let world: World;
let people: Person[];
let councils: string[];
let post: PostDeps;
const mails: Mail[] = [];
/** What reached a browser, and whose that is. */
const pushes: PushMessage[] = [];
const browsers = new Map<string, Person>();
/** What each chose last; `apart`: one council differs. */
const wishes = new Map<string, Wish & { apart: boolean }>();
let wantedBut = 0;

beforeAll(async () => {
  world = await createWorld();
  people = [await world.person('Ana'), await world.person('Ben'), await world.person('Cara'), await world.person('Dan')];
  councils = [await world.council('Wednesday', people), await world.council('Friday', people.slice(0, 3))];
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)).then(() => null) };
  const pusher = { send: (message: PushMessage) => Promise.resolve(void pushes.push(message)).then(() => null) };
  post = { ...world.deps, mailer, pusher, origin: 'https://parley.example' };
  await declareMail(world.deps.line, false, makeBrowser().given.p256dh);
  // one has two devices and wants no mail, one has none
  const [ana, ben, cara] = people;
  if (ana) await keepWish(ana, { standard: 'never', pushes: 'atOnce' }, []);
  const twice = { ...world.anonymous(), id: ana?.id ?? '' };
  await twice.api.identity.signIn.mutate({ email: ana?.email ?? '', password: testPassword });
  for (const person of [ana, twice, ben, cara]) {
    if (!person) throw new Error('Nobody is there.');
    const { given } = makeBrowser();
    await person.api.push.keep.mutate(given);
    browsers.set(given.endpoint, people.find(({ id }) => id === person.id) ?? person);
  }
});
afterAll(() => world.close());

type Dice = (sides: number) => number;
type Said = { commentId: string; threadId: string; author: Person; rev: number };
/** A debrief, what was said on it, and how often a share of it was taken back. */
type Thing = { itemId: string; owner: Person; said: Said[]; revoked: number; asked: boolean };

const pick = <T>(list: readonly T[], dice: Dice): T | undefined => list[dice(list.length)];
const levels = wholeLevels('hidden');
let acts = 0;

async function make(owner: Person, spoken: number): Promise<Thing> {
  const opening = {
    company: `COMPANY-${spoken}`,
    role: `TITLE-${spoken}`,
    alias: 'ALIAS',
    stage: 'interview',
    on: '2026-11-20',
  } as const;
  const { opportunityId } = await owner.api.opportunity.create.mutate(opening);
  const { debriefId } = await owner.api.debrief.create.mutate({ opportunityId, kind: 'interview' });
  return { itemId: debriefId, owner, said: [], revoked: 0, asked: false };
}

async function take(thing: Thing, dice: Dice): Promise<void> {
  const { shares } = await thing.owner.api.share.get.query({ itemId: thing.itemId });
  const share = pick(shares, dice);
  if (!share) return;
  await thing.owner.api.share.revoke.mutate({ shareId: share.shareId });
  thing.revoked += 1;
}

/** Says something on it, mentioning some; who may not read or mention is refused, and that is no fault. */
async function speak(thing: Thing, who: Person, dice: Dice): Promise<void> {
  const mentions = people.filter(() => dice(3) === 0).map(({ id }) => id);
  const before = pick(thing.said, dice);
  const words = { text: `WORDS-${acts}`, mentions };
  const start = { itemId: thing.itemId, blockId: 'said', label: 'LABEL', ...words };
  try {
    const { threadId } = before && dice(3) > 0 ? before : { threadId: null };
    const made = threadId
      ? { threadId, ...(await who.api.comment.add.mutate({ threadId, ...words })) }
      : await who.api.thread.start.mutate(start);
    thing.said.push({ commentId: made.comment.commentId, threadId: made.threadId, author: who, rev: 1 });
  } catch {
    // refused
  }
}

async function change(thing: Thing, dice: Dice): Promise<void> {
  const said = pick(thing.said, dice);
  if (!said) return;
  const { commentId, author, rev } = said;
  if (dice(4) === 0) {
    await author.post('comment.remove', { commentId });
    return;
  }
  const mentions = people.filter(() => dice(3) === 0).map(({ id }) => id);
  const { status } = await author.post('comment.edit', { commentId, rev, text: `WORDS-${acts}`, mentions });
  if (status === 200) said.rev += 1;
}

type Wish = { standard: MailChoice; pushes: MailChoice };

async function keepWish(who: Person, wish: Wish, differs: object[]): Promise<void> {
  const { status } = await who.post('mail.save', { ...wish, hour: 8, weekday: 1, councils: differs });
  if (status === 200) wishes.set(who.id, { ...wish, apart: differs.length > 0 });
}

/** Chooses anew when mail comes and when browsers are told, also apart for one council. */
async function choose(who: Person, dice: Dice): Promise<void> {
  const anew = () => pick(mailChoices, dice) ?? 'never';
  const wish = { standard: anew(), pushes: anew() };
  const apart = pick(councils, dice);
  const differs = dice(2) === 0 || !apart ? [] : [{ councilId: apart, choice: anew(), pushes: anew() }];
  await keepWish(who, wish, differs);
}

/** One deed of somebody. */
async function play(things: Thing[], dice: Dice): Promise<void> {
  acts += 1;
  const who = pick(people, dice);
  const thing = pick(things, dice);
  if (!who) return;
  const fate = dice(20);
  if (!thing || fate === 0) return void things.push(await make(who, acts));
  const { itemId, owner } = thing;
  if (fate < 5) {
    const councilId = pick(councils, dice);
    const readerId = dice(2) === 0 ? null : pick(people, dice)?.id;
    await owner.post('share.set', { itemId, councilId, readerId: readerId ?? null, levels, expiresAt: null });
  } else if (fate < 7) await take(thing, dice);
  else if (fate < 9) {
    const { status } = await owner.post('debrief.askReads', { debriefId: itemId, read: { likelihood: 48, reason: 'WHY' } });
    thing.asked ||= status === 200;
  } else if (fate < 11) await who.post('debrief.sealRead', { debriefId: itemId, read: { likelihood: 71, reason: 'WHY' } });
  else if (fate < 16) await speak(thing, who, dice);
  else if (fate < 19) await change(thing, dice);
  else await choose(who, dice);
}

const often = (keys: readonly string[]) => {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
};

/** What anybody was told until now: each thing once, nothing to who did it, nothing of what they may not read. */
async function check(things: readonly Thing[]): Promise<number> {
  const rows = await world.client.notification.findMany();
  expect(rows.filter(({ recipientId, actorId }) => recipientId === actorId)).toEqual([]);
  const ofComments = rows.filter(({ commentId }) => commentId !== null).map((one) => `${one.recipientId} ${one.commentId}`);
  expect([...often(ofComments)].filter(([, count]) => count > 1)).toEqual([]);
  const asked = rows
    .filter(({ kind }) => kind === 'readsAsked' || kind === 'revealed')
    .map((one) => `${one.recipientId} ${one.kind} ${one.itemId}`);
  expect([...often(asked)].filter(([, count]) => count > 1)).toEqual([]);
  for (const { itemId, revoked } of things) {
    const shared = rows.filter((one) => one.kind === 'shared' && one.itemId === itemId).map(({ recipientId }) => recipientId);
    for (const count of often(shared).values()) expect(count).toBeLessThanOrEqual(revoked + 1);
  }
  let told = 0;
  for (const person of people) {
    const { notices } = await person.api.today.notices.query();
    const fresh = bundleNotices(notices).filter(({ seen }) => !seen).length;
    expect((await person.api.today.noticeCount.query()).fresh).toBe(fresh);
    for (const itemId of new Set(notices.flatMap(({ item }) => item?.itemId ?? []))) {
      expect((await person.post('debrief.get', { debriefId: itemId })).status).toBe(200);
      told += 1;
    }
    expect(JSON.stringify(notices)).not.toMatch(/WORDS-|WHY|LABEL/);
    expect(JSON.stringify(notices.filter(({ item }) => !item?.mine))).not.toContain('COMPANY-');
  }
  return told;
}

const heard = /WORDS-|WHY|LABEL|COMPANY-|TITLE-|ALIAS|Ana|Ben|Cara|Dan|Wednesday|Friday/;

/** The same of what went to browsers: each bundle of notices once a browser. */
async function checkPushes(fresh: readonly PushMessage[], visible: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  for (const { id, endpoint, body } of fresh) {
    const letter = await world.client.letter.findUniqueOrThrow({ where: { id } });
    const rows = await world.client.notification.findMany({ where: { pushBundleId: letter.bundleId }, select: { id: true } });
    const email = browsers.get(endpoint)?.email ?? '';
    expect(rows.some((row) => visible.get(email)?.has(row.id))).toBe(true);
    expect(body).not.toMatch(heard);
    const wish = wishes.get(browsers.get(endpoint)?.id ?? '');
    if (wish?.standard === 'never' && !wish.apart) wantedBut += 1;
    // the one way of the two that was refused is not taken
    expect(wish?.pushes === 'never' && !wish.apart).toBe(false);
    keepOutgoing('push', JSON.stringify({ id, body }));
  }
  expect(new Set(pushes.map(({ id }) => id)).size).toBe(pushes.length);
  const letters = await world.client.letter.findMany({ where: { pushId: { not: null } } });
  expect(new Set(letters.map(({ pushId, bundleId }) => `${pushId} ${bundleId}`)).size).toBe(letters.length);
}

/** A round of the post: a letter goes for what the product would show that person as new at this moment, and for nothing twice. */
async function deliver(): Promise<void> {
  await world.setClock(new Date((await world.now()).getTime() + 61_000));
  const from = mails.length;
  const pushed = pushes.length;
  await writeLetters(post);
  const visible = new Map<string, Set<string>>();
  for (const person of people) {
    const { notices } = await person.api.today.notices.query();
    visible.set(person.email, new Set(notices.filter(({ seen }) => !seen).map(({ id }) => id)));
  }
  await sendLetters(post);
  await checkPushes(pushes.slice(pushed), visible);
  for (const { to, messageId, subject, text, html } of mails.slice(from)) {
    keepOutgoing('mail', `Subject: ${subject}\n\n${text}`);
    const letterId = messageId.slice(1, messageId.indexOf('@'));
    const rows = await world.client.notification.findMany({ where: { letterId }, select: { id: true } });
    expect(rows.some(({ id }) => visible.get(to)?.has(id))).toBe(true);
    expect(`${subject} ${text} ${html}`).not.toMatch(heard);
    const wish = wishes.get(people.find(({ email }) => email === to)?.id ?? '');
    expect(wish?.standard === 'never' && !wish.apart).toBe(false);
  }
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
}

it('nobody is told twice of one thing, and nobody of what they may not read', async () => {
  const dice = createDice(20_261_126);
  const things: Thing[] = [];
  let told = 0;
  const wanted = sequences * 3;
  while (acts < wanted) {
    await play(things, dice);
    if (acts % 10 === 0) told += await check(things);
    if (acts % 15 === 0) await deliver();
  }
  process.stdout.write(
    `${acts} acts, ${told} looks at what was told, ${mails.length} mails, ${pushes.length} pushes, ${wantedBut} of them to who wants no mail\n`,
  );
  expect(told).toBeGreaterThan(wanted / 10);
  expect(mails.length).toBeGreaterThan(5);
  expect(pushes.length).toBeGreaterThan(5);
  // to who wants no mail at all
  expect(wantedBut).toBeGreaterThan(0);
  expect(world.faults).toEqual([]);
}, 600_000);
